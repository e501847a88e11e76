import { Injectable } from '@nestjs/common';
import { reaches, type Scope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import { Conflict, InvalidInput } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import type { DeviceRecord } from '../../devices/device-record.js';
import type { DeviceStatus } from '../../devices/statuses.js';
import { whyNotAtHand } from '../devices-at-hand.js';
import { DEVICE_NOT_FOUND } from '../refused-devices.js';
import type { NewAssessmentBody, OverruleBody, TakenPartBody } from './assessment.dto.js';
import { AssessmentRecords } from './assessment-records.js';
import { type AssessmentDetail, AssessmentsQueries } from './assessments.queries.js';
import { answerProblems } from './checklists.js';
import type { Recommendation } from './rules/rules.js';

/** Assesses devices, and records when a person overrules a recommendation. */
@Injectable()
export class Assessments {
  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceChanges,
    private readonly records: AssessmentRecords,
    private readonly queries: AssessmentsQueries,
  ) {}

  /**
   * Assesses one device.
   * @throws InvalidInput for answers that the checklist does not have; Conflict if the device is in use, missing or gone, or
   * if the result cannot be applied
   */
  create(scope: Scope, body: NewAssessmentBody): Promise<AssessmentDetail> {
    const { deviceId, answers, note = null, parts, apply } = body;
    const id = newId();
    return this.transactions.run(async (tx) => {
      const device = await this.atHand(tx, scope, deviceId);
      const problems = answerProblems(device.kind, answers);
      const [problem] = problems;
      if (problem) throw new InvalidInput(problem.detail, problems);
      const assessment = { id, device, answers, note, parts, assessedAt: tx.at, scanId: null };
      const [decision] = await this.records.write(tx, scope, [assessment]);
      if (apply && decision)
        await this.apply(tx, scope, device, {
          id,
          result: decision.recommendation,
          note: decision.rule.reason,
        });
      return this.queries.find(scope, id, tx);
    });
  }

  /**
   * Records that a person overrules the recommendation. The latest decision counts.
   * @throws Conflict for a swollen battery, or if the result cannot be applied
   */
  overrule(scope: Scope, id: string, { result, reason, apply }: OverruleBody): Promise<AssessmentDetail> {
    return this.transactions.run(async (tx) => {
      const { deviceId, hazard } = await this.lock(tx, scope, id);
      if (hazard !== null)
        throw new Conflict(
          'This device has a swollen battery, so it can only be recycled. If that was entered by mistake, assess the device again.',
          'HAZARD_NOT_OVERRULED',
        );
      await tx.query(
        `INSERT INTO assessment_overrules (district_id, assessment_id, round, result, reason, decided_at, decided_by)
         SELECT $1::uuid, $2::uuid, 1 + coalesce(max(round), 0), $3::text, $4::text, $5::timestamptz, $6::uuid
           FROM assessment_overrules WHERE district_id = $1 AND assessment_id = $2`,
        [scope.districtId, id, result, reason, tx.at, scope.accountId],
      );
      await tx.query(`UPDATE assessments SET result = $3 WHERE district_id = $1 AND id = $2`, [
        scope.districtId,
        id,
        result,
      ]);
      if (apply)
        await this.apply(tx, scope, await this.atHand(tx, scope, deviceId), { id, result, note: reason });
      return this.queries.find(scope, id, tx);
    });
  }

  /** Adds parts that were taken out of a device after it was assessed. */
  addParts(scope: Scope, id: string, parts: readonly TakenPartBody[]): Promise<AssessmentDetail> {
    return this.transactions.run(async (tx) => {
      await this.lock(tx, scope, id);
      await this.records.writeParts(
        tx,
        scope,
        parts.map((part) => ({ id, part })),
      );
      return this.queries.find(scope, id, tx);
    });
  }

  /** Locks the device before its assessment. Scans and merges lock them in the same order. */
  private async lock(tx: Tx, scope: Scope, id: string): Promise<AssessmentDetail> {
    const { deviceId } = await this.queries.find(scope, id, tx);
    await this.devices.lock(tx, scope.districtId, [deviceId]);
    return this.queries.find(scope, id, tx, 'FOR NO KEY UPDATE OF a');
  }

  private async atHand(tx: Tx, scope: Scope, deviceId: string): Promise<DeviceRecord> {
    const device = (await this.devices.lock(tx, scope.districtId, [deviceId])).get(deviceId);
    if (!device || !reaches(scope, device.siteId))
      throw new InvalidInput(DEVICE_NOT_FOUND.detail, [{ field: 'deviceId', ...DEVICE_NOT_FOUND }]);
    const notHere = whyNotAtHand(device);
    if (notHere) throw new Conflict(notHere.detail, notHere.code);
    return device;
  }

  /** Puts a device in stock, or sends it to repair, as its result says. */
  private async apply(
    tx: Tx,
    scope: Scope,
    { id: deviceId, status }: DeviceRecord,
    { id, result, note }: { id: string; result: Recommendation; note: string },
  ): Promise<void> {
    const changeSet = { kind: 'single' as const, id: newId(), subjectId: id };
    for (const next of movesTo(status, result)) {
      const input = { status: next, note };
      const [outcome] = await this.devices.apply(tx, scope, changeSet, [{ deviceId, input }]);
      if (outcome?.outcome === 'refused') throw new Conflict(outcome.detail, outcome.code);
    }
  }
}

/** A retired device comes back into stock before it goes to repair, so there are at most two moves. */
function movesTo(status: DeviceStatus, result: Recommendation): DeviceStatus[] {
  if (result === 'reuse') return status === 'in_stock' ? [] : ['in_stock'];
  if (result !== 'repair' || status === 'in_repair') return [];
  return status === 'retired' ? ['in_stock', 'in_repair'] : ['in_repair'];
}
