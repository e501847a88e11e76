import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { Clock, dateIn } from '../../common/time/clock.js';
import { InvalidInput } from '../../common/refusal.js';
import { PLANNED_ANEW } from '../../database/pools/naming-client.js';
import { type CountsAsked, ON_THE_BOOKS } from '../counts.queries.js';
import { assertRange } from '../asked-days.js';
import { KNOWN_AT, NO_FUND } from '../ledger/counts-fold.js';
import { settleKnownAt } from '../counts-known-at.js';
import { quarterStart } from '../quarter.sql.js';
import { isEarlyInLedger } from '../ledger/known-in-ledger.js';
import {
  addUpPoints,
  type Move,
  type RegionSpan,
  type SeriesDimension,
  type SeriesPoint,
} from './series-groups.js';
import { daysFrom, type Interval, MOST_POINTS, seriesPoints } from './series-points.js';

export interface SeriesAsked extends Omit<CountsAsked, 'asOf' | 'groupBy'> {
  /** Calendar dates in the district's time zone; up to today where no end is given. */
  from: string;
  to?: string;
  interval: Interval;
  groupBy: SeriesDimension[];
}

export interface Series {
  from: string;
  to: string;
  interval: Interval;
  knownAt: Date;
  /** Statuses that the figures count. */
  statuses: string[];
  /** The counts at the end of each period, and at the end of the last day. */
  points: SeriesPoint[];
}

const COLUMN: Record<Exclude<SeriesDimension, 'region'>, string> = {
  site: 's.code',
  kind: 'u.kind',
  status: 'u.status',
  model: `m.manufacturer || ' ' || m.name`,
  fundingSource: 'f.name',
};

/** One of the cubes: which columns it has, how it is summed, and what gives its ids their names. */
interface Cube {
  columns: string;
  /** The same columns of a movement. */
  ofMovement: string;
  bounds: string;
  /** @param byDays placeholder of the day from which it is added up by days; before it whole months will do */
  sums: (byDays: string) => string;
  joins: string;
}

const SITES: Cube = {
  columns: 'site_id, kind, status',
  ofMovement: 'site_id, kind, status',
  // A level stands for all that was before its day: it counts from the first point on.
  bounds: `
    bounds AS (
      SELECT least(${quarterStart('($2::date[])[1]')}, f.levels_through) AS quarter_on
        FROM count_folds f WHERE f.district_id = $1),`,
  sums: (byDays) => `
    SELECT l.quarter_on - 1, l.site_id, l.kind, l.status, l.count::int FROM count_levels l
     WHERE l.district_id = $1 AND l.quarter_on = (SELECT quarter_on FROM bounds)
    UNION ALL
    SELECT c.period_on, c.site_id, c.kind, c.status, c.delta::int FROM count_sums c
     WHERE c.district_id = $1 AND c.grain = 'month'
       AND c.period_on >= (SELECT quarter_on FROM bounds) AND c.period_on < ${byDays}
    UNION ALL
    SELECT c.period_on, c.site_id, c.kind, c.status, c.delta::int FROM count_sums c
     WHERE c.district_id = $1 AND c.grain = 'day' AND c.period_on >= ${byDays} AND c.period_on <= $3`,
  joins: `
    JOIN sites s ON s.district_id = $1 AND s.id = u.site_id
     AND ($7::uuid[] IS NULL OR s.id = ANY ($7)) AND ($8::text[] IS NULL OR s.code = ANY ($8))`,
};

const MODELS: Cube = {
  columns: 'model_id, funding_source_id, kind, status',
  ofMovement: `model_id, coalesce(funding_source_id, '${NO_FUND}'), kind, status`,
  bounds: '',
  sums: (byDays) => `
    SELECT month_on, model_id, funding_source_id, kind, status, delta::int FROM count_model_sums
     WHERE district_id = $1 AND month_on < ${byDays}
    UNION ALL
    SELECT effective_on, model_id, coalesce(funding_source_id, '${NO_FUND}'), kind, status, delta FROM count_movements
     WHERE district_id = $1 AND effective_on >= ${byDays} AND effective_on <= $3`,
  joins: `
    JOIN device_models m ON m.district_id = $1 AND m.id = u.model_id
    LEFT JOIN funding_sources f ON f.district_id = $1 AND f.id = u.funding_source_id`,
};

/** Of the whole district, by kind and status: some dozens of sums a month. */
const TOTALS: Cube = {
  columns: 'kind, status',
  ofMovement: 'kind, status',
  bounds: '',
  sums: (byDays) => `
    SELECT period_on, kind, status, delta::int FROM count_total_sums
     WHERE district_id = $1 AND grain = 'month' AND period_on < ${byDays}
    UNION ALL
    SELECT period_on, kind, status, delta::int FROM count_total_sums
     WHERE district_id = $1 AND grain = 'day' AND period_on >= ${byDays} AND period_on <= $3`,
  joins: '',
};

/** Counts over time. Costs by places and periods that saw a change, never by devices. */
@Injectable()
export class SeriesQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput for days in the future or the wrong way round, too many points, models of some sites */
  async series(scope: Scope, asked: SeriesAsked): Promise<Series> {
    const today = dateIn(scope.timeZone, this.clock.now());
    const { from, to = today, interval } = asked;
    assertRange(from, to, today);
    const cube = cubeFor(scope, asked);
    const statuses = asked.statuses ?? ON_THE_BOOKS;
    const runner = this.source.createQueryRunner();
    try {
      const [district] = (await runner.query(
        `SELECT fiscal_year_starts AS month FROM districts WHERE id = $1`,
        [scope.districtId],
      )) as { month: number }[];
      const days = pointsOf(from, to, interval, district?.month ?? 7);
      const knownAt = await settleKnownAt(runner, asked.knownAt);
      const isEarly =
        asked.knownAt !== undefined && (await isEarlyInLedger(runner, scope.districtId, knownAt));
      const moves = await this.moves(
        runner,
        scope,
        { ...asked, to, knownAt, statuses },
        { cube, days, isEarly },
      );
      const regions = asked.groupBy.includes('region') ? await this.regions(runner, scope) : [];
      return {
        from,
        to,
        interval,
        knownAt,
        statuses,
        points: await addUpPoints(days, moves, asked.groupBy, regions),
      };
    } finally {
      await runner.release();
    }
  }

  /** What each point has more than the one before it. Of a region, its sites: which they are hangs on the day. */
  private moves(
    runner: QueryRunner,
    scope: Scope,
    asked: SeriesAsked,
    { cube, days, isEarly }: { cube: Cube; days: string[]; isEarly: boolean },
  ): Promise<Move[]> {
    const dimensions = [...new Set(asked.groupBy.map((one) => (one === 'region' ? 'site' : one)))];
    const outputs = dimensions.map((dimension) => `, ${COLUMN[dimension]} AS "${dimension}"`).join('');
    const keys = ['u.point', ...dimensions.map((dimension) => COLUMN[dimension])].join(', ');
    const parameters: unknown[] = [
      scope.districtId,
      days,
      asked.to,
      asked.knownAt,
      asked.statuses,
      asked.kinds ?? null,
    ];
    if (cube === SITES) parameters.push(siteFilter(scope), asked.sites ?? null);
    // As it is, and added up with the rest: PostgreSQL shares that among its workers, and not what is grouped before.
    const ledger = (delta: string, known: string): string => `
      SELECT effective_on, ${cube.ofMovement}, ${delta} FROM count_movements
       WHERE district_id = $1 AND known_at ${known} $4 AND effective_on <= $3`;
    const folded = isEarly
      ? ledger('delta', '<=')
      : `${cube.sums(`$${parameters.push(daysFrom(days, asked.interval))}`)} UNION ALL ${ledger('-delta', '>')}`;
    return runner.query(
      `${PLANNED_ANEW} WITH ${isEarly ? '' : cube.bounds}
       units AS MATERIALIZED (
         SELECT width_bucket(on_date - 1, $2::date[]) AS point, ${cube.columns}, sum(n)::int AS n
           FROM (${folded}
                 UNION ALL
                 SELECT effective_on, ${cube.ofMovement}, delta FROM count_tail
                  WHERE district_id = $1 AND effective_on <= $3
                    AND recorded_at <= $4::timestamptz AND ${KNOWN_AT('xmin', 'recorded_at')} <= $4
                ) AS moves (on_date, ${cube.columns}, n)
          WHERE status = ANY ($5) AND ($6::text[] IS NULL OR kind = ANY ($6))
          GROUP BY 1, ${cube.columns})
       SELECT u.point${outputs}, sum(u.n)::int AS n FROM units u ${cube.joins}
        GROUP BY ${keys} HAVING sum(u.n) <> 0 ORDER BY ${keys}`,
      parameters,
    ) as Promise<Move[]>;
  }

  private regions(runner: QueryRunner, scope: Scope): Promise<RegionSpan[]> {
    return runner.query(
      `SELECT s.code AS site, r.region, r.from_on::text AS "fromOn", r.to_on::text AS "toOn"
         FROM site_regions r JOIN sites s ON s.district_id = $1 AND s.id = r.site_id
        WHERE r.district_id = $1`,
      [scope.districtId],
    ) as Promise<RegionSpan[]>;
  }
}

/**
 * What a series refuses before it reads anything.
 * @param fiscalYearStarts month, 1 to 12
 * @throws InvalidInput as `series` does
 */
export function assertSeries(
  scope: Scope,
  asked: SeriesAsked & { to: string },
  today: string,
  fiscalYearStarts: number,
): void {
  assertRange(asked.from, asked.to, today);
  cubeFor(scope, asked);
  pointsOf(asked.from, asked.to, asked.interval, fiscalYearStarts);
}

function pointsOf(from: string, to: string, interval: Interval, fiscalYearStarts: number): string[] {
  const days = seriesPoints(from, to, interval, fiscalYearStarts);
  if (days.length > MOST_POINTS)
    throw refusal(
      'interval',
      'TOO_MANY_POINTS',
      `A series can have at most ${MOST_POINTS} points. Choose a longer interval, or fewer years.`,
    );
  return days;
}

/** The smallest cube that has what is asked for. */
function cubeFor(scope: Scope, { groupBy, sites }: SeriesAsked): Cube {
  const hasPlace =
    siteFilter(scope) !== null ||
    sites !== undefined ||
    groupBy.includes('site') ||
    groupBy.includes('region');
  const hasModel = groupBy.includes('model') || groupBy.includes('fundingSource');
  if (hasPlace && hasModel)
    throw refusal(
      'groupBy',
      'MODELS_WITHOUT_SITE',
      'Models and funding sources are counted for the whole district only. Remove the sites and regions.',
    );
  if (hasPlace) return SITES;
  return hasModel ? MODELS : TOTALS;
}

function refusal(field: string, code: string, detail: string): InvalidInput {
  return new InvalidInput(detail, [{ field, code, detail }]);
}
