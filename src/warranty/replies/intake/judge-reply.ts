import type { ClaimOutcome, ClaimState, DenialReason } from '../../claims/claim.entity.js';
import type { ClaimStepBody } from '../../claims/claims.dto.js';
import type { Meaning, WordMeaning } from '../words/word-meanings.js';
import type { ReplyContent } from './reply-content.js';

/** Why a reply waits for a person. */
export const WAITS_BECAUSE = [
  'UNKNOWN_WORD',
  'MOVES_BACK',
  'OUT_OF_ORDER',
  'OUTCOME_MISSING',
  'SAID_BEFORE_RESUBMISSION',
  'NOT_WITH_VENDOR',
] as const;
export type WaitsBecause = (typeof WAITS_BECAUSE)[number];

/** What a claim is when a reply to it is judged. */
export interface JudgedClaim {
  number: string;
  state: ClaimState;
  outcome: ClaimOutcome | null;
  denialReason: DenialReason | null;
  /** The latest of what the vendor said, by its own times. */
  lastSaidAt: Date | null;
}

export type Verdict =
  /** The steps to take, in their order; none if the reply only says details. */
  { steps: ClaimStepBody[]; becomes: ClaimState; why?: never } | { why: WaitsBecause; detail: string };

/** How far a claim is with its vendor. What is in between in one state is as far in the other. */
const FAR: Partial<Record<ClaimState, number>> = {
  sent: 0,
  acknowledged: 1,
  in_progress: 2,
  waiting: 2,
  resolved: 3,
  denied: 3,
};

type Step = ClaimStepBody['step'];

/** From where to where, by which steps. */
const STEPS: Record<Exclude<Meaning, 'no_change'>, Partial<Record<ClaimState, Step[]>>> = {
  acknowledged: { sent: ['acknowledge'] },
  in_progress: { sent: ['start'], acknowledged: ['start'], waiting: ['resume'] },
  waiting: { sent: ['acknowledge', 'wait'], acknowledged: ['wait'], in_progress: ['wait'] },
  resolved: { sent: ['resolve'], acknowledged: ['resolve'], in_progress: ['resolve'], waiting: ['resolve'] },
  denied: { sent: ['deny'], acknowledged: ['deny'], in_progress: ['deny'], waiting: ['deny'] },
};

/**
 * Decides what a reply does to a claim.
 * @param meaning of the vendor's word; undefined where nobody has said what it means
 */
export function judgeReply(
  claim: JudgedClaim,
  reply: ReplyContent,
  meaning: WordMeaning | undefined,
): Verdict {
  const { number, state } = claim;
  if (FAR[state] === undefined)
    return waits(
      'NOT_WITH_VENDOR',
      `Claim ${number} is ${words(state)}, so the vendor does not have it. Take over what the vendor says, or dismiss it.`,
    );
  if (!meaning)
    return waits(
      'UNKNOWN_WORD',
      `Nobody has said yet what "${reply.word}" means. Choose its meaning for this vendor, or choose a step for this claim.`,
    );
  if (reply.saidAt && claim.lastSaidAt && reply.saidAt < claim.lastSaidAt)
    return waits(
      'OUT_OF_ORDER',
      `The vendor said this at ${reply.saidAt.toISOString()}, before a reply that was taken over already. Check whether it still holds.`,
    );
  if (meaning.meaning === 'no_change') return { steps: [], becomes: state };
  return judgeStep(claim, reply, meaning, meaning.meaning);
}

function judgeStep(
  { number, state, outcome: before, denialReason: deniedFor }: JudgedClaim,
  reply: ReplyContent,
  { outcome: usual, denialReason: usualReason }: WordMeaning,
  becomes: Exclude<Meaning, 'no_change'>,
): Verdict {
  const outcome = reply.outcome ?? usual;
  const denialReason = reply.denialReason ?? usualReason;
  const isOtherwise =
    becomes === 'resolved'
      ? outcome !== null && outcome !== before
      : becomes === 'denied' && denialReason !== null && denialReason !== deniedFor;
  if (state === becomes && !isOtherwise) return { steps: [], becomes: state };
  const steps = STEPS[becomes][state];
  if (!steps)
    return waits(
      'MOVES_BACK',
      `Claim ${number} is ${words(state)}${state === becomes ? ' already' : ''}, and the vendor says ${words(becomes)}${state === becomes ? ' in another way' : ''}. Take the step yourself if that is right, or dismiss the reply.`,
    );
  if (becomes === 'resolved' && outcome === null)
    return waits(
      'OUTCOME_MISSING',
      `The vendor says that claim ${number} is resolved, but not how. Choose the outcome.`,
    );
  const reason = [reply.word, reply.note].filter((text) => text !== null).join(': ');
  return {
    becomes,
    steps: steps.map((step) => ({
      step,
      ...(step === 'resolve' && outcome !== null ? { outcome } : {}),
      ...(step === 'deny' ? { denialReason: denialReason ?? 'other' } : {}),
      ...(reason === '' ? {} : { reason: reason.slice(0, LONGEST_REASON) }),
    })),
  };
}

const LONGEST_REASON = 2000;

function waits(why: WaitsBecause, detail: string): Verdict {
  return { why, detail };
}

function words(state: string): string {
  return state.replaceAll('_', ' ');
}
