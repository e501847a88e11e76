import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { groupBy } from '../../common/group-by.js';
import { newId } from '../../common/ids.js';
import { NotFound } from '../../common/refusal.js';
import { Clock } from '../../common/time/clock.js';
import type { Tx } from '../../database/tx.js';
import { ClearanceUsed, DeviceIsGone } from '../devices.errors.js';
import type { Clearance } from './device-drafts.js';
import type { Gate } from './device-lifecycle.js';
import { lockDevices } from './device-locks.js';
import { nameOfDevice } from './device-rules.js';

/** What proves that a gate may open: a sanitization record, a board item, a signed lot. */
export interface Evidence {
  /** Whose it is: `sanitization`, `claim`, `lot`. */
  kind: string;
  id: string;
}

export interface NewClearance {
  gate: Exclude<Gate, 'admin_import'>;
  evidence: Evidence;
  /** The instant from which the gate is open. A disposal that takes effect before it is refused. */
  from: Date;
}

/** Opens gates of disposal routes for devices, and closes them again. The recorder asks for them on every path. */
@Injectable()
export class DeviceClearances {
  constructor(private readonly clock: Clock) {}

  /**
   * The same clearance a second time changes nothing.
   * @throws NotFound or DeviceIsGone for any of the devices; then none is cleared
   */
  async place(
    tx: Tx,
    scope: Scope,
    deviceIds: readonly string[],
    { gate, evidence, from }: NewClearance,
  ): Promise<void> {
    const devices = await lockDevices(tx, scope.districtId, deviceIds);
    for (const id of deviceIds) {
      const device = devices.get(id);
      if (!device) throw new NotFound('The device', 'DEVICE_NOT_FOUND');
      if (device.status === 'void' || device.status === 'disposed')
        throw new DeviceIsGone(nameOfDevice(device), device.status);
    }
    await tx.query(
      `INSERT INTO device_clearances
              (district_id, id, device_id, gate, evidence_kind, evidence_id, holds_from, placed_by, placed_at)
       SELECT $1::uuid, n.id, n.device_id, $4::text, $5::text, $6::uuid, $7::timestamptz, $8::uuid, $9::timestamptz
         FROM unnest($2::uuid[], $3::uuid[]) AS n (id, device_id)
       ON CONFLICT (district_id, evidence_kind, evidence_id, gate, device_id) WHERE withdrawn_at IS NULL DO NOTHING`,
      [
        scope.districtId,
        deviceIds.map(() => newId()),
        deviceIds,
        gate,
        evidence.kind,
        evidence.id,
        from,
        scope.accountId,
        this.clock.now(),
      ],
    );
  }

  /**
   * Closes every gate that this evidence opened.
   * @returns how many clearances were withdrawn
   * @throws ClearanceUsed where a device is gone: then none is withdrawn
   */
  async withdraw(tx: Tx, scope: Scope, { kind, id }: Evidence): Promise<number> {
    const open = await tx.query<{ deviceId: string }[]>(
      `SELECT DISTINCT device_id AS "deviceId" FROM device_clearances
        WHERE district_id = $1 AND evidence_kind = $2 AND evidence_id = $3 AND withdrawn_at IS NULL`,
      [scope.districtId, kind, id],
    );
    const ids = open.map(({ deviceId }) => deviceId);
    // A disposal locks the device too: it either comes before and is seen here, or finds the gate closed.
    for (const device of (await lockDevices(tx, scope.districtId, ids)).values())
      if (device.status === 'disposed') throw new ClearanceUsed(nameOfDevice(device));
    const [, count] = await tx.query<[unknown, number]>(
      `UPDATE device_clearances SET withdrawn_at = $4, withdrawn_by = $5
        WHERE district_id = $1 AND evidence_kind = $2 AND evidence_id = $3 AND withdrawn_at IS NULL
          AND device_id = ANY ($6)`,
      [scope.districtId, kind, id, this.clock.now(), scope.accountId, ids],
    );
    return count;
  }
}

/** The open clearances of devices, by device. */
export async function openClearances(
  tx: Tx,
  districtId: string,
  deviceIds: readonly string[],
): Promise<Map<string, Clearance[]>> {
  if (deviceIds.length === 0) return new Map();
  const rows = await tx.query<(Clearance & { deviceId: string })[]>(
    `SELECT device_id AS "deviceId", gate, holds_from AS "from" FROM device_clearances
      WHERE district_id = $1 AND device_id = ANY ($2) AND withdrawn_at IS NULL`,
    [districtId, deviceIds],
  );
  return groupBy(rows, ({ deviceId }) => deviceId);
}
