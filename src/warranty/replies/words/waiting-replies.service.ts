import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import type { Tx } from '../../../database/tx.js';
import { Steps } from '../../../steps/steps.service.js';
import type { ClaimStepBody } from '../../claims/claims.dto.js';
import { ClaimClocks, type VendorsById } from '../../clocks/claim-clocks.js';
import { REPLY_STEPS } from '../handling/reply-steps.js';
import { judgeReply, type WaitsBecause } from '../intake/judge-reply.js';
import { type RepliedClaim, repliedClaims, wordsOfVendors, writeDetails } from '../intake/reply-claims.js';
import type { ReplyContent } from '../intake/reply-content.js';
import { changesIn, claimAfter, ReplyIntake } from '../intake/reply-intake.service.js';
import { answersOf, keepAnswers } from '../intake/reply-rows.js';
import { meaningOf, type WordMeaning } from './word-meanings.js';

/** What has become of replies that waited for the meaning of a word. */
export interface AppliedWaiting {
  /** Replies that were taken over. */
  applied: number;
  /** Replies that now wait for another reason. */
  stillWaiting: number;
  /** Replies that were not looked at yet, because there are so many. Send the same words again. */
  left: number;
}

interface WaitingReply extends ReplyContent {
  id: string;
  claimId: string;
}

const MOST_AT_ONCE = 1000;

const WAITING = `
  SELECT r.id, r.claim_id AS "claimId", r.word, r.reference, r.rma, r.expected_on AS "expectedOn",
         r.cost_cents AS "costCents", r.outcome, r.denial_reason AS "denialReason",
         r.replacement_serial AS "replacementSerial", r.note, r.said_at AS "saidAt"
    FROM claim_replies r JOIN claims k ON k.district_id = $1 AND k.id = r.claim_id
   WHERE r.district_id = $1 AND r.state = 'waiting' AND r.why = 'UNKNOWN_WORD' AND k.vendor_id = $2
     AND r.word_key = ANY ($3::text[])`;

/** Replies whose word has got a meaning. */
@Injectable()
export class WaitingReplies {
  constructor(
    private readonly intake: ReplyIntake,
    private readonly clocks: ClaimClocks,
    private readonly steps: Steps,
  ) {}

  /** Takes over the replies that waited for some words of a vendor, in the order in which they came. */
  async applyWithin(
    tx: Tx,
    scope: Scope,
    vendorId: string,
    wordKeys: readonly string[],
  ): Promise<AppliedWaiting> {
    const asked = [scope.districtId, vendorId, wordKeys];
    const found = await tx.query<WaitingReply[]>(`${WAITING} ORDER BY r.id LIMIT ${MOST_AT_ONCE + 1}`, asked);
    const looked = found.slice(0, MOST_AT_ONCE);
    if (looked.length === 0) return { applied: 0, stillWaiting: 0, left: 0 };
    const claimIds = [...new Set(looked.map(({ claimId }) => claimId))];
    const vendors = await this.clocks.vendorsOf(tx, scope, claimIds);
    const claims = await repliedClaims(tx, scope, claimIds, true);
    // Only now does nobody else handle them.
    const waiting = await tx.query<WaitingReply[]>(
      `${WAITING} AND r.id = ANY ($4::uuid[]) ORDER BY r.id FOR NO KEY UPDATE OF r`,
      [...asked, looked.map(({ id }) => id)],
    );
    const words = (await wordsOfVendors(tx, scope, [vendorId])).get(vendorId);
    const before = new Map(claims);
    const plan = planWaiting(waiting, claims, words);
    await this.write(tx, scope, plan, before, vendors);
    const { count } = await this.countLeft(tx, asked, found.length);
    return { applied: plan.applied.length, stillWaiting: plan.waiting.length, left: count };
  }

  private async write(
    tx: Tx,
    scope: Scope,
    { applied, waiting, steps, claims }: WaitingPlan,
    known: ReadonlyMap<string, RepliedClaim>,
    vendors: VendorsById,
  ): Promise<void> {
    const ids = [...steps.keys()];
    const before = await answersOf(tx, scope, ids);
    await writeDetails(tx, scope, changesIn(ids, known, claims), vendors);
    await this.intake.takeSteps(tx, scope, steps);
    const asked = applied.map(({ id, word }) => ({
      id,
      step: 'apply',
      note: `"${word}" has a meaning now.`,
    }));
    for (const { refusal } of await this.steps.takeAllWithin(tx, scope, REPLY_STEPS, asked))
      if (refusal) throw refusal;
    await keepAnswers(tx, scope, applied, before);
    await tx.query(
      `UPDATE claim_replies r SET why = n.why, why_detail = n.detail, version = r.version + 1, updated_at = $3
         FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, why text, detail text)
        WHERE r.district_id = $1 AND r.id = n.id`,
      [scope.districtId, JSON.stringify(waiting), tx.at],
    );
  }

  private async countLeft(tx: Tx, asked: unknown[], found: number): Promise<{ count: number }> {
    if (found <= MOST_AT_ONCE) return { count: 0 };
    const [row] = await tx.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM (${WAITING}) waiting`,
      asked,
    );
    return row ?? { count: 0 };
  }
}

interface WaitingPlan {
  applied: WaitingReply[];
  waiting: { id: string; why: WaitsBecause; detail: string }[];
  /** Of every claim that a reply changes; of some there are none. */
  steps: Map<string, ClaimStepBody[]>;
  claims: Map<string, RepliedClaim>;
}

function planWaiting(
  replies: readonly WaitingReply[],
  claims: Map<string, RepliedClaim>,
  words: ReadonlyMap<string, WordMeaning> | undefined,
): WaitingPlan {
  const plan: WaitingPlan = { applied: [], waiting: [], steps: new Map(), claims };
  for (const reply of replies) {
    const claim = claims.get(reply.claimId);
    if (!claim) continue;
    const verdict = judgeReply(claim, reply, meaningOf(reply.word, words));
    if (verdict.why !== undefined) {
      plan.waiting.push({ id: reply.id, why: verdict.why, detail: verdict.detail });
      continue;
    }
    claims.set(claim.id, claimAfter(claim, reply, verdict));
    plan.applied.push(reply);
    plan.steps.set(claim.id, [...(plan.steps.get(claim.id) ?? []), ...verdict.steps]);
  }
  return plan;
}
