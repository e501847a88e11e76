import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { type DeviceFilter, DeviceFilters } from '../lists/device-filter.js';

/** The devices that a filter leaves, for what is done to all of them. */
@Injectable()
export class DeviceSelection {
  constructor(
    private readonly source: DataSource,
    private readonly filters: DeviceFilters,
  ) {}

  async count(scope: Scope, filter: DeviceFilter): Promise<number> {
    const { where, parameters } = await this.filters.toSql(scope, filter);
    const [row] = await this.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM devices d WHERE d.district_id = $1${where}`,
      parameters,
    );
    return row?.n ?? 0;
  }

  /** Ids in their order, after one of them. */
  async next(scope: Scope, filter: DeviceFilter, after: string, limit: number): Promise<string[]> {
    const { where, parameters } = await this.filters.toSql(scope, filter);
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT d.id FROM devices d WHERE d.district_id = $1${where} AND d.id > $${parameters.push(after)}::uuid
        ORDER BY d.id LIMIT $${parameters.push(limit)}`,
      parameters,
    );
    return rows.map(({ id }) => id);
  }
}
