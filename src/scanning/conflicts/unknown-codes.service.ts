import { Injectable } from '@nestjs/common';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { reaches, type Scope, siteFilter } from '../../access/scope.js';
import type { Page, SortedPage } from '../../common/paging.js';
import { Conflict, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { normaliseCode } from '../../devices/device-codes.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import type { Words } from '../actions/scan-action.js';
import { ScanActions } from '../actions/scan-actions.js';
import { type OpenScan, ScanReplay } from '../batches/scan-replay.service.js';

/** A scanned code that no device has. */
export interface UnknownCode {
  code: string;
  /** How many scans wait for this code. */
  scans: number;
  firstScannedAt: Date;
  lastScannedAt: Date;
  /** Name or email of the person who scanned it last. */
  lastScannedBy: string;
  /** Code of the site where it was scanned last. */
  site: string | null;
  siteName: string | null;
  actions: string[];
  /** The names of the actions on pages, in the same order. */
  actionLabels: Words[];
  /** The latest scan that has a photo of what the code is on. */
  photo: string | null;
  /** Whether a device has the code now, so that the scans can be applied. */
  known: boolean;
}

/** Unknown codes are for whoever scanned them, and for the site where they were scanned. */
const inReach = (sites: string, account: string): string =>
  `${sites}::uuid[] IS NULL OR s.account_id = ${account} OR s.site_id = ANY (${sites})`;

const CODES = list<Omit<UnknownCode, 'actionLabels'>, SortedPage<'code'>>({
  name: 'unknown codes',
  select: `
    SELECT s.code, count(*)::int AS scans, min(s.scanned_at) AS "firstScannedAt",
           max(s.scanned_at) AS "lastScannedAt",
           (array_agg(coalesce(a.name, a.email) ORDER BY s.received_at DESC))[1] AS "lastScannedBy",
           (array_agg(t.code ORDER BY s.received_at DESC))[1] AS site,
           (array_agg(t.name ORDER BY s.received_at DESC))[1] AS "siteName",
           array_agg(DISTINCT s.action) AS actions,
           (array_agg(s.id ORDER BY s.received_at DESC) FILTER (WHERE s.photo_id IS NOT NULL))[1] AS photo,
           EXISTS (SELECT 1 FROM device_codes k
                    WHERE k.district_id = $1 AND k.code = s.code AND k.released_at IS NULL) AS known
      FROM scans s JOIN accounts a ON a.district_id = $1 AND a.id = s.account_id
      LEFT JOIN sites t ON t.district_id = $1 AND t.id = s.site_id
     WHERE s.district_id = $1 AND s.outcome = 'unknown'`,
  reach: (param, { scope }) => inReach(param(siteFilter(scope)), param(scope.accountId)),
  filters: {},
  groupBy: 's.code',
  sorts: { code: ['s.code'] },
});

/** Codes that wait until a device is found for them. */
@Injectable()
export class UnknownCodes {
  constructor(
    private readonly lists: Lists,
    private readonly transactions: Transactions,
    private readonly replay: ScanReplay,
    private readonly changes: DeviceChanges,
    private readonly scanActions: ScanActions,
  ) {}

  list(scope: Scope, query: SortedPage<'code'>): Promise<Page<UnknownCode>> {
    return this.lists.answer(CODES, scope, query, (rows) =>
      rows.map((row) => ({
        ...row,
        actionLabels: row.actions.map((action) => this.scanActions.labelOf(action)),
      })),
    );
  }

  /**
   * Applies the scans that waited for a code which a device has by now.
   * @throws NotFound where nothing waits for it
   */
  async retry(scope: Scope, text: string): Promise<{ applied: number; left: number }> {
    return this.transactions.run(async (tx) => this.applyAll(tx, scope, await this.waiting(tx, scope, text)));
  }

  /**
   * Gives a device the code, as its asset tag where it has none, else beside what it has; and applies the scans that
   * waited for it.
   * @throws NotFound where nothing waits for it, or there is no such device; Conflict where the device cannot have it
   */
  async claim(scope: Scope, text: string, deviceId: string): Promise<{ applied: number; left: number }> {
    return this.transactions.run(async (tx) => {
      const open = await this.waiting(tx, scope, text);
      const code = normaliseCode(text);
      const devices = await this.changes.lock(tx, scope.districtId, [deviceId]);
      const device = devices.get(deviceId);
      if (!device || !reaches(scope, device.siteId)) throw new NotFound('The device', 'DEVICE_NOT_FOUND');
      const input = device.assetTag === null ? { assetTag: code } : { oldTag: code };
      const change = { deviceId, input, seen: null, fromAnywhere: false, overrides: true };
      const [outcome] = await this.changes.applyScanned(tx, scope, devices, [change]);
      if (outcome?.outcome === 'refused')
        throw new Conflict(`This code cannot be linked to the device. ${outcome.detail}`, outcome.code);
      return this.applyAll(tx, scope, open);
    });
  }

  /** Lets the scans of a code go: it was read wrong, or is no device's. */
  async dismiss(scope: Scope, text: string, note?: string): Promise<{ dismissed: number }> {
    return this.transactions.run(async (tx) => {
      const open = await this.waiting(tx, scope, text);
      const verdict = { outcome: 'dismissed' } as const;
      await this.replay.resolve(
        tx,
        scope,
        open.map(({ id }) => ({ id, verdict })),
        note,
      );
      return { dismissed: open.length };
    });
  }

  private async applyAll(
    tx: Tx,
    scope: Scope,
    open: readonly OpenScan[],
  ): Promise<{ applied: number; left: number }> {
    const all = await this.replay.again(tx, scope, open);
    const decided = all.filter(({ verdict }) => verdict.outcome !== 'unknown');
    await this.replay.resolve(tx, scope, decided);
    const applied = decided.filter(({ verdict }) => verdict.outcome === 'applied').length;
    return { applied, left: open.length - applied };
  }

  /** @throws NotFound where nothing waits for the code */
  private async waiting(tx: Tx, scope: Scope, text: string): Promise<OpenScan[]> {
    const open = await this.replay.open(
      tx,
      `s.district_id = $1 AND s.outcome = 'unknown' AND (${inReach('$2', '$3')}) AND s.code = $4`,
      [scope.districtId, siteFilter(scope), scope.accountId, normaliseCode(text)],
    );
    if (open.length === 0)
      throw new NotFound('A scan with this code that needs review', 'UNKNOWN_CODE_NOT_FOUND');
    return open;
  }
}
