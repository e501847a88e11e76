import { Injectable } from '@nestjs/common';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { may, type Scope, siteFilter } from '../../access/scope.js';
import type { Page, SortedPage } from '../../common/paging.js';
import { Conflict, Forbidden, InvalidInput, NotFound } from '../../common/refusal.js';
import type { Words } from '../actions/scan-action.js';
import { ScanActions } from '../actions/scan-actions.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { DevicesService } from '../../devices/devices.service.js';
import {
  ConflictNames,
  type NamedClash,
  SCANNED_DEVICE,
  type ScannedDevice,
} from './conflict-names.queries.js';
import type { Clash, ScanOutcome } from '../scan-outcomes.js';
import { type Decided, type OpenScan, ScanReplay } from '../batches/scan-replay.service.js';

/** A scan that does not match the records, with what the records say. */
export interface ConflictView {
  /** Id of the scan. */
  id: string;
  reason: string;
  detail: string;
  code: string;
  action: string;
  /** The name of the action on pages. */
  actionLabel: Words;
  /** The other fields of the scan: site, room, cart, day, note. */
  said: Record<string, unknown>;
  scannedAt: Date;
  effectiveAt: Date;
  receivedAt: Date;
  /** Who scanned it. */
  accountId: string;
  /** Name of the person who scanned the device, or the email address if there is no name. */
  accountName: string;
  /** Code of the site where it was scanned. */
  site: string | null;
  siteName: string | null;
  device: ScannedDevice | null;
  /** If several devices have the code, those devices. */
  candidates: ScannedDevice[];
  /** For each field, what the record says and what the scan says. */
  clash: NamedClash[];
}

type ConflictRow = Omit<ConflictView, 'candidates' | 'clash' | 'actionLabel'> & { clash: Clash[] };

export interface Decision {
  decision: 'apply' | 'dismiss';
  /** For a code that several devices have. */
  deviceId?: string;
  note?: string;
}

/** Conflicts are for whoever scanned, and for the sites on either side of them. */
const inReach = (sites: string, account: string): string =>
  `${sites}::uuid[] IS NULL OR s.account_id = ${account} OR s.site_id = ANY (${sites}) OR d.site_id = ANY (${sites})`;

const OPEN = list<ConflictRow, SortedPage<'receivedAt'> & { reason?: string }>({
  name: 'conflicts',
  select: `
    SELECT s.id, s.reason, s.detail, s.code, s.action, s.said, s.scanned_at AS "scannedAt",
           s.effective_at AS "effectiveAt", s.received_at AS "receivedAt", s.account_id AS "accountId",
           coalesce(a.name, a.email) AS "accountName", t.code AS site, t.name AS "siteName",
           coalesce(s.clash, '[]') AS clash, CASE WHEN d.id IS NOT NULL THEN ${SCANNED_DEVICE} END AS device
      FROM scans s
      JOIN accounts a ON a.district_id = $1 AND a.id = s.account_id
      LEFT JOIN devices d ON d.district_id = $1 AND d.id = s.device_id
      LEFT JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
      LEFT JOIN sites ds ON ds.district_id = $1 AND ds.id = d.site_id
      LEFT JOIN sites t ON t.district_id = $1 AND t.id = s.site_id
     WHERE s.district_id = $1 AND s.outcome = 'conflict'`,
  reach: (param, { scope }) => inReach(param(siteFilter(scope)), param(scope.accountId)),
  filters: { reason: (reason, param) => `s.reason = ${param(reason)}` },
  sorts: { receivedAt: ['s.received_at', 's.id'] },
});

/** The inbox of scans that only people can decide. */
@Injectable()
export class Conflicts {
  constructor(
    private readonly lists: Lists,
    private readonly transactions: Transactions,
    private readonly replay: ScanReplay,
    private readonly devices: DevicesService,
    private readonly names: ConflictNames,
    private readonly actions: ScanActions,
  ) {}

  list(scope: Scope, query: SortedPage<'receivedAt'> & { reason?: string }): Promise<Page<ConflictView>> {
    return this.lists.answer(OPEN, scope, query, (rows) => this.named(scope, rows));
  }

  /**
   * Applies a scan over what others did meanwhile, or lets it go.
   * @throws NotFound where nobody waits for a decision, Conflict where the register still cannot take it
   */
  async resolve(
    scope: Scope,
    id: string,
    { decision, deviceId, note }: Decision,
  ): Promise<{ outcome: ScanOutcome }> {
    return this.transactions.run(async (tx) => {
      const open = await this.lock(tx, scope, id);
      const decided: Decided =
        decision === 'dismiss'
          ? { id, verdict: { outcome: 'dismissed', deviceId: open.deviceId ?? undefined } }
          : await this.applyOver(tx, scope, open, deviceId);
      const { verdict } = decided;
      if (verdict.outcome !== 'applied' && verdict.outcome !== 'dismissed')
        throw new Conflict(
          `Rollcall still cannot use this scan. ${verdict.detail ?? verdict.reason ?? ''}`.trim(),
          verdict.reason ?? 'STILL_IN_CONFLICT',
        );
      await this.replay.resolve(tx, scope, [decided], note);
      return { outcome: verdict.outcome };
    });
  }

  private async applyOver(
    tx: Tx,
    scope: Scope,
    open: OpenScan,
    deviceId: string | undefined,
  ): Promise<Decided> {
    if (open.reason === 'AMBIGUOUS_CODE' && deviceId === undefined)
      throw new InvalidInput('Several devices have this code. Choose the one that was scanned.', [
        { field: 'deviceId', code: 'REQUIRED', detail: 'Choose the device that was scanned.' },
      ]);
    if (open.reason === 'RE_ENTERED') {
      if (!may(scope, 'devices:admin'))
        throw new Forbidden('Only an admin can bring back a device that was disposed of.', 'OUT_OF_SCOPE');
      await this.devices.reopenWithin(
        tx,
        scope,
        open.deviceId ?? '',
        null,
        'Somebody scanned this device after it was disposed of.',
      );
    }
    const [decided] = await this.replay.again(tx, scope, [open], { overrides: true, deviceId });
    return decided as Decided;
  }

  private async lock(tx: Tx, scope: Scope, id: string): Promise<OpenScan> {
    const [open] = await this.replay.open(
      tx,
      `s.district_id = $1 AND s.outcome = 'conflict' AND (${inReach('$2', '$3')}) AND s.id = $4`,
      [scope.districtId, siteFilter(scope), scope.accountId, id],
    );
    if (!open) throw new NotFound('A scan that needs review', 'CONFLICT_NOT_FOUND');
    return open;
  }

  private async named(scope: Scope, rows: readonly ConflictRow[]): Promise<ConflictView[]> {
    const contested = rows.map(({ id, device, clash }) => ({ id, deviceId: device?.id ?? null, clash }));
    const [clashes, devices] = await Promise.all([
      this.names.clashes(scope, contested),
      this.names.devices(scope, rows.flatMap(candidatesOf)),
    ]);
    return rows.map((row) => ({
      ...row,
      actionLabel: this.actions.labelOf(row.action),
      clash: clashes.get(row.id) ?? [],
      candidates: candidatesOf(row).flatMap((id) => devices.get(id) ?? []),
    }));
  }
}

function candidatesOf({ reason, clash }: ConflictRow): string[] {
  const [first] = clash;
  return reason === 'AMBIGUOUS_CODE' && Array.isArray(first?.theirs) ? (first.theirs as string[]) : [];
}
