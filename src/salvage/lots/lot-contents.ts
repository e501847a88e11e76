import { Injectable } from '@nestjs/common';
import { type Scope, siteFilter } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';
import { MOST_IN_LOT } from './lot-limits.js';
import { lotFull, onOtherLot } from './lots.errors.js';

/** What somebody enters about devices that are added. */
export interface AddedAs {
  pallet: string | null;
  condition: string | null;
  /** The scans that add them, in the order of the devices. */
  scanIds: readonly string[] | null;
}

interface Added {
  /** How many of the devices are new on the lot. */
  count: number;
  refused: { deviceId: string; code: string; detail: string }[];
}

/** Adds devices to lots, and removes them. The caller locks the devices first, and then the lot. */
@Injectable()
export class LotContents {
  /**
   * Adds devices. A device that is already on this lot stays as it is. A device that is on another lot is refused.
   * @throws Conflict if the lot would have too many devices
   */
  async add(
    tx: Tx,
    scope: Scope,
    lot: { id: string; number: number },
    deviceIds: readonly string[],
    { pallet, condition, scanIds }: AddedAs,
  ): Promise<Added> {
    if (deviceIds.length === 0) return { count: 0, refused: [] };
    const { districtId, accountId } = scope;
    const added = await tx.query<{ deviceId: string }[]>(
      `INSERT INTO lot_devices (district_id, lot_id, device_id, pallet, condition, added_at, added_by, scan_id)
       SELECT $1::uuid, $2::uuid, n.device_id, $5::text, $6::text, $7::timestamptz, $8::uuid, n.scan_id
         FROM unnest($3::uuid[], $4::uuid[]) AS n (device_id, scan_id)
       ON CONFLICT DO NOTHING RETURNING device_id AS "deviceId"`,
      [
        districtId,
        lot.id,
        deviceIds,
        scanIds ?? deviceIds.map(() => null),
        pallet,
        condition,
        tx.at,
        accountId,
      ],
    );
    await changed(tx, districtId, lot.id, added.length);
    const devices = (await devicesOf(tx, districtId, [lot.id])).get(lot.id) ?? 0;
    if (devices > MOST_IN_LOT) throw lotFull(lot.number);
    const done = new Set(added.map(({ deviceId }) => deviceId));
    const refused = await onOtherLots(
      tx,
      scope,
      lot.id,
      deviceIds.filter((id) => !done.has(id)),
    );
    return { count: added.length, refused };
  }

  /** After a merge, the survivor takes the place of the duplicate on its lots. */
  async follow(
    tx: Tx,
    { districtId }: Scope,
    { survivorId, duplicateId }: { survivorId: string; duplicateId: string },
  ): Promise<void> {
    await tx.query(
      `UPDATE lot_devices y SET device_id = $3
        WHERE y.district_id = $1 AND y.device_id = $2
          AND NOT EXISTS (SELECT FROM lot_devices o
                           WHERE o.district_id = $1 AND o.device_id = $3
                             AND (o.lot_id = y.lot_id OR (o.ended_at IS NULL AND y.ended_at IS NULL)))`,
      [districtId, duplicateId, survivorId],
    );
    // The survivor is on another lot, or on the same one.
    await tx.query(`DELETE FROM lot_devices WHERE district_id = $1 AND device_id = $2 AND ended_at IS NULL`, [
      districtId,
      duplicateId,
    ]);
  }

  /** Removes devices. @returns how many were on the lot */
  async remove(tx: Tx, { districtId }: Scope, lotId: string, deviceIds: readonly string[]): Promise<number> {
    if (deviceIds.length === 0) return 0;
    const [, count] = await tx.query<[unknown, number]>(
      `DELETE FROM lot_devices WHERE district_id = $1 AND lot_id = $2 AND device_id = ANY ($3::uuid[])`,
      [districtId, lotId, deviceIds],
    );
    await changed(tx, districtId, lotId, count);
    return count;
  }
}

/** Counts up the version of a lot, so that a page that was read earlier is out of date. */
async function changed(tx: Tx, districtId: string, lotId: string, count: number): Promise<void> {
  if (count > 0)
    await tx.query(
      `UPDATE lots SET version = version + 1, updated_at = $3 WHERE district_id = $1 AND id = $2`,
      [districtId, lotId, tx.at],
    );
}

/** How many devices lots have. A lot without devices is left out. */
export async function devicesOf(
  tx: Tx,
  districtId: string,
  lotIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.query<{ lotId: string; devices: number }[]>(
    `SELECT lot_id AS "lotId", count(*)::int AS devices FROM lot_devices
      WHERE district_id = $1 AND lot_id = ANY ($2::uuid[]) GROUP BY lot_id`,
    [districtId, lotIds],
  );
  return new Map(rows.map(({ lotId, devices }) => [lotId, devices]));
}

async function onOtherLots(
  tx: Tx,
  scope: Scope,
  lotId: string,
  deviceIds: readonly string[],
): Promise<Added['refused']> {
  if (deviceIds.length === 0) return [];
  const rows = await tx.query<{ deviceId: string; code: string | null; number: number | null }[]>(
    `SELECT y.device_id AS "deviceId", coalesce(d.asset_tag, d.serial_number) AS code,
            CASE WHEN $4::uuid[] IS NULL OR l.site_id = ANY ($4) THEN l.number END AS number
       FROM lot_devices y
       JOIN lots l ON l.district_id = $1 AND l.id = y.lot_id
       JOIN devices d ON d.district_id = $1 AND d.id = y.device_id
      WHERE y.district_id = $1 AND y.device_id = ANY ($2::uuid[]) AND y.ended_at IS NULL AND y.lot_id <> $3`,
    [scope.districtId, deviceIds, lotId, siteFilter(scope)],
  );
  return rows.map(({ deviceId, code, number }) => ({
    deviceId,
    ...onOtherLot(code ?? 'The device', number),
  }));
}
