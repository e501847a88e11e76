import type { KeptScan } from '../scan.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '../../database/tx.js';
import { addSightingsSql, type Sighting } from '../../devices/sightings/sightings.service.js';
import { MoreCodes } from '../more-codes.js';
import type { Scan } from '../scan.js';
import { allReadings, type CodeMatch, MATCHES, type Meaning, meaningsOf } from '../scan-codes.js';
import type { Verdict } from '../scan-outcomes.js';

const INSERT = `
  WITH seen AS (${addSightingsSql('$1', '$4')})
  INSERT INTO scans (district_id, account_id, id, code, action, said, holder, after_id, version_seen, known_version,
         scanned_at, effective_at, received_at, outcome, reason, detail, clash, device_id, site_id, from_site_id,
         change_set_id, sweep_id)
  SELECT $1::uuid, $2::uuid, s.id, s.code, s.action, s.said, s.holder, s.after_id, s.version_seen, s.known_version, s.scanned_at,
         s.effective_at, s.received_at, s.outcome, s.reason, s.detail, s.clash, s.device_id, s.site_id,
         s.from_site_id, s.change_set_id, s.sweep_id
    FROM jsonb_to_recordset($3::jsonb) AS s (id uuid, code text, action text, said jsonb, holder text, after_id uuid,
         version_seen integer, known_version integer, scanned_at timestamptz, effective_at timestamptz,
         received_at timestamptz, outcome text, reason text, detail text, clash jsonb, device_id uuid, site_id uuid,
         from_site_id uuid, change_set_id uuid, sweep_id uuid)`;

/** The scans of a district, each once. */
@Injectable()
export class ScanStore {
  constructor(
    private readonly source: DataSource,
    private readonly more: MoreCodes,
  ) {}

  /** What of these scans is here already, with those before them, and what their codes mean: one question. */
  async find(
    tx: Tx,
    districtId: string,
    scans: readonly Scan[],
  ): Promise<{ kept: Map<string, KeptScan>; meanings: Meaning[] }> {
    const rows = scans.map(({ row }) => row);
    const readings = allReadings(rows);
    const ids = rows.flatMap(({ id, after }) => (after === undefined ? [id] : [id, after]));
    const [found] = await tx.query<{ kept: KeptScan[]; matches: CodeMatch[] }[]>(
      `SELECT (${MATCHES}) AS matches, (
         SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'accountId', account_id, 'code', code, 'action', action,
                  'said', said, 'holder', holder, 'sweep', sweep_id, 'outcome', outcome,
                  'reason', reason, 'detail', detail, 'deviceId', device_id, 'knownVersion', known_version,
                  'effectiveAt', effective_at)), '[]')
           FROM scans WHERE district_id = $1 AND id = ANY ($3::uuid[])) AS kept`,
      [districtId, readings, ids],
    );
    const others = await this.more.find(tx, districtId, readings);
    const kept = (found?.kept ?? []).map((scan) => ({ ...scan, effectiveAt: new Date(scan.effectiveAt) }));
    return {
      kept: new Map(kept.map((scan) => [scan.id, scan])),
      meanings: meaningsOf(rows, [...(found?.matches ?? []), ...others]),
    };
  }

  /** Codes of the sites of some sweeps, by sweep. */
  async sweepSites(districtId: string, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.source.query<{ id: string; site: string }[]>(
      `SELECT w.id, t.code AS site FROM sweeps w JOIN sites t ON t.district_id = $1 AND t.id = w.site_id
        WHERE w.district_id = $1 AND w.id = ANY ($2::uuid[])`,
      [districtId, [...new Set(ids)]],
    );
    return new Map(rows.map(({ id, site }) => [id, site]));
  }

  /** Adds scans with what became of them, and what was seen by them. A scan that is here already fails with a unique violation. */
  async keep(
    tx: Tx,
    districtId: string,
    accountId: string,
    scans: readonly Scan[],
    verdicts: readonly Verdict[],
  ): Promise<void> {
    if (scans.length === 0) return;
    const rows = scans.map(({ row, said, effectiveAt, receivedAt, siteId }, i) => {
      const verdict = verdicts[i] as Verdict;
      const { holder, ...rest } = said;
      // Keep the person only until the scan is decided. After that, the loan has the person, and can be redacted.
      const isOpen = verdict.outcome === 'conflict' || verdict.outcome === 'unknown';
      return {
        id: row.id,
        code: row.code,
        action: row.action,
        said: rest,
        holder: isOpen ? holder : undefined,
        after_id: row.after,
        version_seen: row.versionSeen,
        known_version: verdict.version,
        scanned_at: row.scannedAt,
        effective_at: effectiveAt,
        received_at: receivedAt,
        outcome: verdict.outcome,
        reason: verdict.reason,
        detail: verdict.detail,
        clash: verdict.clash,
        device_id: verdict.deviceId,
        site_id: siteId,
        from_site_id: verdict.fromSiteId,
        change_set_id: verdict.changeSetId,
        sweep_id: row.sweep,
      };
    });
    await tx.query(INSERT, [
      districtId,
      accountId,
      JSON.stringify(rows),
      JSON.stringify(sightingsOf(scans, verdicts, () => accountId)),
    ]);
  }
}

/** Every applied scan is also a sighting, unless the device was not there. */
export function sightingsOf(
  scans: readonly Scan[],
  verdicts: readonly Verdict[],
  byWhom: (scanId: string) => string,
): Sighting[] {
  return scans.flatMap(({ row, action, siteId, seenAt, effectiveAt }, i) => {
    const { outcome, deviceId } = verdicts[i] as Verdict;
    if (outcome !== 'applied' || !deviceId || !siteId || action.withoutDevice) return [];
    return [
      {
        id: row.id,
        deviceId,
        siteId,
        seenAt: seenAt ?? effectiveAt,
        condition: null,
        inUse: null,
        seenBy: byWhom(row.id),
      },
    ];
  });
}
