import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { may, type Scope } from '../../access/scope.js';
import { DeviceNames } from '../../devices/device-names.service.js';
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
 * One field on which the record and the scan disagree, with names for ids. A name is null if the value is not an
 * id, or if the caller cannot see the name of the person.
 */
export interface NamedClash extends Clash {
  theirsName: string | null;
  mineName: string | null;
  /** Name or email of the person who set the value of the record, and when. Null if that is not known. */
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

/** The names that people need to decide a conflict. */
@Injectable()
export class ConflictNames {
  constructor(
    private readonly source: DataSource,
    private readonly names: DeviceNames,
  ) {}

  /** The clashes of each scan, by its id. Students' names that are shown are logged. */
  async clashes(scope: Scope, scans: readonly Contested[]): Promise<Map<string, NamedClash[]>> {
    const contested = scans.map(({ clash }) =>
      Object.fromEntries(clash.map(({ field, theirs, mine }) => [field, [theirs, mine] as const])),
    );
    const [names, changes] = await Promise.all([
      this.names.ofChanges(scope, 'conflicts.list', contested),
      this.changesOf(scope, scans),
    ]);
    return new Map(
      scans.map(({ id, clash }, i) => [
        id,
        clash.map(({ field, theirs, mine }) => {
          const nameOf = (value: unknown): string | null =>
            typeof value === 'string' ? (names[i]?.[value] ?? null) : null;
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
