import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';
import type { DeviceRecord } from '../../devices/device-record.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import { type ClearedDevice, lastUse } from '../../devices/recording/device-clearances.js';
import type { MediaSource, SanitizationResult } from './sanitization.entities.js';
import type { SanitizedBefore } from './sanitization-rules.js';
import { fitOf, type Medium, type Technique } from './techniques.js';

/** One sanitization that is good, and its devices, which are locked. */
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

/** What its records open gates by. */
export const EVIDENCE = 'sanitization';

/** Writes sanitizations and what they prove. */
@Injectable()
export class SanitizationRecords {
  constructor(private readonly devices: DeviceChanges) {}

  /** What is known of devices before, by their ids. They are locked. */
  async before(
    tx: Tx,
    { districtId }: Scope,
    deviceIds: readonly string[],
  ): Promise<Map<string, SanitizedBefore>> {
    const rows = await tx.query<(SanitizedBefore & { id: string })[]>(
      `SELECT n.id, ${lastUse('n.id')} AS "lastUsedAt", coalesce((
          SELECT s.result = 'failed' OR v.decision IN ('repeat', 'escalate')
            FROM sanitization_devices y
            JOIN sanitizations s ON s.district_id = $1 AND s.id = y.sanitization_id
            LEFT JOIN LATERAL (
              SELECT decision FROM sanitization_validations
               WHERE district_id = $1 AND sanitization_id = s.id ORDER BY round DESC LIMIT 1) v ON true
           WHERE y.district_id = $1 AND y.device_id = n.id AND y.withdrawn_at IS NULL
             AND (s.result = 'failed' OR s.method = 'destroy' OR v.decision = 'escalate')
           ORDER BY s.done_at DESC, s.id DESC LIMIT 1), false) AS "hasFailed"
         FROM unnest($2::uuid[]) AS n (id)`,
      [districtId, deviceIds],
    );
    return new Map(rows.map(({ id, ...before }) => [id, before]));
  }

  /** Writes sanitizations, and opens the gate of the devices of those that completed. */
  async write(tx: Tx, scope: Scope, records: readonly SanitizationRecord[]): Promise<void> {
    if (records.length === 0) return;
    const rows = records.map(({ devices: _, ...record }) => {
      const fit = fitOf(record.technique, record.medium);
      if (!fit) throw new Error('a sanitization was written that nobody judged');
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
    const proven = pairs.filter(({ record }) => record.result === 'completed');
    await this.open(
      tx,
      scope,
      proven.map(({ id, device, record }) => ({ deviceId: device.id, subjectId: id, from: record.doneAt })),
    );
  }

  /** Opens the gate of devices whose sanitization completed, or is accepted after it was not. */
  open(tx: Tx, scope: Scope, proven: readonly ClearedDevice[]): Promise<void> {
    if (proven.length === 0) return Promise.resolve();
    return this.devices.clear(tx, scope, proven, { gate: 'sanitized', evidence: EVIDENCE, from: tx.at });
  }

  /** Closes what sanitizations opened. @throws ClearanceUsed for a device that is gone */
  close(tx: Tx, scope: Scope, ids: readonly string[]): Promise<number> {
    return this.devices.withdraw(tx, scope, EVIDENCE, ids);
  }

  /** Of two records of one device, what is known of the duplicate is true of the survivor, and what proves it too. */
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
    const proven = await tx.query<{ deviceId: string; subjectId: string; from: Date }[]>(
      `SELECT d.id AS "deviceId", c.evidence_id AS "subjectId", c.holds_from AS "from"
         FROM device_clearances c
         JOIN devices d ON d.district_id = $1 AND d.id = $3 AND d.status IN ('in_stock', 'in_repair', 'retired')
        WHERE c.district_id = $1 AND c.device_id = $2 AND c.evidence_kind = $4 AND c.withdrawn_at IS NULL`,
      [scope.districtId, duplicateId, survivorId, EVIDENCE],
    );
    await this.open(tx, scope, proven);
  }

  /** Takes back what one scan recorded. @returns why it stays, or null */
  async takeBack(tx: Tx, scope: Scope, scanId: string): Promise<string | null> {
    const rows = await tx.query<{ id: string; isGone: boolean }[]>(
      `SELECT s.id, d.status = 'disposed' AS "isGone"
         FROM sanitizations s
         JOIN sanitization_devices y ON y.district_id = $1 AND y.sanitization_id = s.id AND y.withdrawn_at IS NULL
         JOIN devices d ON d.district_id = $1 AND d.id = y.device_id
        WHERE s.district_id = $1 AND s.scan_id = $2`,
      [scope.districtId, scanId],
    );
    if (rows.some(({ isGone }) => isGone))
      return 'The device has left the district with this record as a proof.';
    const ids = rows.map(({ id }) => id);
    await this.close(tx, scope, ids);
    await tx.query(
      `UPDATE sanitization_devices SET withdrawn_at = $3 WHERE district_id = $1 AND sanitization_id = ANY ($2::uuid[])`,
      [scope.districtId, ids, tx.at],
    );
    return null;
  }
}
