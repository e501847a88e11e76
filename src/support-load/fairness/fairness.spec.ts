import { spreadOf } from './fairness.js';

describe('how evenly something is spread', () => {
  it('is even where all have the same', () => {
    expect(spreadOf([3, 3, 3])).toEqual({ sites: 3, median: 3, p10: 3, p90: 3, ratio: 1, gini: 0 });
  });

  it('is told by the 90th percentile over the 10th, each between the nearest two', () => {
    // By hand: places 0.1 × 4 = 0.4 and 0.9 × 4 = 3.6 of 1, 2, 3, 4, 10.
    const { median, p10, p90, ratio } = spreadOf([10, 2, 1, 4, 3]);
    expect([median, p10]).toEqual([3, 1.4]);
    expect(p90).toBeCloseTo(4 + 0.6 * 6, 10);
    expect(ratio).toBeCloseTo(7.6 / 1.4, 10);
  });

  it('is told by the Gini index, half the mean difference by the mean', () => {
    const amounts = [1, 2, 3, 4, 10];
    const mean = 4;
    const differences = amounts.flatMap((a) => amounts.map((b) => Math.abs(a - b)));
    const byHand = differences.reduce((sum, each) => sum + each, 0) / 25 / 2 / mean;
    expect(spreadOf(amounts).gini).toBeCloseTo(byHand, 10);
    expect(spreadOf([0, 0, 0, 8]).gini).toBe(0.75);
  });

  it('has no ratio where one in ten has nothing, and no index where nobody has anything', () => {
    expect(spreadOf([0, 0, 5])).toMatchObject({ p10: 0, ratio: null });
    expect(spreadOf([0, 0])).toMatchObject({ ratio: null, gini: null, sites: 2 });
    expect(spreadOf([])).toEqual({ sites: 0, median: null, p10: null, p90: null, ratio: null, gini: null });
  });
});
