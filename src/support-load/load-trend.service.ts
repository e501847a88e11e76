import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { Scope } from '../access/scope.js';
import { DeliveredTime } from '../allocation/time/delivered-time.queries.js';
import { Clock, dateIn } from '../common/time/clock.js';
import { IN_USE } from '../counts/counts.queries.js';
import { SeriesQueries } from '../counts/series/series.queries.js';
import type { SeriesPoint } from '../counts/series/series-groups.js';
import type { DeviceKind } from '../catalogue/kinds.js';
import { ClaimLoad } from '../warranty/figures/claim-load.queries.js';
import { ratio, sum } from './site-load.js';
import type { LoadTrendQuery } from './support-load.dto.js';
import { type ExpectedWork, expectedWork, type KindCounts, type Weight } from './weights/weights.js';
import { LoadWeights } from './weights/weights.service.js';

/** The support that the caller's sites needed in a month, and what they got. */
export interface LoadMonth {
  /** Such as `2026-01`. */
  month: string;
  /** The last past day of the month. The devices are counted at the end of this day. */
  on: string;
  devices: number;
  /**
   * A twelfth of the minutes that these devices need in a year, and the minutes of the warranty claims that were opened in
   * the month. With 1 decimal.
   */
  expectedMinutes: number;
  /** Hours that technicians reported, with 2 decimals. Null if there are no time reports. */
  deliveredHours: number | null;
  /** With 1 decimal. Also null for a month that is not over, because its hours are incomplete. */
  minutesPerDeliveredHour: number | null;
}

export interface LoadTrend {
  from: string;
  to: string;
  /** These weights are used for all months. Only devices and hours change from month to month. */
  weightsVersion: number;
  months: LoadMonth[];
}

const MONTHS = 12;

@Injectable()
export class LoadTrendService {
  constructor(
    private readonly series: SeriesQueries,
    private readonly time: DeliveredTime,
    private readonly weights: LoadWeights,
    private readonly claims: ClaimLoad,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput for days in the future or the wrong way round */
  async find(scope: Scope, query: LoadTrendQuery): Promise<LoadTrend> {
    const to = query.to ?? dateIn(scope.timeZone, this.clock.now());
    const first =
      query.from ??
      DateTime.fromISO(to)
        .minus({ months: MONTHS - 1 })
        .toISODate() ??
      to;
    const from = `${first.slice(0, 7)}-01`;
    const { points } = await this.series.series(scope, {
      from,
      to,
      interval: 'month',
      groupBy: ['kind'],
      statuses: IN_USE,
    });
    const delivered = await this.time.months(scope, { from, to });
    const claims = await this.claims.byMonth(scope, { from, to });
    const { weights, version } = await this.weights.find(scope);
    return {
      from,
      to,
      weightsVersion: version,
      months: points.map((point) => {
        const month = point.on.slice(0, 7);
        return monthOf(point, weights, claims.get(month) ?? new Map(), delivered.get(month) ?? null);
      }),
    };
  }
}

function monthOf(
  { on, total, groups }: SeriesPoint,
  weights: readonly Weight[],
  claims: KindCounts,
  deliveredHours: number | null,
): LoadMonth {
  const inUse = new Map(groups.map(({ kind, count }) => [kind as DeviceKind, count]));
  const minutes = (per: ExpectedWork['per']): number =>
    sum(expectedWork(weights, inUse, claims).flatMap((work) => (work.per === per ? work.minutes : [])));
  const expectedMinutes = minutes('device') / MONTHS + minutes('claim');
  return {
    month: on.slice(0, 7),
    on,
    devices: total,
    expectedMinutes,
    deliveredHours,
    minutesPerDeliveredHour: isLastOfMonth(on) ? ratio(expectedMinutes, deliveredHours) : null,
  };
}

function isLastOfMonth(date: string): boolean {
  return DateTime.fromISO(date).plus({ days: 1 }).day === 1;
}
