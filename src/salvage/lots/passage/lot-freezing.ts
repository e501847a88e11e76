import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import type { Letterhead } from '../../../common/documents/letterhead.js';
import { Conflict } from '../../../common/refusal.js';
import { dateIn } from '../../../common/time/clock.js';
import type { Tx } from '../../../database/tx.js';
import { DeviceChanges } from '../../../devices/device-changes.js';
import type { StepWrites } from '../../../steps/steps.service.js';
import { lackErrors } from '../lot-lacks.js';
import { lotChanged, lotNotReady } from '../lots.errors.js';
import { BY_LOT, type LockedLot, paperFacts } from './locked-lot.js';
import { LotPapers } from './lot-papers.js';
import { type LotRowFacts, lotRows } from './lot-rows.js';

const HOLD = { kind: 'lot', forbids: ['change'] } as const;

/** Freezes a lot: makes its manifest, and holds its devices as the manifest says. */
@Injectable()
export class LotFreezing {
  constructor(
    private readonly devices: DeviceChanges,
    private readonly papers: LotPapers,
  ) {}

  /** @throws Conflict with what is missing for each device */
  async freeze(
    tx: Tx,
    scope: Scope,
    lot: LockedLot,
    locked: readonly string[],
    letterhead: Letterhead,
  ): Promise<StepWrites> {
    const { districtId, timeZone } = scope;
    const rows = await lotRows(tx, districtId, lot.id, timeZone);
    if (rows.length === 0)
      throw new Conflict('This lot has no devices. Add devices first, and then freeze the lot.', 'LOT_EMPTY');
    assertLocked(rows, locked);
    const lacking = rows.flatMap(({ code, lacks }, i) => lackErrors(`devices.${i}`, code, lacks));
    if (lacking.length > 0)
      throw lotNotReady(
        'The lot cannot be frozen yet, because some devices lack something. Complete what they lack, or remove them from the lot.',
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

  /** @throws Conflict if the recipient's certificate has expired */
  private async contract(tx: Tx, scope: Scope, lot: LockedLot, rows: readonly LotRowFacts[]): Promise<void> {
    const { wipeCertificateUntil } = lot;
    if (wipeCertificateUntil === null || wipeCertificateUntil < dateIn(scope.timeZone, tx.at))
      throw new Conflict(
        'The recipient’s certificate has expired. Enter the new certificate, or remove the data here.',
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
}

/** Somebody can add a device after the devices are locked and before the lot is locked. @throws Conflict */
function assertLocked(rows: readonly LotRowFacts[], locked: readonly string[]): void {
  const known = new Set(locked);
  if (!rows.every(({ deviceId }) => known.has(deviceId))) throw lotChanged();
}
