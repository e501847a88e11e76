import { Injectable } from '@nestjs/common';
import { reaches, type Scope } from '../../access/scope.js';
import { definedFields } from '../../common/defined-fields.js';
import { StaleVersion } from '../../common/http/etag.js';
import { newId } from '../../common/ids.js';
import { Conflict } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import { Steps, type StepWrites } from '../../steps/steps.service.js';
import type { TakenStep } from '../../steps/step-writes.js';
import { unknownVendor } from '../../vendors/vendors.errors.js';
import { Vendors } from '../../vendors/vendors.service.js';
import type { Promises } from '../clocks/claim-clock.js';
import { clockAfter, ClaimClocks } from '../clocks/claim-clocks.js';
import { ClaimEscalations } from '../clocks/claim-escalations.js';
import { Claim, type ClaimState } from './claim.entity.js';
import { ClaimOpenings, type NewClaim } from './claim-openings.js';
import { CLAIM_STEPS, type ClaimFacts } from './claim-steps.js';
import type { ClaimChangeBody, ClaimStepBody, ClaimStepsBody, NewClaimBody } from './claims.dto.js';
import { ClaimNotFound, stepIncomplete, unknownClaimDevice } from './claims.errors.js';
import { type ClaimDetail, ClaimsQueries } from './claims.queries.js';

/** What became of a step for one of many claims. */
export interface ClaimStepResult {
  /** Place of the claim in the request, from 0. */
  index: number;
  id: string;
  outcome: 'done' | 'refused';
  /** Why it was refused. */
  code?: string;
  detail?: string;
}

/** In these states, a claim does not need its device any more. */
const ENDED: readonly ClaimState[] = ['closed', 'cancelled'];

/** Statuses from which a device goes to repair by itself when a claim is opened. */
const GOES_TO_REPAIR: readonly string[] = ['in_stock', 'deployed'];

/** Claims, from the first note of a fault to its end. */
@Injectable()
export class Claims {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: ClaimsQueries,
    private readonly openings: ClaimOpenings,
    private readonly devices: DeviceChanges,
    private readonly vendors: Vendors,
    private readonly steps: Steps,
    private readonly clocks: ClaimClocks,
    private readonly escalations: ClaimEscalations,
  ) {}

  /**
   * Opens a claim as a draft, holds the device, and sends it to repair unless it stays in use.
   * @throws InvalidInput for an unknown device or vendor; Conflict where a claim for this fault is open
   */
  async create(
    scope: Scope,
    { deviceId, vendor, staysInUse, tried, ...fault }: NewClaimBody,
  ): Promise<ClaimDetail> {
    const id = newId();
    const { districtId } = scope;
    await this.transactions.run(async (tx) => {
      const device = (await this.devices.lock(tx, districtId, [deviceId])).get(deviceId);
      if (!device || !reaches(scope, device.siteId)) throw unknownClaimDevice();
      const vendorId = vendor === undefined ? null : await this.vendorId(tx, districtId, vendor);
      const claim: NewClaim = { ...fault, id, device, vendorId, tried: tried ?? null };
      const openings = await this.openings.judge(tx, scope, [claim]);
      const refusal = openings[0]?.refusal;
      if (refusal) throw refusal;
      if (!staysInUse && GOES_TO_REPAIR.includes(device.status))
        await this.sendToRepair(tx, scope, id, deviceId);
      await this.openings.write(tx, scope, openings);
    });
    return this.queries.find(scope, id);
  }

  /** @param version null for whatever version there is */
  async step(scope: Scope, id: string, version: number | null, body: ClaimStepBody): Promise<ClaimDetail> {
    const { step, reason: note } = body;
    await this.transactions.run(async (tx) => {
      const prepare = this.preparing(tx, scope, body);
      const asked = { id, step, version, note };
      const taken = await this.steps.takeWithin(tx, scope, CLAIM_STEPS, asked, { prepare });
      await this.follow(tx, scope, [taken]);
    });
    return this.queries.find(scope, id);
  }

  /** Takes one step for many claims. A refusal concerns its own claim only. */
  stepAll(scope: Scope, { claims, ...body }: ClaimStepsBody): Promise<ClaimStepResult[]> {
    const { step, reason: note } = body;
    return this.transactions.run(async (tx) => {
      const prepare = this.preparing(tx, scope, body);
      const asked = claims.map((id) => ({ id, step, note }));
      const results = await this.steps.takeAllWithin(tx, scope, CLAIM_STEPS, asked, { prepare });
      await this.follow(
        tx,
        scope,
        results.flatMap(({ taken }) => taken ?? []),
      );
      return results.map(({ refusal }, index): ClaimStepResult => {
        const id = claims[index] as string;
        if (!refusal) return { index, id, outcome: 'done' };
        return { index, id, outcome: 'refused', code: refusal.code, detail: refusal.message };
      });
    });
  }

  /** Notes what the vendor said, or corrects a draft. @param version null for whatever version there is */
  async change(
    scope: Scope,
    id: string,
    version: number | null,
    { observed, tried, ...answer }: ClaimChangeBody,
  ): Promise<ClaimDetail> {
    const { districtId } = scope;
    await this.transactions.run(async (tx) => {
      const before = await lockClaim(tx, scope, id);
      if (version !== null && version !== before.version) throw new StaleVersion('The claim', before.version);
      if (ENDED.includes(before.state))
        throw new Conflict('This claim has ended, so it cannot be changed.', 'CLAIM_ENDED');
      if ((observed !== undefined || tried !== undefined) && before.state !== 'draft')
        throw new Conflict(
          'The fault of a claim can only be changed while the claim is a draft. Take it back to draft first.',
          'CLAIM_NOT_DRAFT',
        );
      const set = definedFields({ observed, tried, ...answer });
      await tx.update(Claim, { districtId, id }, { ...set, version: before.version + 1, updatedAt: tx.at });
    });
    return this.queries.find(scope, id);
  }

  /** What a step writes beside the state, the clock included. */
  private preparing(tx: Tx, scope: Scope, body: ClaimStepBody): (facts: ClaimFacts) => Promise<StepWrites> {
    const known = new Map<string, Promises>();
    const to = CLAIM_STEPS.ways.find(({ step }) => step === body.step)?.to ?? 'draft';
    return async (facts) => {
      const set = writesOf(tx, scope, facts, body);
      const { vendorId } = facts;
      if (!known.has(vendorId))
        for (const [id, promised] of await this.clocks.promises(tx, scope, [vendorId]))
          known.set(id, promised);
      const promises = known.get(vendorId);
      if (!promises) throw new Error('the vendor of a claim is gone');
      return { set: { ...set, ...clockAfter(facts, to, set['acknowledgedAt'] !== null, promises, tx.at) } };
    };
  }

  /** What follows from steps: the vendor hears of what was sent, and what has ended lets go of its device. */
  private async follow(
    tx: Tx,
    scope: Scope,
    taken: readonly TakenStep<ClaimState, ClaimFacts>[],
  ): Promise<void> {
    const ended = taken.filter(({ after }) => ENDED.includes(after.state)).map(({ id }) => id);
    if (ended.length > 0) await this.devices.lift(tx, scope, 'claim', ended);
    const sent = taken.filter(({ after }) => after.state === 'sent');
    await this.escalations.raiseWithin(
      tx,
      scope,
      sent.map(({ id, before: { vendorId, resubmissions } }) => ({
        claimId: id,
        vendorId,
        round: resubmissions,
        level: 1,
        clock: null,
        reason: null,
      })),
    );
  }

  private async vendorId(tx: Tx, districtId: string, key: string): Promise<string> {
    const id = (await this.vendors.idsByKey(tx, districtId, [key])).get(key);
    if (id === undefined) throw unknownVendor('vendor', key);
    return id;
  }

  private async sendToRepair(tx: Tx, scope: Scope, claimId: string, deviceId: string): Promise<void> {
    const changeSet = { kind: 'single' as const, subjectId: claimId };
    const input = { status: 'in_repair' as const };
    const [done] = await this.devices.apply(tx, scope, changeSet, [{ deviceId, input }]);
    if (done?.outcome === 'refused') throw new Conflict(done.detail, done.code);
  }
}

/**
 * What a step writes beside the state.
 * @throws InvalidInput where the step needs something that was not said
 */
function writesOf(tx: Tx, scope: Scope, facts: ClaimFacts, body: ClaimStepBody): Record<string, unknown> {
  const { step, outcome, denialReason, acceptWarnings, reason: _, ...answer } = body;
  const reference = answer.reference ?? facts.reference;
  const accepts = acceptWarnings === true && facts.warningsAcceptedAt === null;
  if (step === 'ready' && facts.warnings.length > 0 && facts.warningsAcceptedAt === null && !accepts)
    throw stepIncomplete(
      'acceptWarnings',
      `The vendor may refuse this claim. ${facts.warnings.map(({ detail }) => detail).join(' ')} Confirm that you want to send it all the same.`,
    );
  if (step === 'send' && reference === null)
    throw stepIncomplete('reference', 'Enter the number under which the vendor has the claim.');
  if (step === 'resolve' && outcome === undefined)
    throw stepIncomplete('outcome', 'Choose how the vendor resolved the claim.');
  if (step === 'deny' && denialReason === undefined)
    throw stepIncomplete('denialReason', 'Choose why the vendor denied the claim.');
  // Every claim of a list sets the same columns.
  return {
    ...definedFields(answer),
    reference,
    outcome: step === 'resolve' ? outcome : step === 'reopen' ? null : facts.outcome,
    denialReason: step === 'deny' ? denialReason : step === 'resubmit' ? null : facts.denialReason,
    resubmissions: facts.resubmissions + (step === 'resubmit' ? 1 : 0),
    warningsAcceptedAt: accepts ? tx.at : facts.warningsAcceptedAt,
    warningsAcceptedBy: accepts ? scope.accountId : facts.warningsAcceptedBy,
    ...timesOf(tx, facts, step),
  };
}

/** When it was first sent, acknowledged and resolved. What comes back and is sent again is acknowledged anew. */
function timesOf(tx: Tx, facts: ClaimFacts, step: string): Record<string, unknown> {
  const { sentAt, acknowledgedAt, resolvedAt } = facts;
  const isAnswered = ['acknowledge', 'start', 'resolve', 'deny'].includes(step);
  return {
    sentAt: step === 'send' ? tx.at : step === 'resubmit' ? null : sentAt,
    acknowledgedAt: step === 'resubmit' ? null : (acknowledgedAt ?? (isAnswered ? tx.at : null)),
    resolvedAt: step === 'resolve' ? tx.at : step === 'reopen' ? null : resolvedAt,
    endedAt: step === 'close' || step === 'cancel' ? tx.at : null,
  };
}

async function lockClaim(tx: Tx, scope: Scope, id: string): Promise<{ state: ClaimState; version: number }> {
  const [row] = await tx.query<{ state: ClaimState; version: number; siteId: string }[]>(
    `SELECT state, version, site_id AS "siteId" FROM claims WHERE district_id = $1 AND id = $2 FOR NO KEY UPDATE`,
    [scope.districtId, id],
  );
  if (!row || !reaches(scope, row.siteId)) throw new ClaimNotFound();
  return row;
}
