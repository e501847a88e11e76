import { Injectable } from '@nestjs/common';
import { containing } from '../../common/like-pattern.js';
import { readSiteCode } from '../../common/site-code.js';
import { DataSource } from 'typeorm';
import { may, type Scope, siteFilter } from '../../access/scope.js';
import { Clock, dateIn } from '../../common/time/clock.js';
import { Forbidden } from '../../common/refusal.js';
import { sqlParameters } from '../../database/sql-parameters.js';
import { DateTime } from 'luxon';
import { type Condition, isOneOf } from './device-conditions.js';
import { type DeviceCoverageState, DeviceCoverages } from './device-coverages.js';
import { DeviceSearch } from './device-search.js';

/** What a list, an export or a bulk change is about; everything given must hold. */
export interface DeviceFilter {
  /** Codes of sites. */
  site?: string[];
  /** Ids of devices. */
  id?: string[];
  region?: string[];
  /** Names of rooms and carts, at any site. */
  room?: string;
  cart?: string;
  kind?: string[];
  status?: string[];
  /** Part of a model's name. */
  model?: string;
  /** Years in service, at the least and less than. */
  ageFrom?: number;
  ageTo?: number;
  /** Automatic updates end before this date. */
  autoUpdateBefore?: string;
  /** Id of a person. */
  person?: string;
  fundingSource?: string;
  /** States of the best coverage today. */
  coverage?: DeviceCoverageState[];
  /** Three or more characters of a code, or of a model's, site's or person's name. */
  q?: string;
}

/** SQL that follows `devices d WHERE d.district_id = $1`, and its parameters from $1 on. */
export interface FilterSql {
  where: string;
  parameters: unknown[];
}

/** A filter whose names are ids already. */
export interface PreparedFilter {
  /** Devices of the sites that the caller reaches, and that were asked for. */
  reach: Condition;
  conditions: Condition[];
}

/** Devices that a register shows unless it is asked for others: void ones never were. */
const NOT_VOID = `d.status <> 'void'`;

/** Turns filters into SQL that the indexes serve: names become ids first, in small tables. */
@Injectable()
export class DeviceFilters {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly search: DeviceSearch,
    private readonly coverages: DeviceCoverages,
  ) {}

  async toSql(scope: Scope, filter: DeviceFilter): Promise<FilterSql> {
    const { parameters, param } = sqlParameters(scope.districtId);
    const { reach, conditions } = await this.prepare(scope, filter);
    const where = [...conditions, reach].map((condition) => ` AND ${condition(param)}`).join('');
    return { where, parameters };
  }

  async prepare(scope: Scope, filter: DeviceFilter): Promise<PreparedFilter> {
    const { status, kind, q } = filter;
    const conditions: Condition[] = [
      status ? (param) => `d.status = ANY (${param(status)}::text[])` : () => NOT_VOID,
    ];
    const oneOf = (column: string, ids: string[]): number => conditions.push(isOneOf(column, ids));
    const sites = await this.siteIds(scope, filter);
    if (filter.id) oneOf('id', filter.id);
    if (kind) conditions.push((param) => `d.kind = ANY (${param(kind)}::text[])`);
    if (filter.person) {
      // Left out, the filter would show everything to those who may not ask.
      if (!may(scope, 'people:read'))
        throw new Forbidden("You don't have permission to see who has which device.");
      oneOf('person_id', [filter.person]);
    }
    if (filter.room) oneOf('room_id', await this.placeIds(scope, 'rooms', filter.room));
    if (filter.cart) oneOf('cart_id', await this.placeIds(scope, 'carts', filter.cart));
    if (filter.model || filter.autoUpdateBefore) oneOf('model_id', await this.modelIds(scope, filter));
    if (filter.fundingSource) oneOf('funding_source_id', await this.fundIds(scope, filter.fundingSource));
    conditions.push(...this.ageConditions(scope, filter));
    if (filter.coverage) conditions.push(this.coverages.condition(scope, filter.coverage));
    if (q) conditions.push(await this.search.condition(scope, q));
    return { reach: sites ? isOneOf('site_id', sites) : () => 'true', conditions };
  }

  private ageConditions(scope: Scope, { ageFrom, ageTo }: DeviceFilter): Condition[] {
    const today = DateTime.fromISO(dateIn(scope.timeZone, this.clock.now()));
    const daysAgo = (years: number): string | null =>
      today.minus({ days: Math.round(years * 365.25) }).toISODate();
    const conditions: Condition[] = [];
    // The same expression as the index; a device without a date has no age.
    const since = `coalesce(d.in_service_on, DATE '0001-01-01')`;
    if (ageFrom !== undefined)
      conditions.push(
        (param) => `d.in_service_on IS NOT NULL AND ${since} <= ${param(daysAgo(ageFrom))}::date`,
      );
    if (ageTo !== undefined) conditions.push((param) => `${since} > ${param(daysAgo(ageTo))}::date`);
    return conditions;
  }

  private async fundIds(scope: Scope, name: string): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT id FROM funding_sources WHERE district_id = $1 AND lower(name) = lower($2)`,
      [scope.districtId, name],
    );
    return rows.map(({ id }) => id);
  }

  private async siteIds(scope: Scope, filter: DeviceFilter): Promise<string[] | null> {
    const reached = siteFilter(scope);
    if (!filter.site && !filter.region) return reached;
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT id FROM sites WHERE district_id = $1 AND ($2::text[] IS NULL OR code = ANY ($2))
          AND ($3::text[] IS NULL OR region = ANY ($3)) AND ($4::uuid[] IS NULL OR id = ANY ($4))`,
      [scope.districtId, filter.site?.map(readSiteCode) ?? null, filter.region ?? null, reached],
    );
    return rows.map(({ id }) => id);
  }

  private async placeIds(scope: Scope, table: 'rooms' | 'carts', name: string): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT id FROM ${table} WHERE district_id = $1 AND lower(name) = lower($2)`,
      [scope.districtId, name],
    );
    return rows.map(({ id }) => id);
  }

  private async modelIds(scope: Scope, filter: DeviceFilter): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT m.id FROM device_models m LEFT JOIN auto_update_ends a ON a.name = m.auto_update_name
        WHERE m.district_id = $1
          AND ($2::text IS NULL OR m.manufacturer || ' ' || m.name ILIKE $2)
          AND ($3::date IS NULL OR coalesce(m.auto_update_ends_on, a.ends_on) < $3)`,
      [scope.districtId, filter.model ? containing(filter.model) : null, filter.autoUpdateBefore ?? null],
    );
    return rows.map(({ id }) => id);
  }
}
