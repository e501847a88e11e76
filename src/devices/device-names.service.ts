import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../access/scope.js';
import { PeopleQueries } from '../people/people.queries.js';

/** What an event changed: field → [before, after]. */
type Changes = Readonly<Record<string, readonly [unknown, unknown]>>;

/** Fields of a device that hold the id of a record with a name, such as a site. */
const NAMED_FIELDS = ['siteId', 'roomId', 'cartId', 'modelId', 'fundingSourceId', 'mergedIntoId'] as const;

const NAMES = `
  SELECT id, name FROM sites WHERE district_id = $1 AND id = ANY ($2::uuid[])
  UNION ALL SELECT id, name FROM rooms WHERE district_id = $1 AND id = ANY ($2::uuid[])
  UNION ALL SELECT id, name FROM carts WHERE district_id = $1 AND id = ANY ($2::uuid[])
  UNION ALL SELECT id, manufacturer || ' ' || name FROM device_models WHERE district_id = $1 AND id = ANY ($2::uuid[])
  UNION ALL SELECT id, name FROM funding_sources WHERE district_id = $1 AND id = ANY ($2::uuid[])
  UNION ALL SELECT id, coalesce(asset_tag, serial_number) FROM devices WHERE district_id = $1 AND id = ANY ($2::uuid[])`;

/** Finds the names for ids, wherever Rollcall shows devices to people. */
@Injectable()
export class DeviceNames {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleQueries,
  ) {}

  /**
   * Names by id, for the people that the caller can see. Rollcall logs which students' names were shown.
   * @param by name of the use case that shows the names
   */
  async ofPeople(scope: Scope, by: string, ids: readonly (string | null)[]): Promise<Map<string, string>> {
    const asked = [...new Set(ids)].filter((id): id is string => id !== null);
    const found = await this.people.namesOf(scope, by, asked);
    return new Map(
      [...found.values()].flatMap(({ id, givenName, familyName, email }): [string, string][] => {
        const name = [givenName, familyName].filter(Boolean).join(' ') || email;
        return name ? [[id, name]] : [];
      }),
    );
  }

  /** Tags of devices by id. A device without a tag has its serial number instead. */
  async ofDevices(scope: Scope, ids: readonly string[]): Promise<Map<string, string | null>> {
    if (ids.length === 0) return new Map();
    const rows = await this.source.query<{ id: string; name: string | null }[]>(
      `SELECT id, coalesce(asset_tag, serial_number) AS name FROM devices
        WHERE district_id = $1 AND id = ANY ($2::uuid[])`,
      [scope.districtId, ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /**
   * For each set of changes, the names for the ids in it. People that the caller cannot see are left out. This takes
   * two statements for any number of changes.
   */
  async ofChanges(scope: Scope, by: string, all: readonly Changes[]): Promise<Record<string, string>[]> {
    const ids = all.flatMap((changes) => NAMED_FIELDS.flatMap((field) => textsIn(changes[field])));
    const holders = all.flatMap(({ personId }) => textsIn(personId));
    const rows =
      ids.length === 0
        ? []
        : await this.source.query<{ id: string; name: string | null }[]>(NAMES, [
            scope.districtId,
            [...new Set(ids)],
          ]);
    const names = await this.ofPeople(scope, by, holders);
    for (const { id, name } of rows) if (name !== null) names.set(id, name);
    return all.map((changes) => {
      const own = [...NAMED_FIELDS, 'personId'].flatMap((field) => textsIn(changes[field]));
      return Object.fromEntries(own.flatMap((id) => (names.has(id) ? [[id, names.get(id) as string]] : [])));
    });
  }
}

function textsIn(change: readonly [unknown, unknown] | undefined): string[] {
  const values: readonly unknown[] = change ?? [];
  return values.filter((value) => typeof value === 'string');
}
