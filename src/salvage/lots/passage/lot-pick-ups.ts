import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import type { Letterhead } from '../../../common/documents/letterhead.js';
import { newId } from '../../../common/ids.js';
import type { FieldError } from '../../../common/refusal.js';
import { dateIn } from '../../../common/time/clock.js';
import type { Tx } from '../../../database/tx.js';
import { DeviceChanges } from '../../../devices/device-changes.js';
import { normaliseCode } from '../../../devices/device-codes.js';
import { allReadings, type CodeMatch, MATCHES, meaningsOf } from '../../../scanning/scan-codes.js';
import { readSignatureImage } from '../../../scanning/sweeps/signature-image.js';
import type { StepWrites } from '../../../steps/steps.service.js';
import type { DriverBody, ExtraDeviceBody, LotStepBody } from '../lots.dto.js';
import { lackErrors } from '../lot-lacks.js';
import type { LockedLot } from '../lot-steps.js';
import { lotNotReady } from '../lots.errors.js';
import { owedBy } from '../settlement/lot-obligations.js';
import { assertCertified, BY_LOT, endDevices, paperFacts, withdrawProofs } from './locked-lot.js';
import { LotPapers } from './lot-papers.js';
import { type LotRowFacts, lotRows } from './lot-rows.js';
import { type ExtraDevice, type JudgedPickUp, judgePickUp } from './pick-up-rules.js';

/** A driver whose signature was read before the transaction began. */
export interface SigningDriver extends DriverBody {
  picture: Buffer | null;
}

/** Hands a lot over: the driver signs, and the devices leave the records. */
@Injectable()
export class LotPickUps {
  constructor(
    private readonly devices: DeviceChanges,
    private readonly papers: LotPapers,
  ) {}

  /** @throws Conflict if a device cannot leave, or if the driver counted another number. Then nothing changes */
  async pickUp(
    tx: Tx,
    scope: Scope,
    lot: LockedLot,
    body: LotStepBody,
    driver: SigningDriver,
    letterhead: Letterhead,
  ): Promise<StepWrites> {
    const { districtId, timeZone } = scope;
    const rows = await lotRows(tx, districtId, lot.id, timeZone);
    assertCertified(scope, lot, tx.at);
    const extras = await readExtras(tx, scope, body.extras ?? []);
    const pickUp = judgePickUp(lot, rows, { ...body, extras });
    await withdrawProofs(
      this.devices,
      tx,
      scope,
      lot,
      pickUp.notTaken.map(({ deviceId }) => deviceId),
    );
    const changeSetId = await this.dispose(tx, scope, lot, pickUp.taken);
    await endDevices(tx, scope, lot);
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
    const { taken, notTaken } = pickUp;
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
    // A person who can hand over a lot does not need the permission to change single devices.
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
    const errors = batteryErrors(taken);
    outcomes.forEach((one, i) => {
      if (one.outcome === 'refused')
        errors.push({
          field: `devices.${i}`,
          code: one.code,
          detail: `${taken[i]?.code ?? 'A device'}: ${one.detail}`,
        });
    });
    if (errors.length > 0)
      throw lotNotReady('Some devices of this lot cannot leave. Mark them as not taken.', errors);
    return changeSetId;
  }
}

/** @throws InvalidInput if the picture of the signature cannot be used */
export async function readSigned(driver: DriverBody): Promise<SigningDriver> {
  return {
    ...driver,
    picture: driver.image === undefined ? null : await readSignatureImage(driver.image, 'driver.image'),
  };
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

/** The devices that the codes of extras mean, found as a scan finds them. */
async function readExtras(
  tx: Tx,
  { districtId }: Scope,
  said: readonly ExtraDeviceBody[],
): Promise<ExtraDevice[]> {
  if (said.length === 0) return [];
  const [row] = await tx.query<{ matches: CodeMatch[] }[]>(`SELECT (${MATCHES}) AS matches`, [
    districtId,
    allReadings(said),
  ]);
  const meanings = meaningsOf(said, row?.matches ?? []);
  return said.map(({ code, note = null }, i) => {
    const meaning = meanings[i];
    const deviceId = meaning && 'deviceId' in meaning ? (meaning.deviceId ?? null) : null;
    return { code: normaliseCode(code), deviceId, note };
  });
}

/** A battery can swell while a lot waits for the board. Gates and holds are looked at where the devices leave. */
function batteryErrors(taken: readonly LotRowFacts[]): FieldError[] {
  return taken.flatMap(({ code, lacks }, i) =>
    lackErrors(
      `devices.${i}`,
      code,
      lacks.filter((lack) => lack === 'swollen_battery' || lack === 'no_swollen_battery'),
    ),
  );
}

async function noteDifferences(
  tx: Tx,
  { districtId }: Scope,
  lot: LockedLot,
  { notTaken, extras }: JudgedPickUp,
): Promise<void> {
  const rows = [
    ...notTaken.map((one) => ({ kind: 'not_taken', ...one })),
    ...extras.map((one) => ({ kind: 'extra', ...one })),
  ];
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO lot_differences (district_id, id, lot_id, kind, device_id, code, note, found_at)
     SELECT $1::uuid, n.id, $2::uuid, n.kind, n."deviceId", n.code, n.note, $3::timestamptz
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
