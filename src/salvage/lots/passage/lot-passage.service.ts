import { Injectable } from '@nestjs/common';
import { Letterheads } from '../../../access/letterheads.service.js';
import type { Scope } from '../../../access/scope.js';
import { Conflict, InvalidInput } from '../../../common/refusal.js';
import { dateIn } from '../../../common/time/clock.js';
import { Transactions } from '../../../database/transactions.js';
import type { Tx } from '../../../database/tx.js';
import { DeviceChanges } from '../../../devices/device-changes.js';
import { Steps, type StepWrites } from '../../../steps/steps.service.js';
import { approvalRefusal, boardItemFor } from '../../board/board-approval.js';
import { type LockedLot, LOT_STEPS } from '../lot-steps.js';
import type { LotStepBody } from '../lots.dto.js';
import { MOST_LISTED } from '../lots.errors.js';
import { type LotDetail, LotsQueries } from '../lots.queries.js';
import { compareBeforeSettling, openReturned } from '../returned/returned.service.js';
import { BY_BOARD, endDevices, withdrawProofs } from './locked-lot.js';
import { LotFreezing } from './lot-freezing.js';
import { LotPickUps, readSigned, type SigningDriver } from './lot-pick-ups.js';

/**
 * Takes the steps of lots. A step locks the devices before their lot, as scans do. The devices, the papers and the state
 * change in one transaction.
 */
@Injectable()
export class LotPassage {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: Steps,
    private readonly devices: DeviceChanges,
    private readonly freezing: LotFreezing,
    private readonly pickUps: LotPickUps,
    private readonly letterheads: Letterheads,
    private readonly queries: LotsQueries,
  ) {}

  /** @throws LotNotFound; Conflict with what each device lacks; InvalidInput if a field of the step is missing or wrong */
  async step(scope: Scope, id: string, body: LotStepBody): Promise<LotDetail> {
    assertFits(body);
    await this.queries.assertReached(scope, id);
    // This is read before the transaction, because a transaction must not ask for another connection.
    const letterhead = await this.letterheads.of(scope);
    if (body.step === 'settle') await this.transactions.run((tx) => compareBeforeSettling(tx, scope, id));
    const signed = body.driver ? await readSigned(body.driver) : null;
    return this.transactions.run(async (tx) => {
      const deviceIds = await deviceIdsOf(tx, scope, id);
      await this.devices.lock(tx, scope.districtId, deviceIds);
      const prepare = async (lot: LockedLot): Promise<StepWrites> => {
        switch (body.step) {
          case 'freeze':
            return this.freezing.freeze(tx, scope, lot, deviceIds, letterhead);
          case 'approve':
            return this.approve(tx, scope, lot, deviceIds, body.boardItem ?? null);
          case 'disapprove':
            return this.disapprove(tx, scope, lot, deviceIds);
          case 'pick_up':
            return this.pickUps.pickUp(tx, scope, lot, body, signed as SigningDriver, letterhead);
          case 'settle':
            return settle(tx, scope, lot);
          case 'cancel':
            return this.cancel(tx, scope, lot, deviceIds);
        }
      };
      const { step, note = null } = body;
      await this.steps.takeWithin(tx, scope, LOT_STEPS, { id, step, note }, { prepare });
      return this.queries.find(scope, id, tx);
    });
  }

  private async approve(
    tx: Tx,
    scope: Scope,
    lot: LockedLot,
    deviceIds: readonly string[],
    boardItemId: string | null,
  ): Promise<StepWrites> {
    if (lot.route === 'lease_return') {
      if (boardItemId === null) return { set: { boardItemId: null } };
      const detail =
        'A lease return needs no board item, because the devices belong to the lessor. Leave the board item out.';
      throw new InvalidInput(detail, [{ field: 'boardItem', code: 'NOT_FOR_ROUTE', detail }]);
    }
    if (boardItemId === null) {
      const detail = 'Choose the board item that approves this lot.';
      throw new InvalidInput(detail, [{ field: 'boardItem', code: 'MISSING', detail }]);
    }
    const item = await boardItemFor(tx, scope, boardItemId, lot.id);
    const refusal = approvalRefusal(item, lot, dateIn(scope.timeZone, tx.at));
    if (refusal) throw refusal;
    await this.devices.clear(
      tx,
      scope,
      deviceIds.map((deviceId) => ({ deviceId, subjectId: boardItemId })),
      { gate: 'board_item', evidence: BY_BOARD, from: tx.at },
    );
    return { set: { boardItemId }, details: { boardItem: item.number, meetingOn: item.meetingOn } };
  }

  /** Takes the approval back. Whoever loads the lot another time checks its devices out anew. */
  private async disapprove(
    tx: Tx,
    scope: Scope,
    { id, boardItemId }: LockedLot,
    deviceIds: readonly string[],
  ): Promise<StepWrites> {
    if (boardItemId !== null)
      await this.devices.withdraw(
        tx,
        scope,
        BY_BOARD,
        deviceIds.map((deviceId) => ({ subjectId: boardItemId, deviceId })),
      );
    await tx.query(
      `UPDATE lot_devices SET checked_at = NULL, checked_by = NULL, check_scan_id = NULL
        WHERE district_id = $1 AND lot_id = $2 AND checked_at IS NOT NULL`,
      [scope.districtId, id],
    );
    return { set: { boardItemId: null } };
  }

  private async cancel(
    tx: Tx,
    scope: Scope,
    lot: LockedLot,
    deviceIds: readonly string[],
  ): Promise<StepWrites> {
    await this.devices.lift(tx, scope, 'lot', [lot.id]);
    await withdrawProofs(this.devices, tx, scope, lot, deviceIds);
    await endDevices(tx, scope, lot);
    return { set: { boardItemId: null } };
  }
}

/** @throws InvalidInput for a field that belongs to another step, or that this step lacks */
function assertFits(body: LotStepBody): void {
  const { step, boardItem, driver, counted, notTaken, extras, lessorReceipt } = body;
  const wrong = (field: string, code: string, detail: string): InvalidInput =>
    new InvalidInput(detail, [{ field, code, detail }]);
  if (step !== 'approve' && boardItem !== undefined)
    throw wrong('boardItem', 'NOT_OF_STEP', 'Only the step "approve" has a board item. Leave it out.');
  const ofPickUp = { driver, counted, notTaken, extras, lessorReceipt };
  if (step !== 'pick_up') {
    for (const [field, value] of Object.entries(ofPickUp))
      if (value !== undefined)
        throw wrong(field, 'NOT_OF_STEP', `Only the step "pick_up" has the field ${field}. Leave it out.`);
    return;
  }
  if (driver === undefined)
    throw wrong('driver', 'MISSING', 'Enter the name and company of the driver, and have the driver sign.');
  if (counted === undefined) throw wrong('counted', 'MISSING', 'Enter how many devices the driver counted.');
}

async function deviceIdsOf(tx: Tx, { districtId }: Scope, lotId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT device_id AS id FROM lot_devices WHERE district_id = $1 AND lot_id = $2`,
    [districtId, lotId],
  );
  return rows.map(({ id }) => id);
}

/** @throws Conflict with every obligation that is not filed and every difference that is not explained */
async function settle(tx: Tx, scope: Scope, { id }: LockedLot): Promise<StepWrites> {
  const open = await tx.query<{ field: string; code: string; detail: string }[]>(
    `SELECT 'obligations.' || kind AS field, 'NOT_FILED' AS code,
            'Not filed yet: ' || replace(kind, '_', ' ') || '.' AS detail
       FROM lot_obligations WHERE district_id = $1 AND lot_id = $2 AND filed_at IS NULL
     UNION ALL
     SELECT 'differences.' || id, 'NOT_CLEARED_UP', 'Not explained yet: ' || code || '.'
       FROM lot_differences WHERE district_id = $1 AND lot_id = $2 AND resolved_at IS NULL
      ORDER BY 1`,
    [scope.districtId, id],
  );
  open.push(...(await openReturned(tx, scope, id)));
  if (open.length > 0)
    throw new Conflict(
      'The lot cannot be settled yet. File the papers that are missing, and explain every difference.',
      'LOT_NOT_SETTLED',
      open.slice(0, MOST_LISTED),
    );
  return {};
}
