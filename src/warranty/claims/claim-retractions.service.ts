import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';
import { Steps, type StepWrites } from '../../steps/steps.service.js';
import type { Subject } from '../../steps/step-writes.js';
import { ClaimClocks, clockResumed } from '../clocks/claim-clocks.js';
import type { ClaimOutcome, ClaimState, DenialReason } from './claim.entity.js';
import { CLAIM_STEPS, type ClaimFacts } from './claim-steps.js';

/** All that a vendor's answer changes of a claim. Instants are texts, as PostgreSQL writes them. */
export interface ClaimAnswer {
  state: ClaimState;
  reference: string | null;
  rma: string | null;
  expectedOn: string | null;
  costQuotedCents: number | null;
  costInvoicedCents: number | null;
  outcome: ClaimOutcome | null;
  denialReason: DenialReason | null;
  acknowledgedAt: string | null;
  resolvedAt: string | null;
  acknowledgeMinutes: number | null;
  acknowledgePromise: number | null;
  resolveMinutes: number | null;
  resolvePromise: number | null;
  minutesRun: number;
  clockFrom: string | null;
  rmaExpiresOn: string | null;
  quoteDueOn: string | null;
  partDueOn: string | null;
}

/** Takes claims back to how they were before a vendor's answer that is undone. */
@Injectable()
export class ClaimRetractions {
  constructor(
    private readonly steps: Steps,
    private readonly clocks: ClaimClocks,
  ) {}

  /** Call this before the claims are locked. */
  async lockVendors(tx: Tx, scope: Scope, claimIds: readonly string[]): Promise<void> {
    await this.clocks.vendorsOf(tx, scope, claimIds);
  }

  /** @param claims locked, each with how it was before; none of them has been changed since the answer */
  async retractWithin(
    tx: Tx,
    scope: Scope,
    claims: readonly { id: string; before: ClaimAnswer }[],
  ): Promise<void> {
    const vendors = await this.clocks.vendorsOf(
      tx,
      scope,
      claims.map(({ id }) => id),
    );
    const before = new Map(claims.map((claim) => [claim.id, claim.before]));
    const prepare = (facts: Subject<ClaimState, ClaimFacts>): StepWrites => {
      const { state: _, ...answer } = before.get(facts.id) as ClaimAnswer;
      const vendor = vendors.get(facts.vendorId);
      if (!vendor) throw new Error('the vendor of a claim is gone');
      return { set: { ...answer, ...clockResumed(facts, answer, vendor) } };
    };
    const asked = claims.map(({ id, before: { state } }) => ({ id, step: `retract_to_${state}` }));
    const results = await this.steps.takeAllWithin(tx, scope, CLAIM_STEPS, asked, { prepare, by: 'system' });
    for (const { refusal } of results) if (refusal) throw refusal;
  }
}
