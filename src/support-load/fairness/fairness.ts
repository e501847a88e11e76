/** How evenly some amount is spread over sites. */
export interface Spread {
  sites: number;
  /** With 2 decimals. */
  median: number | null;
  /** The 10th percentile, interpolated between the two nearest sites, with 2 decimals. */
  p10: number | null;
  /** The 90th percentile, with 2 decimals. */
  p90: number | null;
  /** The 90th percentile divided by the 10th, with 3 decimals. Null if the 10th is 0. */
  ratio: number | null;
  /**
   * From 0, when all sites have the same, toward 1, when one site has everything. With 3 decimals. Null if no site
   * has any hours.
   */
  gini: number | null;
}

/** @param amounts one for each site */
export function spreadOf(amounts: readonly number[]): Spread {
  const sorted = amounts.toSorted((a, b) => a - b);
  const [p10, median, p90] = [0.1, 0.5, 0.9].map((share) => percentile(sorted, share)) as [
    number | null,
    number | null,
    number | null,
  ];
  return {
    sites: sorted.length,
    median,
    p10,
    p90,
    ratio: p10 ? (p90 as number) / p10 : null,
    gini: giniOf(sorted),
  };
}

/** As `percentile_cont` of SQL: between the two amounts nearest to the place, by its share of the way. */
function percentile(sorted: readonly number[], share: number): number | null {
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below === undefined || above === undefined ? null : below + (above - below) * (place % 1);
}

/** Half the mean difference between two sites, as a share of the mean. */
function giniOf(sorted: readonly number[]): number | null {
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return null;
  const weighted = sorted.reduce((sum, amount, i) => sum + (2 * (i + 1) - sorted.length - 1) * amount, 0);
  return weighted / (sorted.length * total);
}
