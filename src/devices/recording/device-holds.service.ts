import { Injectable } from '@nestjs/common';
import { newId } from '../../common/ids.js';
import type { Scope } from '../../access/scope.js';
import { NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import type { DeviceStatus } from '../statuses.js';
import { DeviceIsGone } from '../devices.errors.js';

export interface NewHold {
  kind: string;
  forbids: string[];
  reason: string;
  owner: string;
}

/** Places and lifts holds; the recorder obeys them on every path. */
@Injectable()
export class DeviceHoldsService {
  constructor(private readonly transactions: Transactions) {}

  place(scope: Scope, deviceId: string, hold: NewHold): Promise<string> {
    return this.transactions.run((tx) => this.placeWithin(tx, scope, deviceId, hold));
  }

  /** Locks the device first: a change under way either ends before the hold or meets it. */
  async placeWithin(tx: Tx, scope: Scope, deviceId: string, hold: NewHold): Promise<string> {
    const id = newId();
    const [device] = await tx.query<{ name: string | null; status: DeviceStatus }[]>(
      `SELECT coalesce(asset_tag, serial_number) AS name, status FROM devices WHERE district_id = $1 AND id = $2 FOR NO KEY UPDATE`,
      [scope.districtId, deviceId],
    );
    if (!device) throw new NotFound('The device', 'DEVICE_NOT_FOUND');
    if (device.status === 'void') throw new DeviceIsGone(device.name ?? 'The device', device.status);
    await tx.query(
      `INSERT INTO device_holds (district_id, id, device_id, kind, forbids, reason, owner, placed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [scope.districtId, id, deviceId, hold.kind, hold.forbids, hold.reason, hold.owner, scope.accountId],
    );
    return id;
  }

  /** @throws NotFound where the hold is not this device's, or lifted already */
  async lift(scope: Scope, deviceId: string, holdId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE device_holds SET lifted_at = now(), lifted_by = $4
          WHERE district_id = $1 AND device_id = $2 AND id = $3 AND lifted_at IS NULL`,
        [scope.districtId, deviceId, holdId, scope.accountId],
      );
      if (count === 0) throw new NotFound('The hold', 'HOLD_NOT_FOUND');
    });
  }
}
