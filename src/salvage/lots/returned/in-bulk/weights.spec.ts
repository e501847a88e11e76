import { readWeight } from './weights.js';

describe('a weight in a file', () => {
  it.each([
    ['3.2 lb', undefined, 1451],
    ['3.2LBS', undefined, 1451],
    ['2 pounds', 'kg', 907],
    ['1.45', 'kg', 1450],
    ['1,5 kg', undefined, 1500],
    ['1,45', 'kg', 1450],
    ['1.234,5 g', undefined, 1235],
    ['1,234.5 g', undefined, 1235],
    ['48 oz.', undefined, 1361],
    ['1 450 g', undefined, 1450],
    ['+2', 'lb', 907],
    ['.5 kg', undefined, 500],
    ['0,450 kg', undefined, 450],
  ])('%j with the unit %j of its column is %i grams', (text, unit, grams) => {
    expect(readWeight(text, unit)).toBe(grams);
  });

  it.each([
    ['3.2', undefined, 'WEIGHT_UNIT_MISSING'],
    ['1,450 kg', undefined, 'WEIGHT_UNCLEAR'],
    ['-3 lb', undefined, 'WEIGHT_IMPOSSIBLE'],
    ['0 lb', undefined, 'WEIGHT_IMPOSSIBLE'],
    ['1001 kg', undefined, 'WEIGHT_IMPOSSIBLE'],
    ['3 stone', undefined, 'NOT_A_WEIGHT'],
    ['heavy', 'kg', 'NOT_A_WEIGHT'],
    ['1.2.3 kg', undefined, 'NOT_A_WEIGHT'],
    ['1,2,3 kg', undefined, 'NOT_A_WEIGHT'],
    ['', 'kg', 'NOT_A_WEIGHT'],
  ])('%j with the unit %j of its column is refused: %s', (text, unit, why) => {
    expect(readWeight(text, unit)).toBe(why);
  });
});
