import { autoUpdateLine, kindOf, modelName } from './model-names.js';

describe('the name of a model', () => {
  it('is the same from one column or two', () => {
    const two = modelName('HP', 'Chromebook 11 G5 EE');
    expect(modelName(null, 'HP Chromebook 11 G5 EE')).toEqual(two);
    expect(modelName('hp', 'hp chromebook 11 g5 ee').matchKey).toBe(two.matchKey);
  });

  it('keeps a name that is only a maker', () => {
    expect(modelName(null, 'Dell').name).toBe('Dell');
  });

  it.each([
    ['HP Chromebook 11 G5', 'chromebook', 'chromeos'],
    ['iPad (9th generation)', 'ipad', 'ipados'],
    ['MacBook Air (13-inch, 2015)', 'laptop', 'macos'],
    ['OptiPlex 7010', 'desktop', 'windows'],
    ['ThinkPad 11e', 'laptop', 'windows'],
    ['Chromebox CXI3', 'desktop', 'chromeos'],
  ])('%s gives away that it is a %s', (name, kind, platform) => {
    expect(kindOf(name, null)).toEqual({ kind, platform });
  });

  it('says nothing of what it does not know', () => {
    expect(kindOf('Model 300', null)).toBeUndefined();
  });

  it('finds its line in the list of automatic-update ends', () => {
    const lines = ['Acer Chromebook 11 (C720, C720P)', 'HP Chromebook 11 G5'];
    expect(autoUpdateLine('Acer', 'Chromebook 11 C720P', lines)).toBe(lines[0]);
    expect(autoUpdateLine('HP', 'Chromebook 11 G5', lines)).toBe(lines[1]);
    expect(autoUpdateLine('HP', 'Chromebook 14', lines)).toBeNull();
  });
});
