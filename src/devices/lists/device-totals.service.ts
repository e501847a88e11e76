import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { CountsQueries } from '../../counts/counts.queries.js';
import { type DeviceFilter, DeviceFilters } from './device-filter.js';
import { STATUSES } from '../statuses.js';

/** How many devices a filter selects. */
export interface DeviceTotal {
  count: number;
  /** True if there are more devices than `count`. Rollcall stopped counting there. */
  isMore: boolean;
}

/** Counting more devices than this would take longer than reading a page of the list. */
const MOST_COUNTED = 10_000;

/** Filters for which the counts have the total, so no devices have to be counted. */
const IN_COUNTS = new Set(['site', 'kind', 'status']);

/** Finds the total of a list. It is exact if the counts have it. Otherwise, devices are counted up to 10,000. */
@Injectable()
export class DeviceTotals {
  constructor(
    private readonly source: DataSource,
    private readonly filters: DeviceFilters,
    private readonly counts: CountsQueries,
  ) {}

  async count(scope: Scope, filter: DeviceFilter): Promise<DeviceTotal> {
    const asked = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : name));
    // The counts do not include void records.
    const isInCounts = asked.every((name) => IN_COUNTS.has(name)) && !filter.status?.includes('void');
    return isInCounts ? this.fromCounts(scope, filter) : this.counted(scope, filter);
  }

  private async fromCounts(scope: Scope, { site, kind, status }: DeviceFilter): Promise<DeviceTotal> {
    const statuses = status ?? STATUSES.filter((one) => one !== 'void');
    const { total } = await this.counts.counts(scope, { groupBy: [], sites: site, kinds: kind, statuses });
    return { count: total, isMore: false };
  }

  private async counted(scope: Scope, filter: DeviceFilter): Promise<DeviceTotal> {
    const { where, parameters } = await this.filters.toSql(scope, filter);
    const [row] = await this.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM (
         SELECT FROM devices d WHERE d.district_id = $1${where} LIMIT ${MOST_COUNTED + 1}) counted`,
      parameters,
    );
    const n = row?.n ?? 0;
    return { count: Math.min(n, MOST_COUNTED), isMore: n > MOST_COUNTED };
  }
}
