import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { Clock, dateIn } from '../../common/time/clock.js';
import type { Condition } from './device-conditions.js';

/** State of the best coverage of a device, from best to worst. `unknown`: no coverage is on record. */
export const DEVICE_COVERAGES = ['active', 'expiring', 'not_started', 'expired', 'unknown'] as const;

export type DeviceCoverageState = (typeof DEVICE_COVERAGES)[number];

/** SQL about the coverages of `devices d`, where `$1` is the district. */
export interface CoverageSql {
  /** True if the best coverage has one of these states. @param on gives SQL of a date, where one is needed */
  isOneOf(states: readonly DeviceCoverageState[], on: () => string): string;
  /** The last day of the coverage that ends last. Null if no coverage is on record. */
  endsOn: string;
}

/**
 * What this module knows about coverages. The module that keeps coverages stands on this one, so it registers its SQL
 * here.
 */
@Injectable()
export class DeviceCoverages {
  private registered: CoverageSql | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  register(sql: CoverageSql): void {
    this.registered = sql;
  }

  get sql(): CoverageSql {
    if (!this.registered) throw new Error('No module has registered the SQL of coverages.');
    return this.registered;
  }

  /** Devices whose best coverage has one of these states today, which is the day in the district. */
  condition(scope: Scope, states: readonly DeviceCoverageState[]): Condition {
    const today = dateIn(scope.timeZone, this.clock.now());
    return (param) => {
      let placeholder: string | undefined;
      return this.sql.isOneOf(states, () => (placeholder ??= `${param(today)}::date`));
    };
  }

  /** The last day of the coverage that ends last, by the id of the device. Devices without a coverage are left out. */
  async endsOn(scope: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.source.query<{ id: string; endsOn: string | null }[]>(
      `SELECT d.id, ${this.sql.endsOn} AS "endsOn" FROM devices d WHERE d.district_id = $1 AND d.id = ANY ($2)`,
      [scope.districtId, ids],
    );
    return new Map(rows.flatMap(({ id, endsOn }) => (endsOn === null ? [] : [[id, endsOn]])));
  }
}
