import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { Clock, dateIn } from '../../common/time/clock.js';
import { PLANNED_ANEW } from '../../database/pools/naming-client.js';
import { assertRange } from '../asked-days.js';
import {
  type Counts,
  type CountsAsked,
  CountsQueries,
  DIMENSION_SQL,
  type Dimension,
  ON_THE_BOOKS,
} from '../counts.queries.js';
import { KNOWN_AT } from '../ledger/counts-fold.js';
import type { Cause } from '../ledger/movements.js';

/** A region's own cause: its sites became others. No device moved. */
export const REDRAWN = 'region_redrawn';

export interface GrowthAsked extends Omit<CountsAsked, 'asOf'> {
  /** Calendar dates in the district's time zone; what changed after the end of the first up to the end of the last. */
  from: string;
  to?: string;
}

export interface CauseChange {
  cause: Cause | typeof REDRAWN;
  change: number;
}

/** The causes always add up to the change, and the change to the difference. */
export interface Change {
  before: number;
  after: number;
  change: number;
  causes: CauseChange[];
}

export type GrowthGroup = { [dimension in Dimension]?: string | null } & Change;

export interface Growth extends Change {
  from: string;
  to: string;
  knownAt: Date;
  /** Statuses that the figures count. */
  statuses: string[];
  groups: GrowthGroup[];
}

export type CauseRow = { [dimension in Dimension]?: string | null } & CauseChange;

/** Why counts changed between two days. */
@Injectable()
export class GrowthQueries {
  constructor(
    private readonly source: DataSource,
    private readonly counts: CountsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput for days in the future or the wrong way round */
  async growth(scope: Scope, asked: GrowthAsked): Promise<Growth> {
    const today = dateIn(scope.timeZone, this.clock.now());
    const { from, to = today, ...filter } = asked;
    assertRange(from, to, today);
    const after = await this.counts.counts(scope, { ...filter, asOf: to });
    // Of one and the same moment: what is written in between is in none of the three.
    const known = { ...filter, knownAt: after.knownAt };
    const [before, causes] = await Promise.all([
      this.counts.counts(scope, { ...known, asOf: from }),
      this.causes(scope, { ...known, from, to }),
    ]);
    const groups = grouped(asked.groupBy, before, after, causes);
    return {
      from,
      to,
      knownAt: after.knownAt,
      statuses: after.statuses,
      ...inAll(groups),
      groups,
    };
  }

  /** The changes after the end of one day up to the end of another, as known at a moment that is settled. */
  causes(scope: Scope, asked: GrowthAsked & { to: string; knownAt: Date }): Promise<CauseRow[]> {
    const outputs = asked.groupBy
      .map((dimension) => `${DIMENSION_SQL[dimension]} AS "${dimension}", `)
      .join('');
    const keys = [...asked.groupBy.map((dimension) => DIMENSION_SQL[dimension]), 'u.cause'].join(', ');
    const hasRegion = asked.groupBy.includes('region');
    const kept = ['kind', 'status'].filter((column) => asked.groupBy.includes(column as Dimension));
    // Added up by id first: names are joined to what is left, which is a fraction.
    const ids = ['site_id', 'cause', ...kept, ...(hasRegion ? ['effective_on'] : [])].join(', ');
    return this.source.query(
      // No WITH for the movements: what has a volatile function in it would be written out before it is added up.
      `${PLANNED_ANEW} WITH added AS MATERIALIZED (
         SELECT ${ids}, sum(delta)::int AS n
           FROM (SELECT site_id, kind, status, cause, effective_on, delta FROM count_movements
                  WHERE district_id = $1 AND effective_on > $2 AND effective_on <= $3 AND known_at <= $4
                  UNION ALL
                 SELECT site_id, kind, status, cause, effective_on, delta FROM count_tail
                  WHERE district_id = $1 AND effective_on > $2 AND effective_on <= $3
                    AND recorded_at <= $4::timestamptz AND ${KNOWN_AT('xmin', 'recorded_at')} <= $4) units
          WHERE status = ANY ($5)
            AND ($6::uuid[] IS NULL OR site_id = ANY ($6))
            AND ($7::text[] IS NULL OR kind = ANY ($7))
          GROUP BY ${ids})
       SELECT ${outputs} u.cause, sum(u.n)::int AS change
         FROM added u
         JOIN sites s ON s.district_id = $1 AND s.id = u.site_id
         ${hasRegion ? REGION_OF_MOVEMENT : ''}
        WHERE ($8::text[] IS NULL OR s.code = ANY ($8))
        GROUP BY ${keys} HAVING sum(u.n) <> 0 ORDER BY ${keys}`,
      [
        scope.districtId,
        asked.from,
        asked.to,
        asked.knownAt,
        asked.statuses ?? ON_THE_BOOKS,
        siteFilter(scope),
        asked.kinds ?? null,
        asked.sites ?? null,
      ],
    );
  }
}

/** The region that the site belonged to when it happened. */
const REGION_OF_MOVEMENT = `
  LEFT JOIN site_regions r ON r.district_id = $1 AND r.site_id = u.site_id
        AND r.from_on <= u.effective_on AND (r.to_on IS NULL OR r.to_on > u.effective_on)`;

function grouped(
  groupBy: readonly Dimension[],
  before: Counts,
  after: Counts,
  causes: readonly CauseRow[],
): GrowthGroup[] {
  const groups = new Map<string, GrowthGroup>();
  const groupOf = (row: { [dimension in Dimension]?: string | null }): GrowthGroup => {
    const names = Object.fromEntries(groupBy.map((dimension) => [dimension, row[dimension] ?? null]));
    const key = JSON.stringify(names);
    const known = groups.get(key);
    if (known) return known;
    const fresh: GrowthGroup = { ...names, before: 0, after: 0, change: 0, causes: [] };
    groups.set(key, fresh);
    return fresh;
  };
  for (const row of before.groups) groupOf(row).before = row.count;
  for (const row of after.groups) groupOf(row).after = row.count;
  for (const row of causes) groupOf(row).causes.push({ cause: row.cause, change: row.change });
  for (const group of groups.values()) {
    group.change = group.after - group.before;
    const explained = group.causes.reduce((sum, { change }) => sum + change, 0);
    if (groupBy.includes('region') && explained !== group.change)
      group.causes.push({ cause: REDRAWN, change: group.change - explained });
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function inAll(groups: readonly GrowthGroup[]): Change {
  const causes = new Map<CauseChange['cause'], number>();
  for (const group of groups)
    for (const { cause, change } of group.causes) causes.set(cause, (causes.get(cause) ?? 0) + change);
  const sum = (of: 'before' | 'after' | 'change'): number =>
    groups.reduce((total, group) => total + group[of], 0);
  return {
    before: sum('before'),
    after: sum('after'),
    change: sum('change'),
    causes: [...causes].filter(([, change]) => change !== 0).map(([cause, change]) => ({ cause, change })),
  };
}
