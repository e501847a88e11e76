import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import { Transactions } from '../../../database/transactions.js';
import type { Tx } from '../../../database/tx.js';
import { Steps } from '../../../steps/steps.service.js';
import { CLAIM_STEPS, ENDED } from '../../claims/claim-steps.js';
import type { ClaimStepBody } from '../../claims/claims.dto.js';
import { ClaimClocks, type VendorsById } from '../../clocks/claim-clocks.js';
import { judgeReply, type Verdict } from '../intake/judge-reply.js';
import {
  type ChangedClaim,
  type RepliedClaim,
  repliedClaims,
  wordsOfVendors,
  writeDetails,
} from '../intake/reply-claims.js';
import { answersOf, keepAnswers } from '../intake/reply-rows.js';
import type { ReplyContent } from '../intake/reply-content.js';
import { changesOf, claimAfter, ReplyIntake } from '../intake/reply-intake.service.js';
import { meaningOf, type WordMeaning } from '../words/word-meanings.js';
import type { ReplyApplicationBody } from './claim-replies.dto.js';
import { chooseStep, ClaimReplyNotFound, RepliedClaimEnded } from './claim-replies.errors.js';
import { ClaimRepliesQueries, type ClaimReplyDetail } from './claim-replies.queries.js';
import { REPLY_STEPS } from './reply-steps.js';

type Applicable = Extract<Verdict, { steps: unknown }>;

/** What people do with replies that wait. */
@Injectable()
export class ClaimReplies {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: ClaimRepliesQueries,
    private readonly intake: ReplyIntake,
    private readonly clocks: ClaimClocks,
    private readonly steps: Steps,
  ) {}

  /**
   * Takes over a reply that waits: its details, and the step that its word means or that the person chooses.
   * @param version null for whatever version there is
   * @throws InvalidInput where no step follows from the reply itself; Conflict where the claim cannot take it
   */
  async apply(
    scope: Scope,
    id: string,
    version: number | null,
    body: ReplyApplicationBody,
  ): Promise<ClaimReplyDetail> {
    await this.transactions.run(async (tx) => {
      const reply = await this.queries.row(scope, id, tx);
      const { claimId } = reply;
      const vendors = await this.clocks.vendorsOf(tx, scope, [claimId]);
      const claim = (await repliedClaims(tx, scope, [claimId], true)).get(claimId);
      if (!claim) throw new ClaimReplyNotFound();
      const asked = { id, step: 'apply', version, note: body.reason };
      await this.steps.takeWithin(tx, scope, REPLY_STEPS, asked);
      if (ENDED.includes(claim.state)) throw new RepliedClaimEnded(claim.number);
      const content = {
        ...reply,
        outcome: body.outcome ?? reply.outcome,
        denialReason: body.denialReason ?? reply.denialReason,
        // The person has seen that something was said later.
        saidAt: null,
      };
      const words = await wordsOfVendors(tx, scope, [claim.vendorId]);
      const verdict = chosenSteps(claim, content, meaningOf(reply.word, words.get(claim.vendorId)), body);
      const after = claimAfter(claim, content, verdict);
      await this.writeWithin(tx, scope, id, { before: claim, after }, verdict.steps, vendors);
    });
    return this.queries.find(scope, id);
  }

  /** Decides that a reply changes nothing. @param version null for whatever version there is */
  async dismiss(scope: Scope, id: string, version: number | null, reason: string): Promise<ClaimReplyDetail> {
    const asked = { id, step: 'dismiss', version, note: reason };
    await this.transactions.run((tx) => this.steps.takeWithin(tx, scope, REPLY_STEPS, asked));
    return this.queries.find(scope, id);
  }

  private async writeWithin(
    tx: Tx,
    scope: Scope,
    id: string,
    changed: ChangedClaim,
    steps: ClaimStepBody[],
    vendors: VendorsById,
  ): Promise<void> {
    const { id: claimId } = changed.before;
    const before = await answersOf(tx, scope, [claimId]);
    const { state: _, outcome: __, ...details } = changesOf(changed.before, changed.after);
    if (Object.keys(details).length > 0) await writeDetails(tx, scope, [changed], vendors);
    await this.intake.takeSteps(tx, scope, new Map([[claimId, steps]]));
    await keepAnswers(tx, scope, [{ id, claimId }], before);
  }
}

/** The step that the person chose, or that the vendor's word means. */
function chosenSteps(
  claim: RepliedClaim,
  content: ReplyContent,
  meaning: WordMeaning | undefined,
  { step, reason }: ReplyApplicationBody,
): Applicable {
  if (step === 'none') return { steps: [], becomes: claim.state };
  if (step === undefined) {
    const verdict = judgeReply(claim, content, meaning);
    if (verdict.why !== undefined) throw chooseStep(verdict.detail);
    return verdict;
  }
  const { outcome, denialReason } = content;
  const body: ClaimStepBody = {
    step,
    reason,
    ...(step === 'resolve' && (outcome ?? meaning?.outcome)
      ? { outcome: outcome ?? meaning?.outcome ?? undefined }
      : {}),
    ...(step === 'deny' ? { denialReason: denialReason ?? meaning?.denialReason ?? 'other' } : {}),
  };
  const becomes = CLAIM_STEPS.ways.find((way) => way.step === step)?.to ?? claim.state;
  return { steps: [body], becomes };
}
