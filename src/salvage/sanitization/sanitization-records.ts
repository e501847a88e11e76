import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';
import type { DeviceRecord } from '../../devices/device-record.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import { lastUse } from '../../devices/recording/device-clearances.js';
import type { MediaSource, SanitizationResult } from './sanitization.entities.js';
import type { SanitizedBefore } from './sanitization-rules.js';
import { fitOf, type Medium, type Technique } from './techniques.js';

/** One sanitization that was checked, with its devices, which are locked. */
export interface SanitizationRecord {
  id: string;
  devices: readonly DeviceRecord[];
  medium: Medium;
  mediaSource: MediaSource;
  driveSerial: string | null;
  technique: Technique;
  tool: string | null;
  toolVersion: string | null;
  particleMm: number | null;
  result: SanitizationResult;
  verifiedBy: string | null;
  verification: string | null;
  place: string | null;
  note: string | null;
  doneAt: Date;
  scanId: string | null;
}

/** The kind of evidence that a sanitization is. */
const EVIDENCE = 'sanitization';

/**
 * SQL of what the records of the devices `$2` say today. `holds`: the technique completed, and nobody decided against the
 * record. `fails`: the gate can open again only if the storage is destroyed later.
 */
const RECORDS = `
  records AS (
    SELECT y.device_id, s.id, s.done_at, s.method = 'destroy' AS destroys, v.decision = 'repeat' AS repeats,
           s.result = 'completed' AND v.decision = 'accept' AS holds,
           s.result = 'failed' OR v.decision = 'escalate' OR (s.method = 'destroy' AND v.decision = 'repeat') AS fails
      FROM sanitization_devices y
      JOIN sanitizations s ON s.district_id = $1 AND s.id = y.sanitization_id
      CROSS JOIN LATERAL (
        SELECT coalesce((SELECT decision FROM sanitization_validations
                          WHERE district_id = $1 AND sanitization_id = s.id ORDER BY round DESC LIMIT 1),
                        'accept') AS decision) v
     WHERE y.district_id = $1 AND y.device_id = ANY ($2::uuid[]) AND y.withdrawn_at IS NULL)`;

/** SQL of the records `x` that say that the storage of a device was destroyed after the failure `f`. */
const DESTROYED = `
  SELECT FROM records x WHERE x.device_id = f.device_id AND x.destroys AND x.holds AND x.done_at >= f.done_at`;

/** Writes sanitizations, and opens and closes the gate `sanitized`. */
@Injectable()
export class SanitizationRecords {
  constructor(private readonly devices: DeviceChanges) {}

  /** What earlier records say about devices, by the ids of the devices. The devices are locked. */
  async before(
    tx: Tx,
    { districtId }: Scope,
    deviceIds: readonly string[],
  ): Promise<Map<string, SanitizedBefore>> {
    const rows = await tx.query<(SanitizedBefore & { id: string })[]>(
      `WITH ${RECORDS}
       SELECT n.id, ${lastUse('n.id')} AS "lastUsedAt",
              EXISTS (SELECT FROM records f WHERE f.device_id = n.id AND f.fails AND NOT EXISTS (${DESTROYED})) AS "hasFailed"
         FROM unnest($2::uuid[]) AS n (id)`,
      [districtId, deviceIds],
    );
    return new Map(rows.map(({ id, ...before }) => [id, before]));
  }

  /** Writes sanitizations. A completed one opens the gate of its devices, and a failed one closes it. */
  async write(tx: Tx, scope: Scope, records: readonly SanitizationRecord[]): Promise<void> {
    if (records.length === 0) return;
    const rows = records.map(({ devices: _, ...record }) => {
      const fit = fitOf(record.technique, record.medium);
      if (!fit) throw new Error('a sanitization was written without a check');
      return {
        id: record.id,
        medium: record.medium,
        media_source: record.mediaSource,
        drive_serial: record.driveSerial,
        technique: record.technique,
        method: record.result === 'completed' ? fit.method : null,
        is_uncertain: fit.isUncertain,
        tool: record.tool,
        tool_version: record.toolVersion,
        particle_mm: record.particleMm,
        result: record.result,
        verified_by: record.verifiedBy,
        verification: record.verification,
        place: record.place,
        note: record.note,
        done_at: record.doneAt,
        scan_id: record.scanId,
      };
    });
    await tx.query(
      `INSERT INTO sanitizations (district_id, id, medium, media_source, drive_serial, technique, method, is_uncertain, tool,
              tool_version, particle_mm, result, verified_by, verification, place, note, done_at, done_by, scan_id, recorded_at)
       SELECT $1::uuid, n.id, n.medium, n.media_source, n.drive_serial, n.technique, n.method, n.is_uncertain, n.tool,
              n.tool_version, n.particle_mm, n.result, n.verified_by, n.verification, n.place, n.note, n.done_at, $2::uuid,
              n.scan_id, $3::timestamptz
         FROM jsonb_populate_recordset(NULL::sanitizations, $4::jsonb) AS n`,
      [scope.districtId, scope.accountId, tx.at, JSON.stringify(rows)],
    );
    const pairs = records.flatMap(({ id, devices, ...record }) =>
      devices.map((device) => ({ id, device, record })),
    );
    await tx.query(
      `INSERT INTO sanitization_devices (district_id, sanitization_id, device_id, done_at)
       SELECT $1::uuid, n.sanitization_id, n.device_id, n.done_at
         FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) AS n (sanitization_id, device_id, done_at)`,
      [
        scope.districtId,
        pairs.map(({ id }) => id),
        pairs.map(({ device }) => device.id),
        pairs.map(({ record }) => record.doneAt),
      ],
    );
    await this.settle(
      tx,
      scope,
      pairs.map(({ device }) => device.id),
    );
  }

  /**
   * Opens or closes the gate of devices, by all of their records. A record proves nothing after a decision against it. A
   * record also proves nothing after a failure, or after a later record that has to be repeated, unless the storage was
   * destroyed.
   * @throws ClearanceUsed if the gate of a device that is gone would close
   */
  async settle(tx: Tx, scope: Scope, deviceIds: readonly string[]): Promise<void> {
    await this.devices.lock(tx, scope.districtId, deviceIds);
    const changes = await tx.query<{ deviceId: string; subjectId: string; from: Date; isProof: boolean }[]>(
      `WITH ${RECORDS},
       proofs AS (
         SELECT r.device_id, r.id AS evidence_id, r.done_at FROM records r
          WHERE r.holds AND (r.destroys OR NOT EXISTS (
            SELECT FROM records f
             WHERE f.device_id = r.device_id
               AND ((f.repeats AND f.done_at >= r.done_at)
                    OR (f.fails AND NOT EXISTS (${DESTROYED} AND x.done_at <= r.done_at)))))),
       clearances AS (
         SELECT device_id, evidence_id FROM device_clearances
          WHERE district_id = $1 AND device_id = ANY ($2::uuid[]) AND evidence_kind = $3 AND withdrawn_at IS NULL)
       SELECT device_id AS "deviceId", evidence_id AS "subjectId", p.done_at AS "from", p.done_at IS NOT NULL AS "isProof"
         FROM proofs p
         FULL JOIN clearances c USING (device_id, evidence_id)
         JOIN devices d ON d.district_id = $1 AND d.id = device_id
        WHERE p.done_at IS NULL
           OR (c.device_id IS NULL AND d.status NOT IN ('disposed', 'void'))`,
      [scope.districtId, deviceIds, EVIDENCE],
    );
    const [proofs, others] = [true, false].map((isProof) => changes.filter((one) => one.isProof === isProof));
    if (others?.length) await this.devices.withdraw(tx, scope, EVIDENCE, others);
    if (proofs?.length)
      await this.devices.clear(tx, scope, proofs, { gate: 'sanitized', evidence: EVIDENCE, from: tx.at });
  }

  /** After a merge, the records of the duplicate belong to the survivor, with what they prove. */
  async follow(
    tx: Tx,
    scope: Scope,
    { survivorId, duplicateId }: { survivorId: string; duplicateId: string },
  ): Promise<void> {
    await tx.query(
      `UPDATE sanitization_devices y SET device_id = $3
        WHERE y.district_id = $1 AND y.device_id = $2
          AND NOT EXISTS (SELECT FROM sanitization_devices o
                           WHERE o.district_id = $1 AND o.device_id = $3 AND o.sanitization_id = y.sanitization_id)`,
      [scope.districtId, duplicateId, survivorId],
    );
    const [survivor] = await tx.query<unknown[]>(
      `SELECT FROM devices WHERE district_id = $1 AND id = $2 AND status NOT IN ('disposed', 'void')`,
      [scope.districtId, survivorId],
    );
    if (survivor) await this.settle(tx, scope, [survivorId]);
  }

  /** Takes back the record of one scan. @returns why the record stays, or null if it was taken back */
  async takeBack(tx: Tx, scope: Scope, scanId: string): Promise<string | null> {
    const rows = await tx.query<{ id: string; deviceId: string; isGone: boolean }[]>(
      `SELECT s.id, y.device_id AS "deviceId", d.status = 'disposed' AS "isGone"
         FROM sanitizations s
         JOIN sanitization_devices y ON y.district_id = $1 AND y.sanitization_id = s.id AND y.withdrawn_at IS NULL
         JOIN devices d ON d.district_id = $1 AND d.id = y.device_id
        WHERE s.district_id = $1 AND s.scan_id = $2`,
      [scope.districtId, scanId],
    );
    if (rows.some(({ isGone }) => isGone))
      return 'The device left the district, and this record proves that its data was removed. So it cannot be undone.';
    await tx.query(
      `UPDATE sanitization_devices SET withdrawn_at = $3 WHERE district_id = $1 AND sanitization_id = ANY ($2::uuid[])`,
      [scope.districtId, rows.map(({ id }) => id), tx.at],
    );
    await this.settle(
      tx,
      scope,
      rows.map(({ deviceId }) => deviceId),
    );
    return null;
  }
}
