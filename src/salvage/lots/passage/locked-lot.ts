import type { Scope } from '../../../access/scope.js';
import { Conflict } from '../../../common/refusal.js';
import { dateIn } from '../../../common/time/clock.js';
import type { Tx } from '../../../database/tx.js';
import type { DeviceChanges } from '../../../devices/device-changes.js';
import type { NoProof } from '../../../devices/recording/device-clearances.js';
import type { LockedLot } from '../lot-steps.js';
import type { LotOnPaper } from './lot-papers.js';

/** The kind of evidence that a lot is. */
export const BY_LOT = 'lot';

/** The kind of evidence that a board item is. */
export const BY_BOARD = 'board_item';

/**
 * The recipient removes the data only while its certificate is valid.
 * @throws Conflict
 */
export function assertCertified(
  { timeZone }: Scope,
  { wipeContract, wipeCertificateUntil }: LockedLot,
  at: Date,
): void {
  if (wipeContract === null) return;
  if (wipeCertificateUntil === null || wipeCertificateUntil < dateIn(timeZone, at))
    throw new Conflict(
      'The recipient’s certificate has expired. Enter the new certificate, or remove the data here.',
      'WIPE_CERTIFICATE_EXPIRED',
    );
}

/** Takes back what a lot and its approval prove about devices that do not leave with it. */
export async function withdrawProofs(
  changes: DeviceChanges,
  tx: Tx,
  scope: Scope,
  { id, boardItemId }: LockedLot,
  deviceIds: readonly string[],
): Promise<void> {
  const by = (subjectId: string): NoProof[] => deviceIds.map((deviceId) => ({ subjectId, deviceId }));
  await changes.withdraw(tx, scope, BY_LOT, by(id));
  if (boardItemId !== null) await changes.withdraw(tx, scope, BY_BOARD, by(boardItemId));
}

/** The facts that the papers of a lot print. */
export async function paperFacts(tx: Tx, { districtId }: Scope, lot: LockedLot): Promise<LotOnPaper> {
  const [row] = await tx.query<{ recipientName: string | null; siteName: string }[]>(
    `SELECT v.name AS "recipientName", s.name AS "siteName" FROM sites s
       LEFT JOIN vendors v ON v.district_id = $1 AND v.id = $3
      WHERE s.district_id = $1 AND s.id = $2`,
    [districtId, lot.siteId, lot.recipientId],
  );
  if (!row) throw new Error('the site of a lot is gone');
  return { ...lot, ...row };
}

/** From now on, the devices of a lot can be on another one. */
export async function endDevices(tx: Tx, { districtId }: Scope, { id }: LockedLot): Promise<void> {
  await tx.query(`UPDATE lot_devices SET ended_at = $3 WHERE district_id = $1 AND lot_id = $2`, [
    districtId,
    id,
    tx.at,
  ]);
}
