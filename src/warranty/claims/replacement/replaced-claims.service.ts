import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import { Transactions } from '../../../database/transactions.js';
import { Steps, type StepWrites } from '../../../steps/steps.service.js';
import { lockSubjects, type Subject } from '../../../steps/step-writes.js';
import { ClaimClocks } from '../../clocks/claim-clocks.js';
import type { ClaimState } from '../claim.entity.js';
import { preparing } from '../claim-step-writes.js';
import { CLAIM_STEPS, type ClaimFacts, ENDED } from '../claim-steps.js';
import { ClaimNotFound } from '../claims.errors.js';
import { type ClaimDetail, ClaimsQueries } from '../claims.queries.js';
import type { ClaimReplacementBody } from './claim-replacement.dto.js';
import { ClaimReplacements, hasSerial, NOT_REPLACED } from './claim-replacements.js';
import {
  ClosedForReplacement,
  HasReplacement,
  NotResolvedByReplacing,
  ownSerial,
} from './replacement.errors.js';

/** Adds the device that a vendor sent to a claim that the vendor has resolved, and takes replacements back. */
@Injectable()
export class ReplacedClaims {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: ClaimsQueries,
    private readonly steps: Steps,
    private readonly clocks: ClaimClocks,
    private readonly replacements: ClaimReplacements,
  ) {}

  /**
   * Of many callers with the same serial number, the first adds the device, and the others find it there.
   * @param version null for whatever version there is
   * @throws Conflict where the claim is not resolved by a replacement, or has another one already
   */
  async add(
    scope: Scope,
    id: string,
    version: number | null,
    body: ClaimReplacementBody,
  ): Promise<ClaimDetail> {
    await this.transactions.run(async (tx) => {
      await this.replacements.lockDevice(tx, scope, id);
      const claim = (await lockSubjects(tx, scope, CLAIM_STEPS, [id])).get(id);
      if (!claim) throw new ClaimNotFound();
      const { replacementDeviceId: before } = claim;
      if (before !== null) {
        if (await hasSerial(tx, scope, before, body.serialNumber)) return;
        throw new HasReplacement();
      }
      if (ENDED.includes(claim.state)) throw new ClosedForReplacement();
      if (claim.state !== 'resolved' || claim.outcome !== 'replaced') throw new NotResolvedByReplacing();
      const prepare = async (facts: Subject<ClaimState, ClaimFacts>): Promise<StepWrites> => {
        const replaced = await this.replacements.replaceWithin(tx, scope, facts, body, 'dataRemoved');
        if (replaced.replacementDeviceId === null) throw ownSerial();
        return { set: { ...replaced }, details: { replacement: replaced.replacementDeviceId } };
      };
      await this.steps.takeWithin(
        tx,
        scope,
        CLAIM_STEPS,
        { id, step: 'replace', version },
        { prepare, by: 'system' },
      );
    });
    return this.queries.find(scope, id);
  }

  /**
   * Takes back the replacement of a device, and the claim goes on.
   * @param version null for whatever version there is
   */
  async undo(scope: Scope, id: string, version: number | null, reason: string): Promise<ClaimDetail> {
    await this.transactions.run(async (tx) => {
      const vendors = await this.clocks.vendorsOf(tx, scope, [id]);
      await this.replacements.lockDevice(tx, scope, id);
      const prepareStep = preparing(tx, scope, { step: 'reopen' }, vendors);
      const prepare = async (facts: Subject<ClaimState, ClaimFacts>): Promise<StepWrites> => {
        await this.replacements.undoWithin(tx, scope, facts);
        const { set } = prepareStep({ ...facts, ...NOT_REPLACED });
        return { set: { ...set, ...NOT_REPLACED }, details: { undone: facts.replacementDeviceId } };
      };
      const asked = { id, step: 'undo_replacement', version, note: reason };
      await this.steps.takeWithin(tx, scope, CLAIM_STEPS, asked, { prepare, by: 'system' });
    });
    return this.queries.find(scope, id);
  }
}
