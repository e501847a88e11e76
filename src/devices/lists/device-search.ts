import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { may, type Scope, siteFilter } from '../../access/scope.js';
import { groupBy } from '../../common/group-by.js';
import { containing, likePattern } from '../../common/like-pattern.js';
import { InvalidInput } from '../../common/refusal.js';
import { type Param, sqlParameters } from '../../database/sql-parameters.js';
import { expectedRows } from '../../database/migrating/expected-rows.js';
import { isKnown } from '../../people/people-filter.js';
import { type Condition, isOneOf } from './device-conditions.js';
import { searchedCodes, searchedWords } from './searched-codes.js';

/** Up to this many matching codes, the index of codes is used. Finding this many takes a tenth of a second. */
const MOST_BY_CODE = 150_000;
const SHORTEST = 3;

const MOST_PEOPLE = 1000;
/** What stands before a word of a name, so that "Jones" finds "Smith-Jones" and "Brien" finds "O'Brien". */
const BEFORE_A_WORD = ['', '% ', '%-', "%'", '%’'];
/** The same expression as in the index of names. */
const PERSON = `lower(coalesce(given_name, '') || ' ' || coalesce(family_name, ''))`;

/** Finds devices by a text that another module knows. @returns their ids */
export type DeviceFinder = (scope: Scope, text: string) => Promise<string[]>;

/** Finds devices by a code, a model, a site, or the person who has them. */
@Injectable()
export class DeviceSearch {
  private readonly finders: DeviceFinder[] = [];

  constructor(private readonly source: DataSource) {}

  /** Call this in `onModuleInit`: devices are also found by what this finder knows of them, such as their claims. */
  register(finder: DeviceFinder): void {
    this.finders.push(finder);
  }

  /** @throws InvalidInput if the text is too short for a search */
  async condition(scope: Scope, q: string): Promise<Condition> {
    const text = q.trim();
    if (text.length < SHORTEST)
      throw new InvalidInput('Enter at least three characters to search.', [
        { field: 'q', code: 'TOO_SHORT', detail: 'Enter at least three characters.' },
      ]);
    const either = [...(await this.byName(scope, text)), await this.byCode(scope, text)];
    for (const find of this.finders) {
      const ids = await find(scope, text);
      if (ids.length > 0) either.push(isOneOf('id', ids));
    }
    return (param) => `(${either.map((condition) => condition(param)).join(' OR ')})`;
  }

  /**
   * A model matches if it contains each word of the search. A site or a person matches if each word of the search is
   * the beginning of a word in the name, so "Ada" does not find "Nevada". Students at sites that the caller cannot see
   * are not found.
   */
  private async byName(scope: Scope, text: string): Promise<Condition[]> {
    const { parameters, param } = sqlParameters(
      scope.districtId,
      may(scope, 'people:read'),
      siteFilter(scope),
    );
    const words = searchedWords(text).map((word) => ({
      anywhere: param(containing(word)),
      begins: BEFORE_A_WORD.map((before) => param(`${before}${likePattern(word)}%`)),
    }));
    // Use one condition for each pattern, because PostgreSQL uses no index for `LIKE ALL` and `LIKE ANY`. From these, the
    // index of names also finds words of one or two characters. From `%word%`, it would read all its entries for them.
    const like = (name: string, patterns: string[]): string =>
      `(${patterns.map((pattern) => `${name} LIKE ${pattern}::text`).join(' OR ')})`;
    const holds = (name: string): string => words.map(({ anywhere }) => like(name, [anywhere])).join(' AND ');
    const begins = (name: string): string => words.map((word) => like(name, word.begins)).join(' AND ');
    const names = await this.source.query<{ id: string; column: string }[]>(
      `SELECT id, 'model_id' AS column FROM device_models
        WHERE district_id = $1 AND ${holds(`lower(manufacturer || ' ' || name)`)}
       UNION ALL
       SELECT id, 'site_id' FROM sites WHERE district_id = $1 AND ${begins('lower(name)')}
       UNION ALL
       (SELECT id, 'person_id' FROM people p
         WHERE $2 AND district_id = $1 AND redacted_at IS NULL AND ${isKnown('p', '$3')}
           AND ${begins(PERSON)}
         LIMIT ${MOST_PEOPLE})`,
      parameters,
    );
    return [...groupBy(names, ({ column }) => column)].map(([column, rows]) =>
      isOneOf(
        column,
        rows.map(({ id }) => id),
      ),
    );
  }

  /**
   * If few codes match, the index of codes finds them, and the condition names their devices. If many codes match, the
   * first page is full long before all of them are found. Then PostgreSQL goes through the devices in the order of the
   * list and checks each one. PostgreSQL's statistics say how many codes match. If the statistics are wrong, the result
   * is still right, but it takes longer.
   */
  private async byCode(scope: Scope, text: string): Promise<Condition> {
    const asked = searchedCodes(text);
    const alike = (param: Param): string =>
      asked
        .map(
          ({ kinds, pattern }) => `k.code LIKE ${param(pattern)} AND k.kind = ANY (${param(kinds)}::text[])`,
        )
        .join(' OR ');
    const parameters: unknown[] = [scope.districtId];
    const expected = await expectedRows(
      (sql, given) => this.source.query(sql, given),
      `SELECT FROM device_codes k WHERE k.district_id = $1 AND (${alike((value) => `$${parameters.push(value)}`)})`,
      parameters,
    );
    return (param) => {
      const found = `k.district_id = $1 AND (${alike(param)})`;
      return expected <= MOST_BY_CODE
        ? `d.id = ANY (ARRAY(SELECT k.device_id FROM device_codes k WHERE ${found}))`
        : `(SELECT true FROM device_codes k WHERE k.device_id = d.id AND ${found} LIMIT 1)`;
    };
  }
}
