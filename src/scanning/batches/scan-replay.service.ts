import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { Clock } from '../../common/time/clock.js';
import type { Tx } from '../../database/tx.js';
import { Files } from '../../files/files.service.js';
import type { ScanSaid } from '../actions/scan-action.js';
import { ScanActions } from '../actions/scan-actions.js';
import { MoreCodes } from '../more-codes.js';
import { type Scan } from '../scan.js';
import { ScanApplier } from './scan-applier.js';
import { addSightingsSql, type Sighting } from '../../devices/sightings/sightings.service.js';
import { sightingsOf } from './scan-store.js';
import { allReadings, type CodeMatch, MATCHES, meaningsOf } from '../scan-codes.js';
import { type Verdict, verdictOf } from '../scan-outcomes.js';

/** A scan that was taken in and still waits: for a decision, or for its code to be known. */
export interface OpenScan {
  id: string;
  code: string;
  action: string;
  said: ScanSaid;
  holder: string | null;
  reason: string | null;
  deviceId: string | null;
  /** Who scanned it. */
  accountId: string;
  scannedAt: Date;
  effectiveAt: Date;
}

/** What was decided of a scan, and that it was seen, where it was applied. */
export interface Decided {
  id: string;
  verdict: Verdict;
  sighting?: Sighting;
}

/** Takes up scans again that could not be applied when they came. */
@Injectable()
export class ScanReplay {
  constructor(
    private readonly actions: ScanActions,
    private readonly applier: ScanApplier,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly more: MoreCodes,
  ) {}

  /**
   * The scans `s` of district `$1` that match a condition, with their devices `d` if known; locked, oldest first.
   */
  open(tx: Tx, condition: string, parameters: readonly unknown[]): Promise<OpenScan[]> {
    return tx.query<OpenScan[]>(
      `SELECT s.id, s.code, s.action, s.said, s.holder, s.reason, s.device_id AS "deviceId", s.account_id AS "accountId",
              s.scanned_at AS "scannedAt", s.effective_at AS "effectiveAt"
         FROM scans s LEFT JOIN devices d ON d.district_id = $1 AND d.id = s.device_id
        WHERE s.district_id = $1 AND ${condition} ORDER BY s.effective_at, s.id FOR NO KEY UPDATE OF s`,
      [...parameters],
    );
  }

  /**
   * Judges scans once more. What is decided now holds from now: others may have built on what stood here meanwhile.
   * @param overrides whether what others changed meanwhile stands against it no more
   * @param deviceId the device that is meant, where several have the code
   */
  async again(
    tx: Tx,
    scope: Scope,
    open: readonly OpenScan[],
    { overrides = false, deviceId }: { overrides?: boolean; deviceId?: string } = {},
  ): Promise<Decided[]> {
    const now = this.clock.now();
    const scans = open.map((one, index): Scan | Verdict => {
      const { id, code, action: name, scannedAt, holder, said, effectiveAt: seenAt } = one;
      const action = this.actions.get(name);
      // The module whose action it was is not there any more.
      if (!action) return verdictOf('UNKNOWN_ACTION', `There is no scan action "${name}" any more.`);
      const row = { id, code, action: name, scannedAt, deviceId };
      return {
        index,
        row,
        action,
        said: holder === null ? said : { ...said, holder },
        effectiveAt: now,
        receivedAt: now,
        seenAt,
        overrides,
      };
    });
    const good = scans.flatMap((scan) => ('outcome' in scan ? [] : [scan]));
    const rows = good.map(({ row }) => row);
    const readings = allReadings(rows);
    const [found] = await tx.query<{ matches: CodeMatch[] }[]>(`SELECT (${MATCHES}) AS matches`, [
      scope.districtId,
      readings,
    ]);
    const others = await this.more.find(tx, scope.districtId, readings);
    const known = new Map(open.map((one) => [one.id, one.deviceId]));
    // A device that the inbox has shown is the one that is meant, whoever has its code by now.
    const meanings = meaningsOf(rows, [...(found?.matches ?? []), ...others]).map((meaning, i) => {
      const shown = known.get(rows[i]?.id ?? '');
      return shown ? { deviceId: shown } : meaning;
    });
    const verdicts = await this.applier.apply(tx, scope, good, meanings, new Map());
    const accounts = new Map(open.map(({ id, accountId }) => [id, accountId]));
    const judged = new Map(good.map(({ row }, i) => [row.id, verdicts[i] as Verdict]));
    const sightings = new Map(
      sightingsOf(good, verdicts, (id) => accounts.get(id) ?? '').map((sighting) => [sighting.id, sighting]),
    );
    return open.map(({ id }, i) => {
      const scan = scans[i] as Scan | Verdict;
      return 'outcome' in scan
        ? { id, verdict: scan }
        : { id, verdict: judged.get(id) as Verdict, sighting: sightings.get(id) };
    });
  }

  /** Writes down what was decided of scans, and deletes the photos of those that wait no more. */
  async resolve(tx: Tx, scope: Scope, decisions: readonly Decided[], note?: string): Promise<void> {
    const photos = await this.photosToDelete(tx, scope, decisions);
    const rows = decisions.map(({ id, sighting, verdict: { outcome, reason, detail, ...verdict } }) => ({
      id,
      outcome,
      reason,
      detail,
      device_id: verdict.deviceId,
      known_version: verdict.version,
      from_site_id: verdict.fromSiteId,
      change_set_id: verdict.changeSetId,
      clash: verdict.clash,
      site_id: sighting?.siteId,
      is_over: outcome === 'applied' || outcome === 'dismissed',
    }));
    const seen = decisions.flatMap(({ sighting }) => sighting ?? []);
    await tx.query(
      `WITH seen AS (${addSightingsSql('$1', '$6')})
       UPDATE scans s SET outcome = n.outcome, reason = n.reason, detail = n.detail,
              device_id = coalesce(n.device_id, s.device_id),
              known_version = coalesce(n.known_version, s.known_version),
              from_site_id = coalesce(n.from_site_id, s.from_site_id),
              change_set_id = coalesce(n.change_set_id, s.change_set_id), clash = n.clash,
              site_id = coalesce(n.site_id, s.site_id), resolved_at = CASE WHEN n.is_over THEN $2::timestamptz END,
              resolved_by = CASE WHEN n.is_over THEN $3::uuid END, resolution_note = $4,
              holder = CASE WHEN n.outcome IN ('conflict', 'unknown') THEN s.holder END,
              photo_id = CASE WHEN n.outcome IN ('conflict', 'unknown') THEN s.photo_id END
         FROM jsonb_to_recordset($5::jsonb) AS n (id uuid, outcome text, reason text, detail text, device_id uuid,
              known_version integer, from_site_id uuid, change_set_id uuid, clash jsonb, site_id uuid, is_over boolean)
        WHERE s.district_id = $1 AND s.id = n.id`,
      [
        scope.districtId,
        this.clock.now(),
        scope.accountId,
        note ?? null,
        JSON.stringify(rows),
        JSON.stringify(seen),
      ],
    );
    await this.files.deleteWithin(tx, scope.districtId, photos);
  }

  /** The scans are locked, so that none gets another photo meanwhile. */
  private async photosToDelete(tx: Tx, scope: Scope, decisions: readonly Decided[]): Promise<string[]> {
    const ids = decisions.filter(({ verdict }) => !isWaiting(verdict)).map(({ id }) => id);
    if (ids.length === 0) return [];
    const photos = await tx.query<{ id: string }[]>(
      `SELECT photo_id AS id FROM scans WHERE district_id = $1 AND id = ANY ($2) AND photo_id IS NOT NULL`,
      [scope.districtId, ids],
    );
    return photos.map(({ id }) => id);
  }
}

/** Whether somebody still has to decide about the scan. */
function isWaiting({ outcome }: Verdict): boolean {
  return outcome === 'conflict' || outcome === 'unknown';
}
