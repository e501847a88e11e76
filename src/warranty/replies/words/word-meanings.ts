import type { ClaimOutcome, DenialReason } from '../../claims/claim.entity.js';
import { wordKey } from '../intake/reply-content.js';

/** What becomes of a claim by a vendor's word. `no_change`: the word says nothing that Rollcall keeps. */
export const MEANINGS = [
  'acknowledged',
  'in_progress',
  'waiting',
  'resolved',
  'denied',
  'no_change',
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** What a word means for a claim. */
export interface WordMeaning {
  meaning: Meaning;
  /** With `resolved`: how. Null where the reply itself must say it. */
  outcome: ClaimOutcome | null;
  /** With `denied`: why. Null where the reply says it, or does not. */
  denialReason: DenialReason | null;
}

/** A word of a vendor's system. */
export interface KnownWord extends WordMeaning {
  word: string;
}

/** Rollcall's own words need no mapping, unless a vendor means something else by one. */
const OWN_WORDS: readonly Meaning[] = ['acknowledged', 'in_progress', 'waiting', 'resolved', 'denied'];

const means = (meaning: Meaning, words: readonly string[], more: Partial<WordMeaning> = {}): KnownWord[] =>
  words.map((word) => ({ word, meaning, outcome: null, denialReason: null, ...more }));

const OWN = new Map(
  OWN_WORDS.flatMap((meaning) =>
    means(meaning, [meaning, meaning.replaceAll('_', ' ')]).map((known) => [wordKey(known.word), known]),
  ),
);

/** @param mapped the words that the district has mapped for the vendor, by their keys */
export function meaningOf(
  word: string | null,
  mapped: ReadonlyMap<string, WordMeaning> | undefined,
): WordMeaning | undefined {
  if (word === null) return { meaning: 'no_change', outcome: null, denialReason: null };
  const key = wordKey(word);
  return mapped?.get(key) ?? OWN.get(key);
}

/** Words of makers' systems that come with Rollcall, by name. */
export const READY_MADE_WORDS: Readonly<Record<string, readonly KnownWord[]>> = {
  /** Status codes of TechDirect dispatches, by their meaning (`formats/vendor-warranty.md`). */
  dell: [
    ...means('acknowledged', [
      '2H SBD',
      'APJ Queue',
      'BIL ERROR',
      'CAR',
      'Complete Care',
      'HOLD',
      'L2 Review',
      'L2 DISPATCH',
      'NBD',
      'NON LATIN 1',
      'NPO',
      'Parts Review',
      'Pending Supervisor',
      'PND',
      'Request Submitted',
      'Request Resubmitted',
      'Returned to Depot',
      'SBD',
      'SBD4',
      'TAG/CUSTOMER MISMATCH',
      // Federal customers have a queue of their own.
      'FED',
    ]),
    ...means('in_progress', ['Issued', 'DSP', 'ORD', 'QUE']),
    ...means('resolved', ['Shipped Parts'], { outcome: 'part_shipped' }),
    // These come after the part: the bad part has arrived, or a self-maintainer asks Dell for money.
    ...means('no_change', [
      'Defective Part Received',
      'Claim Submitted',
      'Parts Returned/Claim Submitted',
      'Moved_to_Claims_Process',
    ]),
    ...means('denied', ['Dispatch Denied'], { denialReason: 'other' }),
    ...means('waiting', ['CAD-Deferred']),
    // Dell does not have the request yet.
    ...means('no_change', ['Pending Request', 'Pending 2', 'START']),
  ],
};

export const READY_MADE_NAMES = Object.keys(READY_MADE_WORDS);
