import { Injectable } from '@nestjs/common';
import { type Scope, siteFilter } from '../../../access/scope.js';
import { groupBy } from '../../../common/group-by.js';
import type { Tx } from '../../../database/tx.js';
import { nameOfDevice } from '../../../devices/recording/device-rules.js';
import type { ActionRefusal, ActionScan } from '../../../scanning/actions/scan-action.js';
import { devicesOf, LotContents } from '../lot-contents.js';
import type { LotState } from '../lot.entities.js';
import { MOST_IN_LOT } from '../lot-limits.js';
import { lotFull, onOtherLot } from '../lots.errors.js';
import { refusalOf } from '../lots.service.js';

interface KnownLot {
  id: string;
  number: number;
  state: LotState;
}

/** The lot of a device. */
interface LotOfDevice extends KnownLot {
  /** Whether it is in the sites of whoever scans. */
  isReached: boolean;
}

const said = ({ said: { answers } }: ActionScan, name: string): string => answers?.[name]?.trim() ?? '';

/** Refuses a scan for now. Somebody can still find out what happened, so the scan waits in the inbox. */
const waits = (code: string, detail: string): ActionRefusal => ({ code, detail, waits: true });

/** Applies scans to lots. The devices are locked before the lots. */
@Injectable()
export class LotBench {
  constructor(private readonly contents: LotContents) {}

  async judgeAdding(tx: Tx, scope: Scope, scans: readonly ActionScan[]): Promise<(ActionRefusal | null)[]> {
    const lots = await lotsOf(tx, scope, scans);
    const others = await openLotsOf(tx, scope, scans);
    const lotIds = [...new Set([...lots.values()].map(({ id }) => id))];
    const devices = await devicesOf(tx, scope.districtId, lotIds);
    return scans.map((scan) => {
      const { device } = scan;
      const number = said(scan, 'lot');
      const lot = lots.get(number);
      if (!lot)
        return waits('LOT_NOT_FOUND', `There is no lot ${number}, or you cannot see it. Check the number.`);
      if (lot.state !== 'open')
        return waits(
          'LOT_NOT_OPEN',
          `Lot ${lot.number} is ${lot.state.replaceAll('_', ' ')}, so devices can no longer be added. Choose another lot.`,
        );
      const refusal = refusalOf(device);
      if (refusal) return waits(refusal.code, refusal.detail);
      const other = others.get(device.id);
      if (other && other.id !== lot.id) {
        const { code, detail } = onOtherLot(nameOfDevice(device), other.isReached ? other.number : null);
        return waits(code, detail);
      }
      if (other) return null;
      const count = (devices.get(lot.id) ?? 0) + 1;
      if (count > MOST_IN_LOT) {
        const { code, message } = lotFull(lot.number);
        return waits(code, message);
      }
      devices.set(lot.id, count);
      return null;
    });
  }

  async add(tx: Tx, scope: Scope, scans: readonly ActionScan[]): Promise<void> {
    const lots = await lotsOf(tx, scope, scans);
    const groups = groupBy(scans, (scan) =>
      JSON.stringify([said(scan, 'lot'), said(scan, 'pallet'), said(scan, 'condition')]),
    );
    // One statement for each combination of answers. Scans from one bench usually share one combination.
    for (const group of groups.values()) {
      const [first] = group;
      const lot = first && lots.get(said(first, 'lot'));
      if (!first || !lot) throw new Error('a scan was applied that nobody judged');
      await this.contents.add(
        tx,
        scope,
        lot,
        group.map(({ device }) => device.id),
        {
          pallet: said(first, 'pallet') || null,
          condition: said(first, 'condition') || null,
          scanIds: group.map(({ scanId }) => scanId),
        },
      );
    }
  }

  /** @returns why the scan stays, or null if it was taken back */
  async takeBackAdding(tx: Tx, scope: Scope, scanId: string): Promise<string | null> {
    const [row] = await tx.query<{ lotId: string; deviceId: string; state: LotState; number: number }[]>(
      `SELECT y.lot_id AS "lotId", y.device_id AS "deviceId", l.state, l.number
         FROM lot_devices y JOIN lots l ON l.district_id = $1 AND l.id = y.lot_id
        WHERE y.district_id = $1 AND y.scan_id = $2 FOR NO KEY UPDATE OF l`,
      [scope.districtId, scanId],
    );
    if (!row) return null;
    if (row.state !== 'open')
      return `Lot ${row.number} is already ${row.state.replaceAll('_', ' ')}, so this scan cannot be undone.`;
    await this.contents.remove(tx, scope, row.lotId, [row.deviceId]);
    return null;
  }

  async judgeChecking(tx: Tx, scope: Scope, scans: readonly ActionScan[]): Promise<(ActionRefusal | null)[]> {
    const lots = await openLotsOf(tx, scope, scans);
    return scans.map(({ device }) => {
      const lot = lots.get(device.id);
      if (!lot)
        return waits(
          'ON_NO_LOT',
          `${nameOfDevice(device)} is on no lot. Keep it here, or note it as one too many at the pick-up.`,
        );
      if (!lot.isReached)
        return waits(
          'LOT_OF_OTHER_SITE',
          `${nameOfDevice(device)} is on a lot of a site that you do not have. Keep this device here.`,
        );
      if (lot.state !== 'approved')
        return waits(
          'LOT_NOT_APPROVED',
          `Lot ${lot.number} is ${lot.state.replaceAll('_', ' ')}. It cannot be picked up yet, so keep this device here.`,
        );
      return null;
    });
  }

  async check(tx: Tx, { districtId, accountId }: Scope, scans: readonly ActionScan[]): Promise<void> {
    await tx.query(
      `UPDATE lot_devices y SET checked_at = n.at, checked_by = $5, check_scan_id = n.scan_id
         FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) AS n (device_id, scan_id, at)
        WHERE y.district_id = $1 AND y.device_id = n.device_id AND y.ended_at IS NULL`,
      [
        districtId,
        scans.map(({ device }) => device.id),
        scans.map(({ scanId }) => scanId),
        scans.map(({ effectiveAt }) => effectiveAt),
        accountId,
      ],
    );
  }

  /** @returns why the scan stays, or null if it was taken back */
  async takeBackChecking(tx: Tx, { districtId }: Scope, scanId: string): Promise<string | null> {
    const [row] = await tx.query<{ hasEnded: boolean }[]>(
      `SELECT ended_at IS NOT NULL AS "hasEnded" FROM lot_devices WHERE district_id = $1 AND check_scan_id = $2`,
      [districtId, scanId],
    );
    if (row?.hasEnded)
      return 'The lot has already been picked up or canceled, so this scan cannot be undone.';
    await tx.query(
      `UPDATE lot_devices SET checked_at = NULL, checked_by = NULL, check_scan_id = NULL
        WHERE district_id = $1 AND check_scan_id = $2`,
      [districtId, scanId],
    );
    return null;
  }
}

/** The lots that scans name, by the number as somebody typed it. They stay locked until the transaction ends. */
async function lotsOf(tx: Tx, scope: Scope, scans: readonly ActionScan[]): Promise<Map<string, KnownLot>> {
  const typed = [...new Set(scans.map((scan) => said(scan, 'lot')))];
  const numbers = typed.map((text) => (/^#?0*\d{1,9}$/.test(text) ? Number(text.replace('#', '')) : 0));
  const rows = await tx.query<KnownLot[]>(
    `SELECT id, number, state FROM lots
      WHERE district_id = $1 AND number = ANY ($2::integer[]) AND ($3::uuid[] IS NULL OR site_id = ANY ($3))
      ORDER BY id FOR NO KEY UPDATE`,
    [scope.districtId, numbers, siteFilter(scope)],
  );
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  return new Map(
    typed.flatMap((text, i) => {
      const lot = byNumber.get(numbers[i] ?? 0);
      return lot ? [[text, lot] as const] : [];
    }),
  );
}

/** The lots that have not ended, by the devices on them. */
async function openLotsOf(
  tx: Tx,
  scope: Scope,
  scans: readonly ActionScan[],
): Promise<Map<string, LotOfDevice>> {
  const rows = await tx.query<(LotOfDevice & { deviceId: string })[]>(
    `SELECT y.device_id AS "deviceId", l.id, l.number, l.state,
            ($3::uuid[] IS NULL OR l.site_id = ANY ($3)) AS "isReached"
       FROM lot_devices y JOIN lots l ON l.district_id = $1 AND l.id = y.lot_id
      WHERE y.district_id = $1 AND y.device_id = ANY ($2::uuid[]) AND y.ended_at IS NULL`,
    [scope.districtId, scans.map(({ device }) => device.id), siteFilter(scope)],
  );
  return new Map(rows.map(({ deviceId, ...lot }) => [deviceId, lot]));
}
