import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';
import type { DeviceRecord } from '../../devices/device-record.js';
import type { TakenPartBody } from './assessment.dto.js';
import { AssessmentFactsReader } from './assessment-facts.js';
import type { Answers } from './checklists.js';
import { decide, type Decision } from './rules/rules.js';
import { rulesNow } from './rules/stored-rules.js';

/** What somebody saw on one device. The device is locked, and the answers have been checked. */
export interface NewAssessment {
  id: string;
  device: DeviceRecord;
  answers: Answers;
  note: string | null;
  parts: readonly TakenPartBody[];
  assessedAt: Date;
  scanId: string | null;
}

/** Writes assessments, with what the rules recommend. */
@Injectable()
export class AssessmentRecords {
  constructor(private readonly facts: AssessmentFactsReader) {}

  /** @returns the decision about each assessment, in the same order */
  async write(tx: Tx, scope: Scope, assessments: readonly NewAssessment[]): Promise<Decision[]> {
    if (assessments.length === 0) return [];
    const { version, rules } = await rulesNow(tx, scope.districtId);
    const facts = await this.facts.read(
      tx,
      scope,
      assessments.map(({ device, answers, assessedAt }) => ({ device, answers, at: assessedAt })),
    );
    const rows = assessments.map((one, i) => {
      const known = facts[i];
      if (!known) throw new Error('no facts were read about a device that is assessed');
      const { recommendation, hazard, rule } = decide(rules, one.answers, known);
      return {
        id: one.id,
        device_id: one.device.id,
        answers: one.answers,
        facts: known,
        rules_version: version === 0 ? null : version,
        rule_id: rule.id,
        rule,
        recommendation,
        hazard,
        note: one.note,
        assessed_at: one.assessedAt,
        scan_id: one.scanId,
      };
    });
    await tx.query(
      `INSERT INTO assessments (district_id, id, device_id, answers, facts, rules_version, rule_id, rule, recommendation,
              result, hazard, note, assessed_at, assessed_by, scan_id, recorded_at)
       SELECT $1::uuid, n.id, n.device_id, n.answers, n.facts, n.rules_version, n.rule_id, n.rule, n.recommendation,
              n.recommendation, n.hazard, n.note, n.assessed_at, $2::uuid, n.scan_id, $3::timestamptz
         FROM jsonb_populate_recordset(NULL::assessments, $4::jsonb) AS n`,
      [scope.districtId, scope.accountId, tx.at, JSON.stringify(rows)],
    );
    await this.writeParts(
      tx,
      scope,
      assessments.flatMap(({ id, parts }) => parts.map((part) => ({ id, part }))),
    );
    return rows;
  }

  /** Adds parts that somebody took out. The assessments are new, or locked. */
  async writeParts(
    tx: Tx,
    { districtId, accountId }: Scope,
    taken: readonly { id: string; part: TakenPartBody }[],
  ): Promise<void> {
    if (taken.length === 0) return;
    const rows = taken.map(({ id, part: { name, count, serialNumber = null } }) => ({
      id,
      name,
      count,
      serialNumber,
    }));
    await tx.query(
      `INSERT INTO assessment_parts (district_id, assessment_id, place, name, count, serial_number, taken_at, taken_by)
       SELECT $1::uuid, n.id,
              row_number() OVER (PARTITION BY n.id ORDER BY n.place) + coalesce((
                SELECT max(p.place) FROM assessment_parts p WHERE p.district_id = $1 AND p.assessment_id = n.id), 0),
              n.name, n.count, n.serial_number, $2::timestamptz, $3::uuid
         FROM ROWS FROM (jsonb_to_recordset($4::jsonb) AS (id uuid, name text, count integer, "serialNumber" text))
           WITH ORDINALITY AS n (id, name, count, serial_number, place)`,
      [districtId, tx.at, accountId, JSON.stringify(rows)],
    );
  }

  /** After a merge, the assessments of the duplicate belong to the survivor. */
  async follow(
    tx: Tx,
    { districtId }: Scope,
    { survivorId, duplicateId }: { survivorId: string; duplicateId: string },
  ): Promise<void> {
    await tx.query(`UPDATE assessments SET device_id = $3 WHERE district_id = $1 AND device_id = $2`, [
      districtId,
      duplicateId,
      survivorId,
    ]);
  }

  /** Takes back the assessment of one scan. @returns why the assessment stays, or null if it was taken back */
  async takeBack(tx: Tx, { districtId }: Scope, scanId: string): Promise<string | null> {
    const [row] = await tx.query<
      { id: string; isDecided: boolean; isHarvested: boolean; hasPhotos: boolean }[]
    >(
      `SELECT a.id,
              EXISTS (SELECT FROM assessment_overrules o
                       WHERE o.district_id = $1 AND o.assessment_id = a.id) AS "isDecided",
              EXISTS (SELECT FROM assessment_parts p
                       WHERE p.district_id = $1 AND p.assessment_id = a.id) AS "isHarvested",
              EXISTS (SELECT FROM assessment_photos p
                       WHERE p.district_id = $1 AND p.assessment_id = a.id) AS "hasPhotos"
         FROM assessments a WHERE a.district_id = $1 AND a.scan_id = $2 FOR NO KEY UPDATE OF a`,
      [districtId, scanId],
    );
    if (!row) return null;
    if (row.isDecided)
      return 'Somebody has overruled this assessment, so it cannot be undone. Assess the device again instead.';
    if (row.isHarvested)
      return 'Somebody has listed parts that were taken out of this device, so its assessment cannot be undone. Assess the device again instead.';
    if (row.hasPhotos)
      return 'This assessment has photos, so it cannot be undone. Delete its photos first, or assess the device again.';
    await tx.query(`UPDATE assessments SET withdrawn_at = $3 WHERE district_id = $1 AND id = $2`, [
      districtId,
      row.id,
      tx.at,
    ]);
    return null;
  }
}
