import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import type { Letterhead } from '../../../common/documents/letterhead.js';
import { Conflict } from '../../../common/refusal.js';
import type { Tx } from '../../../database/tx.js';
import { DeviceChanges } from '../../../devices/device-changes.js';
import type { StepWrites } from '../../../steps/steps.service.js';
import { inactiveVendor } from '../../../vendors/vendors.errors.js';
import { Vendors } from '../../../vendors/vendors.service.js';
import { lackErrors } from '../lot-lacks.js';
import type { LockedLot } from '../lot-steps.js';
import { lotChanged, lotNotReady } from '../lots.errors.js';
import { assertCertified, BY_LOT, paperFacts } from './locked-lot.js';
import { LotPapers } from './lot-papers.js';
import { type LotRowFacts, lotRows } from './lot-rows.js';

const HOLD = { kind: 'lot', forbids: ['change'] } as const;

/** Freezes a lot: makes its manifest, and holds its devices as the manifest says. */
@Injectable()
export class LotFreezing {
  constructor(
    private readonly devices: DeviceChanges,
    private readonly papers: LotPapers,
    private readonly vendors: Vendors,
  ) {}

  /** @throws Conflict with what is missing for each device; InvalidInput where the recipient is not active any more */
  async freeze(
    tx: Tx,
    scope: Scope,
    lot: LockedLot,
    locked: readonly string[],
    letterhead: Letterhead,
  ): Promise<StepWrites> {
    const { districtId, timeZone } = scope;
    const gone = (await this.vendors.inactive(tx, districtId)).get(lot.recipientId ?? '');
    if (gone !== undefined) throw inactiveVendor('recipient', gone);
    assertCertified(scope, lot, tx.at);
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
    const ofLot = rows.map(({ deviceId }) => ({ deviceId, subjectId: lot.id }));
    if (lot.wipeContract !== null)
      await this.devices.clear(tx, scope, ofLot, {
        gate: 'sanitization_contracted',
        evidence: BY_LOT,
        from: tx.at,
      });
    await this.devices.hold(tx, scope, ofLot, {
      ...HOLD,
      reason: `It leaves with lot ${lot.number}.`,
      owner: 'Salvage',
    });
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
}

/** Somebody can add a device after the devices are locked and before the lot is locked. @throws Conflict */
function assertLocked(rows: readonly LotRowFacts[], locked: readonly string[]): void {
  const known = new Set(locked);
  if (!rows.every(({ deviceId }) => known.has(deviceId))) throw lotChanged();
}
