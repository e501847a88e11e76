import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { type Scope, siteFilter } from '../access/scope.js';
import { Clock, dateIn } from '../common/time/clock.js';
import { PLANNED_ANEW } from '../database/pools/naming-client.js';
import { assertNotAhead } from './asked-days.js';
import { KNOWN_AT } from './ledger/counts-fold.js';
import { settleKnownAt } from './counts-known-at.js';
import { quarterStart } from './quarter.sql.js';
import { isEarlyInLedger } from './ledger/known-in-ledger.js';

/** What counts can be split by. */
export const DIMENSIONS = ['site', 'region', 'kind', 'status'] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** Statuses of devices that are on the books: all but disposed ones. */
export const ON_THE_BOOKS = ['in_stock', 'deployed', 'in_repair', 'missing', 'retired'];

/** Statuses of devices in use: what reports and the support load count. */
export const IN_USE = ['in_stock', 'deployed', 'in_repair'];

export interface CountsAsked {
  /** Calendar date in the district's time zone. Today by default. */
  asOf?: string;
  /** Instant; what the register would have said then. */
  knownAt?: Date;
  groupBy: Dimension[];
  statuses?: string[];
  kinds?: string[];
  /** Codes of sites. */
  sites?: string[];
}

export type CountGroup = { [dimension in Dimension]?: string | null } & { count: number };

export interface Counts {
  asOf: string;
  knownAt: Date;
  /** Statuses that the figures count. */
  statuses: string[];
  total: number;
  groups: CountGroup[];
}

/** SQL of each, with `s` for sites, `r` for their regions and `u` for what is counted. */
export const DIMENSION_SQL: Record<Dimension, string> = {
  site: 's.code',
  region: 'r.region',
  kind: 'u.kind',
  status: 'u.status',
};

/** SQL of all units, as a subquery, and of the days that it goes by. */
interface Units {
  bounds: string;
  units: string;
}

const TAIL_KNOWN = `
    SELECT t.site_id, t.kind, t.status, t.delta AS n FROM count_tail t
     WHERE t.district_id = $1 AND t.effective_on <= $2::date
       AND t.recorded_at <= $3::timestamptz AND ${KNOWN_AT('t.xmin', 't.recorded_at')} <= $3`;

/**
 * Every unit at the end of `$2`, less what was known only after `$3`; in one statement and so in one snapshot. It
 * begins at the nearest whole count, which is that of a quarter's start, goes by months to the nearer end of the
 * month, and by days from there: forwards, or backwards with the sign turned. What no fold has taken yet comes last.
 */
const UNITS_FROM_SUMS: Units = {
  bounds: `
  months AS (
    SELECT CASE WHEN extract(day FROM $2::date) > 15 THEN date_trunc('month', $2::date) + interval '1 month'
                ELSE date_trunc('month', $2::date) END::date AS month_on),
  quarters AS (
    SELECT m.month_on,
           -- Never more than a month away: from the last month of a quarter the next one is nearer.
           least(${quarterStart(`m.month_on + interval '1 month'`)}, f.levels_through) AS quarter_on
      FROM months m, count_folds f WHERE f.district_id = $1),
  bounds AS (
    SELECT quarter_on, least(quarter_on, month_on) AS month_from, greatest(quarter_on, month_on) AS month_to,
           CASE WHEN quarter_on <= month_on THEN 1 ELSE -1 END AS month_sign,
           least(month_on, $2::date + 1) AS day_from, greatest(month_on, $2::date + 1) AS day_to,
           CASE WHEN month_on <= $2::date THEN 1 ELSE -1 END AS day_sign
      FROM quarters),`,
  // No WITH: what has a volatile function in it would be written out, row by row, before it is added up. No joins to
  // the bounds either: with several districts, PostgreSQL would read the levels of all quarters for one.
  units: `
    SELECT l.site_id, l.kind, l.status, l.count::int AS n FROM count_levels l
     WHERE l.district_id = $1 AND l.quarter_on = (SELECT quarter_on FROM bounds)
    UNION ALL
    SELECT c.site_id, c.kind, c.status, (c.delta * (SELECT month_sign FROM bounds))::int FROM count_sums c
     WHERE c.district_id = $1 AND c.grain = 'month'
       AND c.period_on >= (SELECT month_from FROM bounds) AND c.period_on < (SELECT month_to FROM bounds)
    UNION ALL
    SELECT c.site_id, c.kind, c.status, (c.delta * (SELECT day_sign FROM bounds))::int FROM count_sums c
     WHERE c.district_id = $1 AND c.grain = 'day'
       AND c.period_on >= (SELECT day_from FROM bounds) AND c.period_on < (SELECT day_to FROM bounds)
    UNION ALL
    SELECT m.site_id, m.kind, m.status, -m.delta FROM count_movements m
     WHERE m.district_id = $1 AND m.known_at > $3 AND m.effective_on <= $2::date
    UNION ALL ${TAIL_KNOWN}`,
};

/** The same from the ledger alone: for a moment since when more became known than before it. */
const UNITS_FROM_LEDGER: Units = {
  bounds: '',
  units: `
    SELECT m.site_id, m.kind, m.status, m.delta AS n FROM count_movements m
     WHERE m.district_id = $1 AND m.known_at <= $3 AND m.effective_on <= $2::date
    UNION ALL ${TAIL_KNOWN}`,
};

/** Counts by date, as true now or as known then. Costs by sites and periods, never by devices. */
@Injectable()
export class CountsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput for a day in the future */
  async counts(scope: Scope, asked: CountsAsked): Promise<Counts> {
    const today = dateIn(scope.timeZone, this.clock.now());
    const asOf = asked.asOf ?? today;
    assertNotAhead('asOf', asOf, today);
    const statuses = asked.statuses ?? ON_THE_BOOKS;
    // One connection for all of it: a read under load queues for one once.
    const runner = this.source.createQueryRunner();
    try {
      const knownAt = await settleKnownAt(runner, asked.knownAt);
      const isEarly =
        asked.knownAt !== undefined && (await isEarlyInLedger(runner, scope.districtId, knownAt));
      const units = isEarly ? UNITS_FROM_LEDGER : UNITS_FROM_SUMS;
      const groups = await this.groups(runner, scope, { ...asked, asOf, knownAt, statuses }, units);
      const total = groups.reduce((sum, group) => sum + group.count, 0);
      return { asOf, knownAt, statuses, total, groups };
    } finally {
      await runner.release();
    }
  }

  private groups(
    runner: QueryRunner,
    scope: Scope,
    asked: CountsAsked,
    { bounds, units }: Units,
  ): Promise<CountGroup[]> {
    const dimensions = asked.groupBy.map((dimension) => DIMENSION_SQL[dimension]);
    const outputs = asked.groupBy
      .map((dimension) => `${DIMENSION_SQL[dimension]} AS "${dimension}", `)
      .join('');
    const kept = ['kind', 'status'].filter((column) => asked.groupBy.includes(column as Dimension));
    const keys = ['site_id', ...kept].map((column) => `u.${column}`).join(', ');
    // Added up by id first: names are joined to what is left, which is a fraction.
    return runner.query(
      `${PLANNED_ANEW} WITH ${bounds}
       added AS MATERIALIZED (
         SELECT ${keys}, sum(u.n)::int AS n FROM (${units}) u
          WHERE u.status = ANY ($4)
            AND ($5::uuid[] IS NULL OR u.site_id = ANY ($5))
            AND ($6::text[] IS NULL OR u.kind = ANY ($6))
          GROUP BY ${keys})
       SELECT ${outputs} sum(u.n)::int AS count
         FROM added u
         JOIN sites s ON s.district_id = $1 AND s.id = u.site_id
         ${asked.groupBy.includes('region') ? REGION_THEN : ''}
        WHERE ($7::text[] IS NULL OR s.code = ANY ($7))
        ${dimensions.length > 0 ? `GROUP BY ${dimensions.join(', ')}` : ''}
       HAVING sum(u.n) <> 0
        ${dimensions.length > 0 ? `ORDER BY ${dimensions.join(', ')}` : ''}`,
      [
        scope.districtId,
        asked.asOf,
        asked.knownAt,
        asked.statuses,
        siteFilter(scope),
        asked.kinds ?? null,
        asked.sites ?? null,
      ],
    ) as Promise<CountGroup[]>;
  }
}

/** The region a site belonged to on the day that is asked about. */
const REGION_THEN = `LEFT JOIN site_regions r ON r.district_id = $1 AND r.site_id = u.site_id
           AND r.from_on <= $2::date AND (r.to_on IS NULL OR r.to_on > $2::date)`;
