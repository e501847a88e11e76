import { autoUpdateLine, kindOf, matchKey, modelName, saidModel } from './model-names.js';

describe('the name of a model', () => {
  it('is the same from one column or two', () => {
    const two = { manufacturer: 'HP', name: 'Chromebook 11 G5 EE' };
    expect(saidModel('HP', 'Chromebook 11 G5 EE')).toEqual(two);
    expect(saidModel(null, 'HP Chromebook 11 G5 EE')).toEqual(two);
    expect(saidModel('HP Inc.', 'HP Chromebook 11 G5 EE')).toEqual(two);
    expect(saidModel(null, 'Hewlett-Packard Chromebook 11 G5 EE')).toEqual(two);
    expect(saidModel(null, 'Hewlett Packard Chromebook 11 G5 EE')).toEqual(two);
  });

  it('keeps a name that is only a maker, and the name of another maker', () => {
    expect(saidModel(null, 'Dell')).toEqual({ manufacturer: null, name: 'Dell' });
    expect(saidModel('CTL', 'HP Chromebook')).toEqual({ manufacturer: 'CTL', name: 'HP Chromebook' });
  });

  it('says of no maker that it is unknown where a file does not name one', () => {
    expect(saidModel(null, 'Latitude 7420')).toEqual({ manufacturer: null, name: 'Latitude 7420' });
    expect(saidModel('Unknown', 'Latitude 7420').manufacturer).toBeNull();
  });

  it.each([
    ['Surface Pro 7', 'Surface Pro 7+'],
    ['Pro 7', 'Pro 7+'],
    ['iPad Pro 12.9-inch', 'iPad Pro 129-inch'],
    ['iPad Pro (12.9-inch) (3rd generation)', 'iPad Pro (12.9-inch) (4th generation)'],
    ['iPad Pro 11-inch 2', 'iPad Pro 11-inch'],
    ['MacBook Pro 13.3', 'MacBook Pro 133'],
    ['iMac18,1', 'iMac181'],
    ['iMac18,1', 'iMac1,81'],
    ['Chromebook 11 2', 'Chromebook 112'],
    ['Chromebook 11 G8', 'Chromebook 11 G8 EE'],
    ['Chromebook 3100', 'Chromebook 3100 2-in-1'],
    ['Chromebook 11 3189', 'Chromebook 113189'],
    ['ThinkPad X1-30', 'ThinkPad X130'],
    ['Latitude 3120', 'Latitude 3120 & dock'],
    ['Version 1.10', 'Version 1.1'],
    ['Version 1.10', 'Version 11.0'],
    ['C434', 'C433'],
  ])('tells %s from %s', (one, other) => {
    expect(matchKey(one)).not.toBe(matchKey(other));
  });

  it.each([
    ['Latitude 7420', ' latitude   7420 '],
    ['Surface Pro 7+', 'SURFACE PRO 7 +'],
    ['Surface Pro 7+', 'Surface Pro 7 Plus'],
    ['Chromebook 3100 2-in-1', 'Chromebook 3100 2 in 1'],
    ['Chromebook C434', 'chromebook  c-434'],
    ['ProBook 440 G8', 'Pro Book 440-G8'],
    ['Chromebook 11 (3180)', 'Chromebook 11 3180'],
    ['iPad Pro 12.9-inch (3rd generation)', 'iPad Pro 12.9 inch, 3rd Generation'],
    ['Chromebook 11–G5', 'Chromebook 11 G5'],
    ['１１e', '11e'],
  ])('takes %s and %s for one', (one, other) => {
    expect(matchKey(one)).toBe(matchKey(other));
  });

  it('is matched within its maker, whatever the maker is called', () => {
    const key = modelName('ASUS', 'Chromebook C204').matchKey;
    expect(modelName('ASUSTeK COMPUTER INC.', 'chromebook c204').matchKey).toBe(key);
    expect(modelName('Acer', 'Chromebook C204').matchKey).not.toBe(key);
    expect(modelName(null, 'Chromebook C204')).toMatchObject({
      manufacturer: 'Unknown',
      matchKey: 'unknown chromebookc204',
    });
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
