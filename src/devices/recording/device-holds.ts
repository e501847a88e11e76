import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import { NotFound } from '../../common/refusal.js';
import { Clock } from '../../common/time/clock.js';
import type { Tx } from '../../database/tx.js';
import { DeviceIsGone } from '../devices.errors.js';
import { lockDevices } from './device-locks.js';
import { nameOfDevice } from './device-rules.js';

export const HOLD_KINDS = ['claim', 'lot', 'legal', 'grant'] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];

/** What a hold can forbid: `change` is any change at all, `redact` is to forget who had the device. */
export const FORBIDDEN = ['move', 'retire', 'dispose', 'void', 'redact', 'change'] as const;
export type Forbidden = (typeof FORBIDDEN)[number];

export interface NewHold {
  kind: HoldKind;
  forbids: readonly Forbidden[];
  /** For people: why. */
  reason: string;
  /** For people: who placed it and can lift it. */
  owner: string;
  /** The claim or lot that it belongs to, by which it is lifted; none for a hold by hand. */
  subjectId?: string;
}

/** Places and lifts holds. The recorder obeys them on every path. */
@Injectable()
export class DeviceHolds {
  constructor(private readonly clock: Clock) {}

  /**
   * Locks the devices first: a change under way either ends before the hold or meets it. A device that its subject
   * holds already keeps that one hold.
   * @returns ids of the new holds
   * @throws NotFound or DeviceIsGone for any of the devices; then no hold is placed
   */
  async place(tx: Tx, scope: Scope, deviceIds: readonly string[], hold: NewHold): Promise<string[]> {
    const devices = await lockDevices(tx, scope.districtId, deviceIds);
    for (const id of deviceIds) {
      const device = devices.get(id);
      if (!device) throw new NotFound('The device', 'DEVICE_NOT_FOUND');
      if (device.status === 'void') throw new DeviceIsGone(nameOfDevice(device), device.status);
    }
    const rows = await tx.query<{ id: string }[]>(
      `INSERT INTO device_holds (district_id, id, device_id, kind, forbids, reason, owner, subject_id, placed_by, placed_at)
       SELECT $1::uuid, n.id, n.device_id, $4::text, $5::text[], $6::text, $7::text, $8::uuid, $9::uuid, $10::timestamptz
         FROM unnest($2::uuid[], $3::uuid[]) AS n (id, device_id)
       ON CONFLICT (district_id, kind, subject_id, device_id) WHERE lifted_at IS NULL AND subject_id IS NOT NULL
       DO NOTHING RETURNING id`,
      [
        scope.districtId,
        deviceIds.map(() => newId()),
        deviceIds,
        hold.kind,
        hold.forbids,
        hold.reason,
        hold.owner,
        hold.subjectId ?? null,
        scope.accountId,
        this.clock.now(),
      ],
    );
    return rows.map(({ id }) => id);
  }

  /** Lifts every hold of a claim or a lot. @returns how many devices it held */
  async lift(tx: Tx, scope: Scope, kind: HoldKind, subjectId: string): Promise<number> {
    const [, count] = await tx.query<[unknown, number]>(
      `UPDATE device_holds SET lifted_at = $4, lifted_by = $5
        WHERE district_id = $1 AND kind = $2 AND subject_id = $3 AND lifted_at IS NULL`,
      [scope.districtId, kind, subjectId, this.clock.now(), scope.accountId],
    );
    return count;
  }

  /**
   * Lifts one hold that was placed by hand. What a claim or a lot holds is lifted there.
   * @throws NotFound where there is no such hold on this device, or it is lifted already
   */
  async liftByHand(tx: Tx, scope: Scope, deviceId: string, holdId: string): Promise<void> {
    const [, count] = await tx.query<[unknown, number]>(
      `UPDATE device_holds SET lifted_at = $4, lifted_by = $5
        WHERE district_id = $1 AND device_id = $2 AND id = $3 AND lifted_at IS NULL AND subject_id IS NULL`,
      [scope.districtId, deviceId, holdId, this.clock.now(), scope.accountId],
    );
    if (count === 0) throw new NotFound('A hold that was placed by hand, with this id,', 'HOLD_NOT_FOUND');
  }
}
