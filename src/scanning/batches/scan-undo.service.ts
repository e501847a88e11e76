import { Injectable } from '@nestjs/common';
import { reaches, type Scope } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import { RETRACT_SIGHTINGS } from '../../devices/sightings/sightings.service.js';
import { ScanActions, UNDO } from '../actions/scan-actions.js';
import type { Scan } from '../scan.js';
import type { ScanOutcome, Verdict } from '../scan-outcomes.js';
import { ScanReplay } from './scan-replay.service.js';

/** A scan that somebody wants to have never made. */
interface Undone {
  id: string;
  action: string;
  outcome: ScanOutcome;
  deviceId: string | null;
  /** Where the device belongs now. */
  siteId: string | null;
  changeSetId: string | null;
  knownVersion: number | null;
  resolvedBy: string | null;
}

/** Takes a scan back, from the journal that made it: what it changed returns, what waited for a decision is let go. */
@Injectable()
export class ScanUndo {
  constructor(
    private readonly actions: ScanActions,
    private readonly changes: DeviceChanges,
    private readonly replay: ScanReplay,
  ) {}

  /** What becomes of an `undo`: applied, or refused where others have built on what the scan did. */
  async judge(tx: Tx, scope: Scope, { row }: Scan): Promise<Verdict> {
    const [scan] = await tx.query<Undone[]>(
      `SELECT s.id, s.action, s.outcome, s.device_id AS "deviceId", d.site_id AS "siteId",
              s.change_set_id AS "changeSetId", s.known_version AS "knownVersion", s.resolved_by AS "resolvedBy"
         FROM scans s LEFT JOIN devices d ON d.district_id = $1 AND d.id = s.device_id
        WHERE s.district_id = $1 AND s.id = $2 AND s.account_id = $3 FOR NO KEY UPDATE OF s`,
      [scope.districtId, row.undoes, scope.accountId],
    );
    if (!scan || scan.action === UNDO)
      return refused('UNKNOWN_SCAN', 'You have no such scan that can be undone.');
    const base = {
      outcome: 'applied' as const,
      deviceId: scan.deviceId ?? undefined,
      version: scan.knownVersion ?? undefined,
    };
    // What is undone already, or was never applied, needs nothing more.
    if (scan.outcome === 'dismissed' || scan.outcome === 'refused') return base;
    if (scan.resolvedBy && scan.resolvedBy !== scope.accountId)
      return refused(
        'DECIDED_BY_OTHERS',
        'Somebody else already decided what to do with this scan. Ask them to change it.',
      );
    const stays = await this.takeBack(tx, scope, scan);
    if (stays) return stays;
    // What was scanned by mistake was not seen either.
    if (scan.deviceId)
      await tx.query(RETRACT_SIGHTINGS, [scope.districtId, scope.accountId, scan.id, scan.deviceId]);
    await this.replay.resolve(tx, scope, [
      { id: scan.id, verdict: { outcome: 'dismissed', deviceId: base.deviceId } },
    ]);
    return base;
  }

  /** What the scan changed of its device, and what its action's module wrote. @returns why it stays as it is, or null */
  private async takeBack(tx: Tx, scope: Scope, scan: Undone): Promise<Verdict | null> {
    const { id: scanId, deviceId, changeSetId, outcome, action } = scan;
    const rows = outcome === 'applied' ? this.actions.get(action)?.rows : undefined;
    if (!deviceId || (!changeSetId && !rows)) return null;
    if (!scan.siteId || !reaches(scope, scan.siteId))
      return refused(
        'OUT_OF_SCOPE',
        'This device is now at a site that is not one of yours, so you cannot undo the scan.',
      );
    await this.changes.lock(tx, scope.districtId, [deviceId]);
    // Both are taken back, or neither.
    await tx.query('SAVEPOINT scan');
    const kept = await rows?.takeBack(tx, scope, { scanId, deviceId });
    const undone =
      kept || !changeSetId ? null : await this.changes.undoWithin(tx, scope, changeSetId, deviceId);
    const detail = kept ?? undone?.detail;
    if (!detail) return null;
    await tx.query('ROLLBACK TO SAVEPOINT scan');
    return refused('CHANGED_MEANWHILE', detail);
  }
}

function refused(reason: string, detail: string): Verdict {
  return { outcome: 'refused', reason, detail };
}
