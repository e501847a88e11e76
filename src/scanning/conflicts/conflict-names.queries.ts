import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { may, type Scope } from '../../access/scope.js';
import { PeopleQueries } from '../../people/people.queries.js';
import type { Clash } from '../scan-outcomes.js';

/** A device as people recognize it. */
export interface ScannedDevice {
  id: string;
  assetTag: string | null;
  serialNumber: string | null;
  model: string;
  status: string;
  /** Code of its site. */
  site: string;
  siteName: string;
}

/**
 * One field on which the record and the scan disagree, with the names of what the ids stand for. A name is null where
 * the value is no id, and where the caller may not read the person's name.
 */
export interface NamedClash extends Clash {
  theirsName: string | null;
  mineName: string | null;
  /** Name or address of who gave the record its value, and when; null where it is not known. */
  changedBy: string | null;
  changedAt: Date | null;
}

interface Contested {
  id: string;
  deviceId: string | null;
  clash: readonly Clash[];
}

interface Change {
  id: string;
  field: string;
  changedBy: string | null;
  changedAt: Date;
}

/** A `ScannedDevice` out of `devices d`, its model `m` and its site `ds`. */
export const SCANNED_DEVICE = `
  jsonb_build_object('id', d.id, 'assetTag', d.asset_tag, 'serialNumber', d.serial_number,
    'model', m.manufacturer || ' ' || m.name, 'status', d.status, 'site', ds.code, 'siteName', ds.name)`;

const NAMES = `
  SELECT id, name FROM sites WHERE district_id = $1 AND id = ANY ($2::uuid[])
  UNION ALL SELECT id, name FROM rooms WHERE district_id = $1 AND id = ANY ($2::uuid[])
  UNION ALL SELECT id, name FROM carts WHERE district_id = $1 AND id = ANY ($2::uuid[])
  UNION ALL SELECT id, manufacturer || ' ' || name FROM device_models WHERE district_id = $1 AND id = ANY ($2::uuid[])
  UNION ALL SELECT id, name FROM funding_sources WHERE district_id = $1 AND id = ANY ($2::uuid[])`;

const NAMED_FIELDS = new Set(['siteId', 'roomId', 'cartId', 'modelId', 'fundingSourceId']);

/** The names that people need to decide a conflict. */
@Injectable()
export class ConflictNames {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleQueries,
  ) {}

  /** The clashes of each scan, by its id. Students' names that are shown are logged. */
  async clashes(scope: Scope, scans: readonly Contested[]): Promise<Map<string, NamedClash[]>> {
    const all = scans.flatMap(({ clash }) => clash);
    const [names, changes] = await Promise.all([this.namesOf(scope, all), this.changesOf(scope, scans)]);
    const nameOf = (value: unknown): string | null => names.get(value) ?? null;
    return new Map(
      scans.map(({ id, clash }) => [
        id,
        clash.map(({ field, theirs, mine }) => {
          const change = changes.find((one) => one.id === id && one.field === field);
          const isHidden = field === 'personId' && !may(scope, 'people:read');
          return {
            field,
            theirs: isHidden ? null : theirs,
            mine: isHidden ? null : mine,
            theirsName: nameOf(theirs),
            mineName: nameOf(mine),
            changedBy: change?.changedBy ?? null,
            changedAt: change?.changedAt ?? null,
          };
        }),
      ]),
    );
  }

  /** Devices by id. */
  async devices(scope: Scope, ids: readonly string[]): Promise<Map<string, ScannedDevice>> {
    if (ids.length === 0) return new Map();
    const rows = await this.source.query<{ device: ScannedDevice }[]>(
      `SELECT ${SCANNED_DEVICE} AS device
         FROM devices d
         JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
         JOIN sites ds ON ds.district_id = $1 AND ds.id = d.site_id
        WHERE d.district_id = $1 AND d.id = ANY ($2::uuid[])`,
      [scope.districtId, ids],
    );
    return new Map(rows.map(({ device }) => [device.id, device]));
  }

  private async namesOf(scope: Scope, clashes: readonly Clash[]): Promise<Map<unknown, string>> {
    const ids = valuesOf(clashes.filter(({ field }) => NAMED_FIELDS.has(field)));
    const found =
      ids.length === 0
        ? []
        : await this.source.query<{ id: string; name: string }[]>(NAMES, [scope.districtId, ids]);
    const holders = valuesOf(clashes.filter(({ field }) => field === 'personId'));
    const people = await this.people.namesOf(scope, 'conflicts.list', holders);
    const names = new Map<unknown, string>(found.map(({ id, name }) => [id, name]));
    for (const { id, givenName, familyName, email } of people.values()) {
      const name = [givenName, familyName].filter(Boolean).join(' ') || email;
      if (name) names.set(id, name);
    }
    return names;
  }

  /** Who gave each contested field the value that stands against the scan. */
  private async changesOf(scope: Scope, scans: readonly Contested[]): Promise<Change[]> {
    const contested = scans.flatMap(({ id, deviceId, clash }) =>
      deviceId === null ? [] : clash.map(({ field, theirs }) => ({ id, deviceId, field, theirs })),
    );
    if (contested.length === 0) return [];
    return this.source.query<Change[]>(
      `SELECT q.id, q.field, coalesce(a.name, a.email) AS "changedBy", e.recorded_at AS "changedAt"
         FROM jsonb_to_recordset($2::jsonb) AS q (id uuid, "deviceId" uuid, field text, theirs jsonb)
         JOIN LATERAL (
           SELECT actor_id, recorded_at FROM device_events
            WHERE district_id = $1 AND device_id = q."deviceId" AND changes ? q.field
              AND changes -> q.field -> 1 = coalesce(q.theirs, 'null')
            ORDER BY recorded_at DESC, id DESC LIMIT 1) e ON true
         LEFT JOIN accounts a ON a.district_id = $1 AND a.id = e.actor_id`,
      [scope.districtId, JSON.stringify(contested)],
    );
  }
}

function valuesOf(clashes: readonly Clash[]): string[] {
  const values = clashes.flatMap(({ theirs, mine }) => [theirs, mine]);
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}
