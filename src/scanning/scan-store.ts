import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Scan } from './scan-applier.js';
import type { ScanOutcome, Verdict } from './scan-outcomes.js';

/** A scan that is here already. */
export interface KeptScan {
  id: string;
  accountId: string;
  outcome: ScanOutcome;
  reason: string | null;
  detail: string | null;
  deviceId: string | null;
  knownVersion: number | null;
  effectiveAt: Date;
}

const INSERT = `
  INSERT INTO scans (district_id, account_id, id, code, action, said, holder, after_id, version_seen, known_version,
         scanned_at, effective_at, received_at, outcome, reason, detail, clash, device_id, site_id, from_site_id,
         change_set_id)
  SELECT $1, $2, s.id, s.code, s.action, s.said, s.holder, s.after_id, s.version_seen, s.known_version, s.scanned_at,
         s.effective_at, s.received_at, s.outcome, s.reason, s.detail, s.clash, s.device_id, s.site_id,
         s.from_site_id, s.change_set_id
    FROM jsonb_to_recordset($3::jsonb) AS s (id uuid, code text, action text, said jsonb, holder text, after_id uuid,
         version_seen integer, known_version integer, scanned_at timestamptz, effective_at timestamptz,
         received_at timestamptz, outcome text, reason text, detail text, clash jsonb, device_id uuid, site_id uuid,
         from_site_id uuid, change_set_id uuid)`;

/** The scans of a district, each once. */
@Injectable()
export class ScanStore {
  async find(tx: EntityManager, districtId: string, ids: readonly string[]): Promise<Map<string, KeptScan>> {
    const rows = await tx.query<KeptScan[]>(
      `SELECT id, account_id AS "accountId", outcome, reason, detail, device_id AS "deviceId",
              known_version AS "knownVersion", effective_at AS "effectiveAt"
         FROM scans WHERE district_id = $1 AND id = ANY ($2::uuid[])`,
      [districtId, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Adds scans with what became of them. A scan that is here already fails with a unique violation. */
  async keep(
    tx: EntityManager,
    districtId: string,
    accountId: string,
    scans: readonly Scan[],
    verdicts: readonly Verdict[],
  ): Promise<void> {
    if (scans.length === 0) return;
    const rows = scans.map(({ row, said, effectiveAt, receivedAt, siteId }, i) => {
      const verdict = verdicts[i] as Verdict;
      const { holder, ...rest } = said;
      // Whom it went to stands in the loan, where it can be redacted; here only as long as nobody has decided.
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
      };
    });
    await tx.query(INSERT, [districtId, accountId, JSON.stringify(rows)]);
  }
}
