import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { Clock, dateIn, startOfDate } from '../../common/time/clock.js';
import { daysAfter, mondayOf } from '../../common/time/days-and-times.js';

/** Hours at a site, or for no site, in a week. */
export interface DeliveredWeek {
  siteId: string | null;
  /** Key of a kind of work. */
  work: string;
  /** Its Monday, in the district's time zone. */
  week: string;
  hours: number;
  approvedHours: number;
}

const WEEKS = `
  SELECT e.site_id AS "siteId", e.work, date_trunc('week', e.starts_at AT TIME ZONE $4)::date AS week,
         (sum(extract(epoch FROM e.ends_at - e.starts_at)) / 3600)::float8 AS hours,
         (coalesce(sum(extract(epoch FROM e.ends_at - e.starts_at)) FILTER (WHERE e.state = 'approved'), 0)
           / 3600)::float8 AS "approvedHours"
    FROM time_entries e
   WHERE e.district_id = $1 AND e.starts_at >= $2 AND e.starts_at < $3 AND e.state <> 'withdrawn'
   GROUP BY 1, 2, 3`;

const MONTHS = `
  SELECT to_char(e.starts_at AT TIME ZONE $4, 'YYYY-MM') AS month,
         (sum(extract(epoch FROM e.ends_at - e.starts_at)) / 3600)::float8 AS hours
    FROM time_entries e
   WHERE e.district_id = $1 AND e.starts_at >= $2 AND e.starts_at < $3 AND e.state <> 'withdrawn'
     AND e.site_id IS NOT NULL AND ($5::uuid[] IS NULL OR e.site_id = ANY ($5))
   GROUP BY 1`;

/** Full weeks of five days that technicians were there for, over some weeks. */
const FULL_TIME_WEEKS = `
  SELECT coalesce(sum(cardinality(t.weekdays)), 0) / 5.0::float8 AS weeks
    FROM unnest($2::date[]) AS w (monday)
    JOIN technicians t ON t.district_id = $1 AND t.starts_on <= w.monday + 6 AND coalesce(t.ends_on >= w.monday, true)`;

/** What technicians reported, in sums. Of the whole district: who asks is told of their own sites by the caller. */
@Injectable()
export class DeliveredTime {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param days first and last day, included */
  weeks(
    { districtId, timeZone }: Scope,
    { from, to }: { from: string; to: string },
  ): Promise<DeliveredWeek[]> {
    return this.source.query(WEEKS, [
      districtId,
      startOfDate(timeZone, from),
      startOfDate(timeZone, daysAfter(to, 1)),
      timeZone,
    ]);
  }

  /** Hours at the sites in reach, by month such as `2026-01`; without the months in which nobody reported. */
  async months(scope: Scope, { from, to }: { from: string; to: string }): Promise<Map<string, number>> {
    const rows = await this.source.query<{ month: string; hours: number }[]>(MONTHS, [
      scope.districtId,
      startOfDate(scope.timeZone, from),
      startOfDate(scope.timeZone, daysAfter(to, 1)),
      scope.timeZone,
      siteFilter(scope),
    ]);
    return new Map(rows.map(({ month, hours }) => [month, hours]));
  }

  /** @param mondays of the weeks */
  async fullTimeWeeks(districtId: string, mondays: readonly string[]): Promise<number> {
    const [row] = await this.source.query<{ weeks: number }[]>(FULL_TIME_WEEKS, [districtId, mondays]);
    return row?.weeks ?? 0;
  }

  /**
   * Hours a week of each site, on average of the weeks that are over and in which anybody reported; null where nobody
   * did. This week is not half as long because it is Wednesday.
   */
  async weekly(
    scope: Scope,
    { from, to }: { from: string; to: string },
  ): Promise<Map<string, number> | null> {
    const lastSunday = daysAfter(mondayOf(dateIn(scope.timeZone, this.clock.now())), -1);
    const rows = await this.weeks(scope, { from, to: to < lastSunday ? to : lastSunday });
    const weeks = new Set(rows.map(({ week }) => week)).size;
    if (weeks === 0) return null;
    const sums = new Map<string, number>();
    for (const { siteId, hours } of rows)
      if (siteId) sums.set(siteId, (sums.get(siteId) ?? 0) + hours / weeks);
    return sums;
  }
}
