import { chanceOfAtLeast, poissonInterval } from './exact-tests.js';

// Calculated with mpmath 1.3.0 at 40 digits, by bisection of its incomplete gamma function. To three digits, they are
// those of the printed tables (Ulm 1990; Garwood 1936).
const INTERVALS: [count: number, low: number, high: number][] = [
  [0, 0, 3.68887945411394],
  [1, 0.0253178079842899, 5.5716433909389],
  [2, 0.242209278543965, 7.22468766772396],
  [3, 0.618672122895601, 8.76727306974233],
  [5, 1.62348639011842, 11.6683320793227],
  [10, 4.79538869613243, 18.3903560420178],
  [17, 9.90312646960729, 27.2186468159066],
  [50, 37.1109637374619, 65.9187666643368],
  [100, 81.3639912509231, 121.626793792426],
  [1000, 938.973018407695, 1063.9521360163],
];

// mpmath, as sums of binomial terms.
const TAILS: [count: number, total: number, share: number, chance: number][] = [
  [0, 10, 0.1, 1.0],
  [1, 10, 0.1, 0.6513215599],
  [5, 10, 0.1, 0.0016349374],
  [9, 10, 0.1, 9.1e-9],
  [10, 10, 0.1, 1.0e-10],
  [12, 200, 0.02, 0.000786163810664],
  [40, 900, 0.03, 0.0102540892921],
  [3, 3000, 0.001, 0.576921998941],
  [300, 3000, 0.1, 0.508901972553],
  [500, 600, 0.8, 0.021518256838],
  [2, 7, 0.5, 0.9375],
  [60, 4000, 0.005, 3.46951465623e-13],
];

describe('the exact interval of a count', () => {
  it.each(INTERVALS)('of %i is as tabled', (count, low, high) => {
    const found = poissonInterval(count);
    expect(found.low / (low || 1)).toBeCloseTo(low === 0 ? 0 : 1, 9);
    expect(found.high / high).toBeCloseTo(1, 9);
  });

  it('holds the count for a million failures too', () => {
    const { low, high } = poissonInterval(1_000_000);
    // For so many, the interval is that of the normal distribution, shifted by about a unit: ±1,960.
    expect(low).toBeGreaterThan(998_035);
    expect(low).toBeLessThan(998_045);
    expect(high).toBeGreaterThan(1_001_955);
    expect(high).toBeLessThan(1_001_966);
  });
});

describe('the chance of so many or more', () => {
  it.each(TAILS)('%i of %i at %f is as calculated', (count, total, share, chance) => {
    expect(chanceOfAtLeast(count, total, share) / chance).toBeCloseTo(1, 9);
  });
});
