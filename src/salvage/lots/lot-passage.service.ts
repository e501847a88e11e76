import { Injectable } from '@nestjs/common';
import { Letterheads } from '../../access/letterheads.service.js';
import type { Scope } from '../../access/scope.js';
import type { Letterhead } from '../../common/documents/letterhead.js';
import { newId } from '../../common/ids.js';
import { Conflict, InvalidInput } from '../../common/refusal.js';
import { dateIn } from '../../common/time/clock.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import { readSignatureImage } from '../../scanning/sweeps/signature-image.js';
import type { Subject } from '../../steps/step-writes.js';
import { Steps, type StepWrites } from '../../steps/steps.service.js';
import { approvalRefusal, boardItemFor } from '../board/board-approval.js';
import { lackErrors } from './lot-lacks.js';
import { owedBy } from './lot-obligations.js';
import { type LotOnPaper, LotPapers } from './lot-papers.js';
import { type LotRowFacts, lotRows } from './lot-rows.js';
import { LOT_STEPS, type LotFacts } from './lot-steps.js';
import type { LotState } from './lot.entities.js';
import type { DriverBody, LotStepBody } from './lots.dto.js';
import { lotChanged, lotNotReady } from './lots.errors.js';
import { type LotDetail, LotsQueries } from './lots.queries.js';
import { type JudgedPickUp, judgePickUp } from './pick-up-rules.js';

type LockedLot = Subject<LotState, LotFacts>;

/** What a lot proves, it proves by this. */
const BY_LOT = 'lot';
const BY_BOARD = 'board_item';

const HOLD = { kind: 'lot', forbids: ['change'] } as const;

/** A signature that was read before the transaction began. */
interface Signed extends DriverBody {
  picture: Buffer | null;
}

/**
 * Takes lots from step to step. Devices are locked before their lot, as scans do it. Whatever a step writes, the devices,
 * their papers and the state, is one transaction.
 */
@Injectable()
export class LotPassage {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: Steps,
    private readonly devices: DeviceChanges,
    private readonly papers: LotPapers,
    private readonly letterheads: Letterheads,
    private readonly queries: LotsQueries,
  ) {}

  /** @throws LotNotFound, Conflict with what is missing for each device, InvalidInput for what the step needs */
  async step(scope: Scope, id: string, body: LotStepBody): Promise<LotDetail> {
    assertFits(body);
    await this.queries.assertReached(scope, id);
    // Read before the transaction: in it, no other connection is used.
    const letterhead = await this.letterheads.of(scope);
    const signed = body.driver ? await readSigned(body.driver) : null;
    return this.transactions.run(async (tx) => {
      const deviceIds = await deviceIdsOf(tx, scope, id);
      await this.devices.lock(tx, scope.districtId, deviceIds);
      const prepare = async (lot: LockedLot): Promise<StepWrites> => {
        switch (body.step) {
          case 'freeze':
            return this.freeze(tx, scope, lot, deviceIds, letterhead);
          case 'approve':
            return this.approve(tx, scope, lot, deviceIds, body.boardItem ?? null);
          case 'disapprove':
            return this.disapprove(tx, scope, lot, deviceIds);
          case 'pick_up':
            return this.pickUp(tx, scope, lot, body, signed as Signed, letterhead);
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

  private async freeze(
    tx: Tx,
    scope: Scope,
    lot: LockedLot,
    locked: readonly string[],
    letterhead: Letterhead,
  ): Promise<StepWrites> {
    const { districtId, timeZone } = scope;
    const rows = await lotRows(tx, districtId, lot.id, timeZone);
    if (rows.length === 0)
      throw new Conflict('This lot has no devices. Add some, and then freeze it.', 'LOT_EMPTY');
    assertLocked(rows, locked);
    const lacking = rows.flatMap(({ code, lacks }, i) => lackErrors(`devices.${i}`, code, lacks));
    if (lacking.length > 0)
      throw lotNotReady(
        'The lot cannot be frozen yet. Complete what its devices lack, or remove them.',
        lacking,
      );
    if (lot.wipeContract !== null) await this.contract(tx, scope, lot, rows);
    await this.devices.hold(
      tx,
      scope,
      rows.map(({ deviceId }) => ({ deviceId, subjectId: lot.id })),
      { ...HOLD, reason: `It leaves with lot ${lot.number}.`, owner: 'Salvage' },
    );
    await tx.query(
      `UPDATE lot_devices y SET position = n.position
         FROM unnest($3::uuid[]) WITH ORDINALITY AS n (device_id, position)
        WHERE y.district_id = $1 AND y.lot_id = $2 AND y.device_id = n.device_id`,
      [districtId, lot.id, rows.map(({ deviceId }) => deviceId)],
    );
    const onPaper = await paperFacts(tx, scope, lot);
    const { csvId, pdfId } = await this.papers.storeManifest(tx, scope, letterhead, onPaper, rows);
    return {
      set: { frozenAt: tx.at, manifestCsvId: csvId, manifestPdfId: pdfId },
      details: { devices: rows.length },
    };
  }

  /** @throws Conflict where the recipient's certificate is not valid any more */
  private async contract(tx: Tx, scope: Scope, lot: LockedLot, rows: readonly LotRowFacts[]): Promise<void> {
    const { wipeCertificateUntil } = lot;
    if (wipeCertificateUntil === null || wipeCertificateUntil < dateIn(scope.timeZone, tx.at))
      throw new Conflict(
        'The certificate of the recipient is not valid any more. Enter its new one, or remove the data here.',
        'WIPE_CERTIFICATE_EXPIRED',
      );
    const unwiped = rows.filter(({ isSanitized }) => !isSanitized);
    await this.devices.clear(
      tx,
      scope,
      unwiped.map(({ deviceId }) => ({ deviceId, subjectId: lot.id })),
      { gate: 'sanitization_contracted', evidence: BY_LOT, from: tx.at },
    );
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
        'A lease return needs no board item, because the devices are not the district’s. Leave it out.';
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

  private async disapprove(
    tx: Tx,
    scope: Scope,
    lot: LockedLot,
    deviceIds: readonly string[],
  ): Promise<StepWrites> {
    await this.withdrawApproval(tx, scope, lot, deviceIds);
    return { set: { boardItemId: null } };
  }

  private async withdrawApproval(
    tx: Tx,
    scope: Scope,
    { boardItemId }: LockedLot,
    deviceIds: readonly string[],
  ): Promise<void> {
    if (boardItemId !== null)
      await this.devices.withdraw(
        tx,
        scope,
        BY_BOARD,
        deviceIds.map((deviceId) => ({ subjectId: boardItemId, deviceId })),
      );
  }

  private async cancel(
    tx: Tx,
    scope: Scope,
    lot: LockedLot,
    deviceIds: readonly string[],
  ): Promise<StepWrites> {
    await this.devices.lift(tx, scope, 'lot', [lot.id]);
    await this.withdrawApproval(tx, scope, lot, deviceIds);
    await this.devices.withdraw(tx, scope, BY_LOT, [{ subjectId: lot.id }]);
    await tx.query(`UPDATE lot_devices SET ended_at = $3 WHERE district_id = $1 AND lot_id = $2`, [
      scope.districtId,
      lot.id,
      tx.at,
    ]);
    return {};
  }

  private async pickUp(
    tx: Tx,
    scope: Scope,
    lot: LockedLot,
    body: LotStepBody,
    driver: Signed,
    letterhead: Letterhead,
  ): Promise<StepWrites> {
    const { districtId, timeZone } = scope;
    const rows = await lotRows(tx, districtId, lot.id, timeZone);
    const pickUp = judgePickUp(lot, rows, body);
    const changeSetId = await this.dispose(tx, scope, lot, pickUp.taken);
    await tx.query(`UPDATE lot_devices SET ended_at = $3 WHERE district_id = $1 AND lot_id = $2`, [
      districtId,
      lot.id,
      tx.at,
    ]);
    await noteDifferences(tx, scope, lot, pickUp);
    await owe(tx, scope, lot);
    const receiptId = await this.papers.storeReceipt(
      tx,
      scope,
      letterhead,
      await paperFacts(tx, scope, lot),
      pickUp.taken,
      {
        ...pickUp,
        manifestSha256: await hashOfFile(tx, districtId, lot.manifestCsvId),
        driver,
        signature: {
          name: driver.name,
          image: driver.picture,
          account: await nameOfAccount(tx, scope),
          signedAt: tx.at,
        },
        lessorReceipt: body.lessorReceipt ?? null,
      },
    );
    const { taken, notTaken, extras } = pickUp;
    return {
      set: {
        pickedUpAt: tx.at,
        receiptId,
        changeSetId,
        driverName: driver.name,
        driverCompany: driver.company,
        counted: pickUp.counted,
        lessorReceipt: body.lessorReceipt ?? null,
      },
      details: { taken: taken.length, notTaken: notTaken.length, extras: extras.length },
    };
  }

  /** Opens the last gate of the devices, and disposes of them in one change set. @returns its id */
  private async dispose(
    tx: Tx,
    scope: Scope,
    lot: LockedLot,
    taken: readonly LotRowFacts[],
  ): Promise<string> {
    const gate = lot.route === 'lease_return' ? 'lessor_receipt' : 'signed_lot';
    await this.devices.lift(tx, scope, 'lot', [lot.id]);
    await this.devices.clear(
      tx,
      scope,
      taken.map(({ deviceId }) => ({ deviceId, subjectId: lot.id })),
      { gate, evidence: BY_LOT, from: tx.at },
    );
    const changeSetId = newId();
    // Who may hand over a lot lets its devices leave, also without the permission to change devices one by one.
    const leaving: Scope = { ...scope, permissions: new Set([...scope.permissions, 'devices:edit']) };
    const outcomes = await this.devices.apply(
      tx,
      leaving,
      { kind: 'lot', id: changeSetId, subjectId: lot.id },
      taken.map(({ deviceId }) => ({
        deviceId,
        fromAnywhere: true,
        input: { status: 'disposed' as const, disposalRoute: lot.route, note: `Lot ${lot.number}` },
      })),
    );
    const errors = outcomes.flatMap((one, i) =>
      one.outcome === 'refused'
        ? [
            {
              field: `devices.${i}`,
              code: one.code,
              detail: `${taken[i]?.code ?? 'A device'}: ${one.detail}`,
            },
          ]
        : [],
    );
    if (errors.length > 0)
      throw lotNotReady(
        'The lot cannot be picked up like this. Say that these devices are not taken.',
        errors,
      );
    return changeSetId;
  }
}

/** @throws InvalidInput for what belongs to another step, or is missing for this one */
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
    throw wrong('driver', 'MISSING', 'Say who takes the devices, and have them sign.');
  if (counted === undefined) throw wrong('counted', 'MISSING', 'Say how many devices the driver counted.');
}

async function readSigned(driver: DriverBody): Promise<Signed> {
  return {
    ...driver,
    picture: driver.image === undefined ? null : await readSignatureImage(driver.image, 'driver.image'),
  };
}

async function deviceIdsOf(tx: Tx, { districtId }: Scope, lotId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT device_id AS id FROM lot_devices WHERE district_id = $1 AND lot_id = $2`,
    [districtId, lotId],
  );
  return rows.map(({ id }) => id);
}

/** Somebody may have added a device between its lock and that of the lot. @throws Conflict */
function assertLocked(rows: readonly LotRowFacts[], locked: readonly string[]): void {
  const known = new Set(locked);
  if (!rows.every(({ deviceId }) => known.has(deviceId))) throw lotChanged();
}

async function paperFacts(tx: Tx, { districtId }: Scope, lot: LockedLot): Promise<LotOnPaper> {
  const [row] = await tx.query<{ recipientName: string | null; siteName: string }[]>(
    `SELECT v.name AS "recipientName", s.name AS "siteName" FROM sites s
       LEFT JOIN vendors v ON v.district_id = $1 AND v.id = $3
      WHERE s.district_id = $1 AND s.id = $2`,
    [districtId, lot.siteId, lot.recipientId],
  );
  if (!row) throw new Error('the site of a lot is gone');
  return { ...lot, ...row };
}

async function hashOfFile(tx: Tx, districtId: string, id: string | null): Promise<string> {
  const [row] = await tx.query<{ hash: string }[]>(
    `SELECT encode(sha256, 'hex') AS hash FROM files WHERE district_id = $1 AND id = $2`,
    [districtId, id],
  );
  if (!row) throw new Error('a lot without its manifest');
  return row.hash;
}

async function nameOfAccount(tx: Tx, { districtId, accountId }: Scope): Promise<string> {
  const [row] = await tx.query<{ name: string }[]>(
    `SELECT coalesce(nullif(name, ''), email) AS name FROM accounts WHERE district_id = $1 AND id = $2`,
    [districtId, accountId],
  );
  return row?.name ?? 'Rollcall';
}

async function noteDifferences(
  tx: Tx,
  { districtId }: Scope,
  lot: LockedLot,
  { notTaken, extras }: JudgedPickUp,
): Promise<void> {
  const rows = [
    ...notTaken.map((one) => ({ kind: 'not_taken', ...one })),
    ...extras.map((one) => ({ kind: 'extra', deviceId: null, ...one })),
  ];
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO lot_differences (district_id, id, lot_id, kind, device_id, code, note, found_at)
     SELECT $1::uuid, n.id, $2::uuid, n.kind,
            coalesce(n."deviceId", (
              SELECT d.id FROM devices d
               WHERE d.district_id = $1 AND d.status <> 'void'
                 AND (d.asset_tag = upper(n.code) OR d.serial_number = upper(n.code)) LIMIT 1)),
            n.code, n.note, $3::timestamptz
       FROM jsonb_to_recordset($4::jsonb) AS n (id uuid, kind text, "deviceId" uuid, code text, note text)`,
    [districtId, lot.id, tx.at, JSON.stringify(rows.map((row) => ({ id: newId(), ...row })))],
  );
}

async function owe(tx: Tx, { districtId, timeZone }: Scope, lot: LockedLot): Promise<void> {
  const owed = owedBy(lot);
  if (owed.length === 0) return;
  await tx.query(
    `INSERT INTO lot_obligations (district_id, lot_id, kind, due_on)
     SELECT $1::uuid, $2::uuid, n.kind, $5::date + n.days
       FROM unnest($3::text[], $4::integer[]) AS n (kind, days)`,
    [districtId, lot.id, owed.map(([kind]) => kind), owed.map(([, days]) => days), dateIn(timeZone, tx.at)],
  );
}

/** @throws Conflict with everything that is still owed or not cleared up */
async function settle(tx: Tx, { districtId }: Scope, { id }: LockedLot): Promise<StepWrites> {
  const open = await tx.query<{ field: string; code: string; detail: string }[]>(
    `SELECT 'obligations.' || kind AS field, 'NOT_FILED' AS code,
            'Not filed yet: ' || replace(kind, '_', ' ') || '.' AS detail
       FROM lot_obligations WHERE district_id = $1 AND lot_id = $2 AND filed_at IS NULL
     UNION ALL
     SELECT 'differences.' || id, 'NOT_CLEARED_UP', 'Not cleared up yet: ' || code || '.'
       FROM lot_differences WHERE district_id = $1 AND lot_id = $2 AND resolved_at IS NULL
      ORDER BY 1`,
    [districtId, id],
  );
  if (open.length > 0)
    throw new Conflict(
      'The lot cannot be settled yet. File what is owed, and clear up what was otherwise at the pick-up.',
      'LOT_NOT_SETTLED',
      open,
    );
  return {};
}
