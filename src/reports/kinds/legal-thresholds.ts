/** From what value on a law asks for an item to be on an inventory. */
export interface Threshold {
  /** First calendar date on which it applies; null for as long as this register looks back. */
  from: string | null;
  /** Items worth more than this, in integer cents. */
  aboveCents: number;
  source: string;
}

/**
 * California Education Code 35168, latest first. The Superintendent adjusts it every other year from 2028 on, to the
 * nearest $50: what is posted is to be added here.
 */
export const CALIFORNIA_35168: readonly Threshold[] = [
  {
    from: '2026-01-01',
    aboveCents: 150_000,
    source: 'Education Code 35168(a)(1) as amended by AB 629 of 2025, in force 1 January 2026',
  },
  { from: null, aboveCents: 50_000, source: 'Education Code 35168 before AB 629 of 2025' },
];

/** The threshold that applies on a calendar date. */
export function thresholdOn(thresholds: readonly Threshold[], date: string): Threshold {
  const found = thresholds.find(({ from }) => from === null || from <= date);
  if (!found) throw new RangeError(`no threshold is known for ${date}`);
  return found;
}
