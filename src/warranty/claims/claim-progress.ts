import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import { type StepResult, Steps, type StepWrites } from '../../steps/steps.service.js';
import type { Subject, TakenStep } from '../../steps/step-writes.js';
import { ClaimClocks, type VendorsById } from '../clocks/claim-clocks.js';
import { ClaimEscalations } from '../clocks/claim-escalations.js';
import { giveBackIncidents } from '../pools/pool-incidents.js';
import { guardReady } from './checklist/claim-checks.js';
import type { ClaimState } from './claim.entity.js';
import { assertFields, preparing } from './claim-step-writes.js';
import { CLAIM_STEPS, type ClaimFacts, ENDED } from './claim-steps.js';
import { ClaimReplacements } from './replacement/claim-replacements.js';
import type { ClaimStepBody, ClaimStepsBody } from './claims.dto.js';
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

/** Takes claims from state to state, and does what follows: clocks, letters, and the hold of the device. */
@Injectable()
export class ClaimProgress {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: ClaimsQueries,
    private readonly devices: DeviceChanges,
    private readonly steps: Steps,
    private readonly clocks: ClaimClocks,
    private readonly escalations: ClaimEscalations,
    private readonly replacements: ClaimReplacements,
  ) {}

  /** @param version null for whatever version there is */
  async step(scope: Scope, id: string, version: number | null, body: ClaimStepBody): Promise<ClaimDetail> {
    const { step, reason: note } = body;
    await this.transactions.run(async (tx) => {
      const vendors = await this.clocks.vendorsOf(tx, scope, [id]);
      const { replacement } = body;
      if (replacement) await this.replacements.lockDevice(tx, scope, id);
      const prepareStep = preparing(tx, scope, body, vendors);
      const assertReady = guardReady(tx, scope.districtId, step, [id]);
      const prepare = async (facts: Subject<ClaimState, ClaimFacts>): Promise<StepWrites> => {
        await assertReady(facts);
        const { set, details } = prepareStep(facts);
        const replaced =
          replacement && (await this.replacements.replaceWithin(tx, scope, facts, replacement));
        return { set: { ...set, ...replaced }, details };
      };
      const asked = { id, step, version, note };
      const taken = await this.steps.takeWithin(tx, scope, CLAIM_STEPS, asked, { prepare });
      await this.follow(tx, scope, [taken], vendors);
    });
    return this.queries.find(scope, id);
  }

  /** Takes one step for many claims. A refusal concerns its own claim only. */
  stepAll(scope: Scope, { claims, ...body }: ClaimStepsBody): Promise<ClaimStepResult[]> {
    assertFields(body);
    return this.transactions.run(async (tx) => {
      const asked = claims.map((id) => ({ id, body }));
      const results = await this.takeAllWithin(tx, scope, asked);
      return results.map(({ refusal }, index): ClaimStepResult => {
        const id = claims[index] as string;
        if (!refusal) return { index, id, outcome: 'done' };
        return { index, id, outcome: 'refused', code: refusal.code, detail: refusal.message };
      });
    });
  }

  /**
   * Takes a step of its own for each of many claims. A refusal concerns its own claim only.
   * @param asked at most one step for each claim; all of them must say the same fields of the vendor's answer, or none
   * @returns a result for each, in their order
   */
  async takeAllWithin(
    tx: Tx,
    scope: Scope,
    asked: readonly { id: string; body: ClaimStepBody }[],
  ): Promise<StepResult<ClaimState, ClaimFacts>[]> {
    const ids = asked.map(({ id }) => id);
    const vendors = await this.clocks.vendorsOf(tx, scope, ids);
    const bodies = new Map(asked.map(({ id, body }) => [id, body]));
    const assertReady = guardReady(tx, scope.districtId, 'ready', ids);
    const prepare = async (facts: Subject<ClaimState, ClaimFacts>): Promise<StepWrites> => {
      const body = bodies.get(facts.id) as ClaimStepBody;
      if (body.step === 'ready') await assertReady(facts);
      return preparing(tx, scope, body, vendors)(facts);
    };
    const steps = asked.map(({ id, body }) => ({ id, step: body.step, note: body.reason }));
    const results = await this.steps.takeAllWithin(tx, scope, CLAIM_STEPS, steps, { prepare });
    const taken = results.flatMap((result) => result.taken ?? []);
    await this.follow(tx, scope, taken, vendors);
    return results;
  }

  /**
   * Sends ready claims with a batch. What follows is the same as for `send` by hand, but the vendor has no number for them
   * yet.
   * @param claims ids of claims that the caller has locked
   * @throws Refusal for a claim that cannot be sent
   */
  async sendWithin(
    tx: Tx,
    scope: Scope,
    claims: readonly string[],
    { note, details }: { note: string; details: object },
  ): Promise<void> {
    const vendors = await this.clocks.vendorsOf(tx, scope, claims);
    const prepareStep = preparing(tx, scope, { step: 'send' }, vendors, true);
    const prepare = (facts: ClaimFacts): StepWrites => ({ ...prepareStep(facts), details });
    const asked = claims.map((id) => ({ id, step: 'send', note }));
    const results = await this.steps.takeAllWithin(tx, scope, CLAIM_STEPS, asked, { prepare, by: 'batch' });
    for (const { refusal } of results) if (refusal) throw refusal;
    const taken = results.flatMap((result) => result.taken ?? []);
    await this.follow(tx, scope, taken, vendors);
  }

  /** What follows from steps: the vendor hears of what was sent, and what has ended lets go of its device. */
  private async follow(
    tx: Tx,
    scope: Scope,
    taken: readonly TakenStep<ClaimState, ClaimFacts>[],
    vendors: VendorsById,
  ): Promise<void> {
    const ended = taken.filter(({ after }) => ENDED.includes(after.state)).map(({ id }) => id);
    if (ended.length > 0) await this.devices.lift(tx, scope, 'claim', ended);
    const unpaid = taken.filter(
      ({ before, after }) =>
        after.state === 'cancelled' || (after.state === 'closed' && before.denialReason !== null),
    );
    await giveBackIncidents(
      tx,
      scope.districtId,
      unpaid.map(({ id }) => id),
    );
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
      vendors,
    );
  }
}
