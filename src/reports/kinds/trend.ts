/** A straight line through past years, and how far from it the years to come may lie. */
export interface Trend {
  /** Devices more in a year. */
  slope: number;
  /** @param year index of the year, the first one being 0 */
  at: (year: number) => { value: number; low: number; high: number };
}

/** Student's t at 97.5 %, by degrees of freedom from 1; beyond the last the normal distribution is near enough. */
const T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/**
 * Least squares over one value a year. The interval is the 95 % prediction interval of a single year: wider than that
 * of the line, since a year scatters about it.
 * @param values of consecutive years, three or more
 */
export function trendOf(values: readonly number[]): Trend {
  const n = values.length;
  if (n < 3) throw new RangeError('a trend needs three years');
  const meanX = (n - 1) / 2;
  const meanY = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, _, x) => sum + (x - meanX) ** 2, 0);
  const slope = values.reduce((sum, value, x) => sum + (x - meanX) * (value - meanY), 0) / squares;
  const lineAt = (x: number): number => meanY + slope * (x - meanX);
  const residuals = values.reduce((sum, value, x) => sum + (value - lineAt(x)) ** 2, 0);
  const spread = Math.sqrt(residuals / (n - 2));
  const t = T[n - 3] ?? 1.96;
  return {
    slope,
    at: (year) => {
      const value = lineAt(year);
      const reach = t * spread * Math.sqrt(1 + 1 / n + (year - meanX) ** 2 / squares);
      return { value, low: value - reach, high: value + reach };
    },
  };
}
