import { Injectable } from '@nestjs/common';
import { readSiteCode } from '../common/site-code.js';
import { DataSource } from 'typeorm';
import { may, type Scope, siteFilter } from '../access/scope.js';
import { groupBy } from '../common/group-by.js';
import { Clock, dateIn } from '../common/time/clock.js';
import { Forbidden, InvalidInput } from '../common/refusal.js';
import { type Param, sqlParameters } from '../database/sql-parameters.js';
import { expectedRows } from '../database/migrating/expected-rows.js';
import { DateTime } from 'luxon';

/** What a list, an export or a bulk change is about; everything given must hold. */
export interface DeviceFilter {
  /** Codes of sites. */
  site?: string[];
  region?: string[];
  /** Names, at whichever site. */
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
  /** Three or more characters of any code, or of a model's, site's or person's name. */
  q?: string;
}

/** SQL that follows `devices d WHERE d.district_id = $1`, and its parameters from $1 on. */
export interface FilterSql {
  where: string;
  parameters: unknown[];
}

/** A condition of `devices d`; its values are parameters of the statement that it is put into. */
type Condition = (param: Param) => string;

/** A filter whose names are ids already. */
export interface PreparedFilter {
  /** Devices of the sites that the caller reaches, and that were asked for. */
  reach: Condition;
  conditions: Condition[];
}

/** Codes that a part is looked for in by its index; finding as many takes a tenth of a second. */
const MOST_BY_CODE = 150_000;

/** Devices that a register shows unless it is asked for others: void ones never were. */
const NOT_VOID = `d.status <> 'void'`;

/** Turns filters into SQL that the indexes serve: names become ids first, in small tables. */
@Injectable()
export class DeviceFilters {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
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
    if (kind) conditions.push((param) => `d.kind = ANY (${param(kind)}::text[])`);
    if (filter.person) {
      // Left out, the filter would show everything to those who may not ask.
      if (!may(scope, 'people:read')) throw new Forbidden('Your role may not ask who has what.');
      oneOf('person_id', [filter.person]);
    }
    if (filter.room) oneOf('room_id', await this.placeIds(scope, 'rooms', filter.room));
    if (filter.cart) oneOf('cart_id', await this.placeIds(scope, 'carts', filter.cart));
    if (filter.model || filter.autoUpdateBefore) oneOf('model_id', await this.modelIds(scope, filter));
    if (filter.fundingSource) oneOf('funding_source_id', await this.fundIds(scope, filter.fundingSource));
    conditions.push(...this.ageConditions(scope, filter));
    if (q) conditions.push(await this.searchCondition(scope, q));
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

  private async searchCondition(scope: Scope, q: string): Promise<Condition> {
    const text = q.trim();
    if (text.length < 3)
      throw new InvalidInput('Search needs three characters or more.', [
        { field: 'q', code: 'TOO_SHORT', detail: 'at least three characters' },
      ]);
    const names = await this.source.query<{ id: string; column: string }[]>(
      `SELECT id, 'model_id' AS column FROM device_models
        WHERE district_id = $1 AND manufacturer || ' ' || name ILIKE '%' || $2 || '%'
       UNION ALL
       SELECT id, 'site_id' FROM sites WHERE district_id = $1 AND name ILIKE '%' || $2 || '%'
       UNION ALL
       (SELECT id, 'person_id' FROM people
         WHERE $3 AND district_id = $1 AND redacted_at IS NULL AND ($4::uuid[] IS NULL OR site_id = ANY ($4))
           AND lower(coalesce(given_name, '') || ' ' || coalesce(family_name, '')) LIKE '%' || lower($2) || '%'
         LIMIT 1000)`,
      [scope.districtId, likePattern(text), may(scope, 'people:read'), siteFilter(scope)],
    );
    const byName = [...groupBy(names, ({ column }) => column)].map(([column, rows]) =>
      isOneOf(
        column,
        rows.map(({ id }) => id),
      ),
    );
    const either = [...byName, await this.codeCondition(scope, text)];
    return (param) => `(${either.map((condition) => condition(param)).join(' OR ')})`;
  }

  /**
   * What few codes hold is found by its index, and the devices are named. What many hold would fill a page long
   * before all of them are found: there the list goes through its devices in order and asks each. Which it is,
   * PostgreSQL tells by its statistics; were they wrong, the answer would be as right, only slower.
   */
  private async codeCondition(scope: Scope, text: string): Promise<Condition> {
    const pattern = `%${likePattern(text.toUpperCase())}%`;
    const expected = await expectedRows(
      (sql, parameters) => this.source.query(sql, parameters),
      `SELECT FROM device_codes WHERE district_id = $1 AND code LIKE $2`,
      [scope.districtId, pattern],
    );
    return (param) => {
      const alike = `k.district_id = $1 AND k.code LIKE ${param(pattern)}`;
      return expected <= MOST_BY_CODE
        ? `d.id = ANY (ARRAY(SELECT k.device_id FROM device_codes k WHERE ${alike}))`
        : `(SELECT true FROM device_codes k WHERE k.device_id = d.id AND ${alike} LIMIT 1)`;
    };
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
          AND ($2::text IS NULL OR m.manufacturer || ' ' || m.name ILIKE '%' || $2 || '%')
          AND ($3::date IS NULL OR coalesce(m.auto_update_ends_on, a.ends_on) < $3)`,
      [scope.districtId, filter.model ? likePattern(filter.model) : null, filter.autoUpdateBefore ?? null],
    );
    return rows.map(({ id }) => id);
  }
}

function isOneOf(column: string, ids: string[]): Condition {
  return (param) => `d.${column} = ANY (${param(ids)}::uuid[])`;
}

/** A text in which `%` and `_` stand for themselves. */
function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
