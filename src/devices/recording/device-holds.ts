import type { Scope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import { NotFound } from '../../common/refusal.js';
import type { Tx } from '../../database/tx.js';
import { lockPresent } from './device-locks.js';

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
}

/**
 * Places holds, which the recorder obeys on every path. Locks the devices first: a change under way either ends before
 * the hold or meets it. A device that its subject holds already keeps that one hold.
 * @param devices each with the claim or lot that lifts its hold; null for a hold by hand
 * @returns ids of the new holds
 * @throws NotFound or DeviceIsGone for any of the devices; then no hold is placed
 */
export async function placeHolds(
  tx: Tx,
  scope: Scope,
  devices: readonly { deviceId: string; subjectId: string | null }[],
  { kind, forbids, reason, owner }: NewHold,
): Promise<string[]> {
  const deviceIds = devices.map(({ deviceId }) => deviceId);
  await lockPresent(tx, scope.districtId, deviceIds, ['void']);
  const rows = await tx.query<{ id: string }[]>(
    `INSERT INTO device_holds (district_id, id, device_id, subject_id, kind, forbids, reason, owner, placed_by, placed_at)
     SELECT $1::uuid, n.id, n.device_id, n.subject_id, $5::text, $6::text[], $7::text, $8::text, $9::uuid, $10::timestamptz
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS n (id, device_id, subject_id)
     ON CONFLICT (district_id, kind, subject_id, device_id) WHERE lifted_at IS NULL AND subject_id IS NOT NULL
     DO NOTHING RETURNING id`,
    [
      scope.districtId,
      devices.map(() => newId()),
      deviceIds,
      devices.map(({ subjectId }) => subjectId),
      kind,
      forbids,
      reason,
      owner,
      scope.accountId,
      tx.at,
    ],
  );
  return rows.map(({ id }) => id);
}

/** Lifts every hold of some claims or lots. @returns how many holds that were */
export async function liftHolds(
  tx: Tx,
  scope: Scope,
  kind: HoldKind,
  subjectIds: readonly string[],
): Promise<number> {
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE device_holds SET lifted_at = $4, lifted_by = $5
      WHERE district_id = $1 AND kind = $2 AND subject_id = ANY ($3) AND lifted_at IS NULL`,
    [scope.districtId, kind, subjectIds, tx.at, scope.accountId],
  );
  return count;
}

/**
 * Lifts one hold that was placed by hand. What a claim or a lot holds is lifted there.
 * @throws NotFound where there is no such hold on this device, or it is lifted already
 */
export async function liftByHand(tx: Tx, scope: Scope, deviceId: string, holdId: string): Promise<void> {
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE device_holds SET lifted_at = $4, lifted_by = $5
      WHERE district_id = $1 AND device_id = $2 AND id = $3 AND lifted_at IS NULL AND subject_id IS NULL`,
    [scope.districtId, deviceId, holdId, tx.at, scope.accountId],
  );
  if (count === 0) throw new NotFound('A hold with this id that a person placed', 'HOLD_NOT_FOUND');
}
