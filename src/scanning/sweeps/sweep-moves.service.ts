import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { Conflict } from '../../common/refusal.js';
import type { Tx } from '../../database/tx.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import type { DeviceRecord } from '../../devices/device-record.js';
import type { DeviceInput } from '../../devices/planning/device-input.js';

/** Devices that closing a sweep moves, in one transaction. */
const MOST_MOVES = 1_000;

/** A device that was not moved to the place where it was found when the sweep was closed, and the reason. */
export interface NotMoved {
  deviceId: string;
  /** The code that was scanned. */
  code: string | null;
  detail: string;
}

interface Misplaced {
  deviceId: string;
  code: string | null;
  scanId: string;
  site: string;
  /** Room in which it was found, else the one that was swept. */
  room: string | null;
  /** Cart that was swept. */
  cart: string | null;
  seenAt: Date;
}

/** Puts devices on record where a sweep has found them. */
@Injectable()
export class SweepMoves {
  constructor(private readonly changes: DeviceChanges) {}

  /** Moves what the findings of a sweep call misplaced. */
  async moveMisplacedWithin(
    tx: Tx,
    scope: Scope,
    id: string,
  ): Promise<{ count: number; left: NotMoved[]; changeSetId: string | null }> {
    const misplaced = await tx.query<Misplaced[]>(
      `SELECT f.device_id AS "deviceId", f.code, f.scan_id AS "scanId", t.code AS site, f.seen_at AS "seenAt",
              CASE WHEN w.cart_id IS NULL THEN coalesce(f.found_room, r.name) END AS room, c.name AS cart
         FROM sweep_findings f
         JOIN sweeps w ON w.district_id = $1 AND w.id = f.sweep_id
         JOIN sites t ON t.district_id = $1 AND t.id = w.site_id
         LEFT JOIN rooms r ON r.district_id = $1 AND r.id = w.room_id
         LEFT JOIN carts c ON c.district_id = $1 AND c.id = w.cart_id
        WHERE f.district_id = $1 AND f.sweep_id = $2 AND f.result = 'misplaced' ORDER BY f.device_id LIMIT $3`,
      [scope.districtId, id, MOST_MOVES + 1],
    );
    if (misplaced.length > MOST_MOVES)
      throw new Conflict(
        `More than ${MOST_MOVES} devices were found in another place. Close the sweep without moving them, and then move them with a bulk change.`,
        'TOO_MANY_MOVES',
      );
    const devices = await this.changes.lock(
      tx,
      scope.districtId,
      misplaced.map(({ deviceId }) => deviceId),
    );
    const before = new Map([...devices.values()].map((device) => [device.id, device.siteId]));
    // Who has touched it since has the later word.
    const touched = (one: Misplaced): boolean =>
      (devices.get(one.deviceId)?.lastEffectiveAt ?? new Date(0)) > one.seenAt;
    const moving = misplaced.filter((one) => !touched(one));
    const left = misplaced.filter(touched).map(({ deviceId, code }): NotMoved => ({
      deviceId,
      code,
      detail: 'Someone changed the device after it was scanned.',
    }));
    const outcomes = await this.changes.applyScanned(
      tx,
      scope,
      devices,
      moving.map((one) => ({
        deviceId: one.deviceId,
        input: placeOf(one, devices.get(one.deviceId)),
        seen: null,
        fromAnywhere: true,
        overrides: true,
      })),
    );
    const moved: { scanId: string; from: string }[] = [];
    let changeSetId: string | null = null;
    for (const [i, outcome] of outcomes.entries()) {
      const one = moving[i] as Misplaced;
      const { deviceId, code, scanId } = one;
      if (outcome.outcome === 'refused') left.push({ deviceId, code, detail: outcome.detail });
      else if (outcome.outcome !== 'changed') left.push({ deviceId, code, detail: whyUnchanged(one) });
      else {
        ({ changeSetId } = outcome);
        moved.push({ scanId, from: before.get(deviceId) ?? outcome.device.siteId });
      }
    }
    // The site that it left is told, as by any other scan.
    await tx.query(
      `UPDATE scans s SET from_site_id = n."from"
         FROM jsonb_to_recordset($2::jsonb) AS n ("scanId" uuid, "from" uuid)
        WHERE s.district_id = $1 AND s.id = n."scanId" AND n."from" IS DISTINCT FROM s.site_id`,
      [scope.districtId, JSON.stringify(moved)],
    );
    return { count: moved.length, left, changeSetId };
  }
}

function whyUnchanged({ room, cart }: Misplaced): string {
  if (room === null && cart === null)
    return 'The device is already on record at this site, and the scan names no room. Scan it with its room.';
  const place = cart === null ? `room ${room}` : `cart ${cart}`;
  return `The device was found in ${place}, where it is already on record, so it was not moved.`;
}

/** Where a device is put that was found; what was missing is found. */
function placeOf({ site, room, cart }: Misplaced, device: DeviceRecord | undefined): DeviceInput {
  return {
    site,
    ...(cart !== null ? { cart } : room !== null ? { room, cart: null } : {}),
    ...(device?.status === 'missing' ? { status: 'in_stock' } : {}),
  };
}
