/** How evenly some amount is spread over sites. */
export interface Spread {
  sites: number;
  /** With 2 decimals. */
  median: number | null;
  /** The tenth percentile, between the two nearest sites, with 2 decimals. */
  p10: number | null;
  /** The ninetieth percentile, with 2 decimals. */
  p90: number | null;
  /** The ninetieth percentile by the tenth, with 3 decimals; null where the tenth is 0. */
  ratio: number | null;
  /** 0 where all have the same, toward 1 where one has everything, with 3 decimals; null where nobody has anything. */
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
