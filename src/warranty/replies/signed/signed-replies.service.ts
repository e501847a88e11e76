import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import { newId } from '../../../common/ids.js';
import { Transactions } from '../../../database/transactions.js';
import { matchClaims, type MatchedClaim } from '../intake/reply-matches.js';
import { isEmpty, type ReplyContent, SAYS_NOTHING } from '../intake/reply-content.js';
import { type Received, ReplyIntake } from '../intake/reply-intake.service.js';
import type { SignedReplyBody } from './signed-replies.dto.js';

/** What has become of one of many replies. */
export interface SignedReplyResult {
  /** Place of the reply in the request, from 0. */
  index: number;
  /**
   * `applied`: the claim is as the reply says. `repeated`: the same reply came before, and changes nothing. `waiting`: a
   * person at the district looks at it. `refused`: nothing was kept of it.
   */
  outcome: 'applied' | 'repeated' | 'waiting' | 'refused';
  /** Why it waits or was refused. */
  code?: string;
  detail?: string;
}

/** Replies that a vendor's system sends. */
@Injectable()
export class SignedReplies {
  constructor(
    private readonly transactions: Transactions,
    private readonly intake: ReplyIntake,
  ) {}

  /** @param scope of the vendor that has signed them: no other claims are found */
  take(scope: Scope, replies: readonly SignedReplyBody[]): Promise<SignedReplyResult[]> {
    return this.transactions.run(async (tx) => {
      const matches = (await matchClaims(tx, scope, replies)).map((match, i) =>
        checked(match, contentOf(replies[i] as SignedReplyBody)),
      );
      const incoming = matches.flatMap((match, i) =>
        match.problem
          ? []
          : { id: newId(), claimId: match.claimId, content: contentOf(replies[i] as SignedReplyBody) },
      );
      const origin = { source: 'https' as const, importId: null };
      const received = await this.intake.takeWithin(tx, scope, incoming, origin);
      const next = received[Symbol.iterator]();
      return matches.map((match, index) => {
        if (!match.problem) return resultOf(index, next.next().value as Received);
        const { code, detail } = match.problem;
        return { index, outcome: 'refused', code, detail };
      });
    });
  }
}

function contentOf(reply: SignedReplyBody): ReplyContent {
  const { claimNumber: _, serialNumber: __, state, ...said } = reply;
  return { ...SAYS_NOTHING, ...said, word: state ?? null };
}

/** A reply that says nothing beside which claim it means. */
function checked(match: MatchedClaim, content: ReplyContent): MatchedClaim {
  if (match.problem || !isEmpty(content)) return match;
  const detail = 'The reply says nothing about the claim. Send the state, or anything else.';
  return { problem: { field: 'claimNumber', code: 'NOTHING_SAID', detail } };
}

function resultOf(index: number, received: Received): SignedReplyResult {
  const { outcome } = received;
  switch (received.outcome) {
    case 'waiting':
      return { index, outcome: 'waiting', code: received.why, detail: received.detail };
    case 'refused':
      return { index, outcome: 'refused', code: received.code, detail: received.detail };
    default:
      return { index, outcome };
  }
}
