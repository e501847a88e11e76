import { trendOf } from './trend.js';

describe('a trend', () => {
  it('goes on as the years before it did, without doubt where they lie on a line', () => {
    const { slope, at } = trendOf([100, 110, 120, 130]);
    expect(slope).toBeCloseTo(10);
    expect(at(5)).toEqual({
      value: expect.closeTo(150),
      low: expect.closeTo(150),
      high: expect.closeTo(150),
    });
  });

  it('says how far off it may be: a worked example of a textbook', () => {
    // x 0..4, y 2 4 5 4 5: line 2.8 + 0.6 x, s = 0.8944; at x = 5 the 95 % interval is 5.8 -/+ 3.182 * 0.8944 * sqrt(2.1).
    const { at } = trendOf([2, 4, 5, 4, 5]);
    const { value, low, high } = at(5);
    expect(value).toBeCloseTo(4.6 + 1.2, 6);
    const reach = 3.182 * Math.sqrt(2.4 / 3) * Math.sqrt(1 + 1 / 5 + 9 / 10);
    expect(high - value).toBeCloseTo(reach, 6);
    expect(value - low).toBeCloseTo(reach, 6);
  });

  it('is refused of two years, which say nothing of their scatter', () => {
    expect(() => trendOf([1, 2])).toThrow(RangeError);
  });
});
