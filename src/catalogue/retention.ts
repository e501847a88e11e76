/** Which records of a device a grant or a law wants to see. */
export const RETAINED_RECORDS = ['documents', 'asset_records', 'equipment_records'] as const;
export type RetainedRecords = (typeof RETAINED_RECORDS)[number];

/**
 * The day from which the years of a rule count. `purchase` and `disposal` are days of each device. The others are days of
 * the award, which the district enters: the last service or delivery, the later of the end of the funding year and the
 * service deadline, and the final report.
 */
export const COUNTED_FROM = ['purchase', 'disposal', 'last_service', 'funding_year', 'final_report'] as const;
export type CountedFrom = (typeof COUNTED_FROM)[number];

/** How long the records of devices must be kept that a funding source paid for. */
export interface RetentionRule {
  records: RetainedRecords;
  years: number;
  countsFrom: CountedFrom;
  /** Calendar date from which the years count, if it is a day of the award. Until it is known, the records are kept. */
  fromOn: string | null;
  /** Whether the records include the names of the people who had the devices. */
  keepsNames: boolean;
  /** The law or the award that asks for this. */
  source: string;
}

/** The rules of one grant or law, for people to copy into their funding sources. */
export interface KnownRetention {
  id: 'ecf' | 'e_rate' | 'federal' | 'california';
  name: string;
  rules: readonly RetentionRule[];
}

const rule = (
  records: RetainedRecords,
  years: number,
  countsFrom: CountedFrom,
  source: string,
  keepsNames = false,
): RetentionRule => ({ records, years, countsFrom, fromOn: null, keepsNames, source });

/** What the rules of grants and of California say, as far as public copies could be read in November 2026. */
export const KNOWN_RETENTIONS: readonly KnownRetention[] = [
  {
    id: 'ecf',
    name: 'Emergency Connectivity Fund',
    rules: [rule('asset_records', 10, 'last_service', '47 CFR 54.1715', true)],
  },
  {
    id: 'e_rate',
    name: 'E-rate',
    rules: [
      rule('documents', 10, 'funding_year', '47 CFR 54.516'),
      rule('asset_records', 10, 'purchase', '47 CFR 54.516'),
    ],
  },
  {
    id: 'federal',
    name: 'Other federal awards',
    rules: [
      rule('documents', 3, 'final_report', '2 CFR 200.334'),
      rule('equipment_records', 3, 'disposal', '2 CFR 200.334'),
    ],
  },
  {
    id: 'california',
    name: 'California, in addition to the rules of a grant',
    rules: [rule('asset_records', 0, 'disposal', '5 CCR 16035 and 16023: until the item is gone')],
  },
];

/**
 * SQL of the day from which the years of the rule `r` count for the device `d`. Null while it is not known.
 * @param timeZone SQL of the district's time zone
 */
export const keptFrom = (timeZone: string): string => `
  CASE WHEN r.counts_from = 'purchase' THEN coalesce(d.purchased_on, d.in_service_on, d.entered_on)
       WHEN r.counts_from = 'disposal' AND d.status = 'disposed' THEN (d.status_since AT TIME ZONE ${timeZone})::date
       ELSE r.from_on END`;

/** SQL of the last day on which the rule `r` keeps the records of the device `d`. Null while it is not known: they are kept. */
export const keptUntil = (timeZone: string): string =>
  `(${keptFrom(timeZone)} + make_interval(years => r.years))::date`;
