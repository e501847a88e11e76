/**
 * A federal share is owed if one unit has a fair market value above this limit, in cents: 2 CFR 200.313(e). The terms of
 * the award decide which row holds. Rollcall does not know them, so it goes by the day of the purchase.
 */
const THRESHOLDS = [
  { since: '2024-10-01', cents: 1_000_000, source: '2 CFR 200.313(e), 89 FR 30136' },
  { since: '0001-01-01', cents: 500_000, source: '2 CFR 200.313(e) before October 1, 2024' },
] as const;

/** @param purchasedOn calendar date. Null if it is not known: then the older, lower limit holds */
function federalThresholdCents(purchasedOn: string | null): number {
  return THRESHOLDS.find(({ since }) => (purchasedOn ?? '0001-01-01') >= since)?.cents ?? 0;
}

interface PaidFor {
  /** 0 to 100. Null if no federal money is on record. */
  federalSharePercent: number | null;
  costCents: number | null;
  purchasedOn: string | null;
}

/**
 * What the manifest says about the federal share. A used device is worth less than it cost. So only a device that cost
 * more than the limit has to be checked.
 */
export function federalShareInWords({ federalSharePercent, costCents, purchasedOn }: PaidFor): string {
  if (!federalSharePercent) return 'No federal money on record';
  const most = federalThresholdCents(purchasedOn);
  const limit = `$${(most / 100).toLocaleString('en-US')}`;
  if (costCents === null) return `Check: cost unknown, ${federalSharePercent}% federal`;
  return costCents <= most
    ? `None owed: cost no more than ${limit}`
    : `Check: cost over ${limit}, ${federalSharePercent}% federal`;
}
