import { createHash } from 'node:crypto';
import type { ClaimOutcome, DenialReason } from '../../claims/claim.entity.js';

/** What a vendor says of a claim. Null where it says nothing. */
export interface ReplyContent {
  /** The vendor's word for what has become of the claim. */
  word: string | null;
  reference: string | null;
  rma: string | null;
  /** Calendar date, `YYYY-MM-DD`. */
  expectedOn: string | null;
  costCents: number | null;
  outcome: ClaimOutcome | null;
  denialReason: DenialReason | null;
  /** Serial number of the device that the vendor sent. */
  replacementSerial: string | null;
  note: string | null;
  /** When the vendor noted it, in its own system. */
  saidAt: Date | null;
}

export const SAYS_NOTHING: ReplyContent = {
  word: null,
  reference: null,
  rma: null,
  expectedOn: null,
  costCents: null,
  outcome: null,
  denialReason: null,
  replacementSerial: null,
  note: null,
  saidAt: null,
};

/** Whether a reply says anything beside when it was said. */
export function isEmpty({ saidAt: _, ...said }: ReplyContent): boolean {
  return Object.values(said).every((value) => value === null);
}

/** SHA-256 of what a reply says. The same reply has the same hash, on whatever way it comes. */
export function hashOf(content: ReplyContent): Buffer {
  const {
    word,
    reference,
    rma,
    expectedOn,
    costCents,
    outcome,
    denialReason,
    replacementSerial,
    note,
    saidAt,
  } = content;
  const parts = [
    word === null ? null : wordKey(word),
    reference,
    rma,
    expectedOn,
    costCents,
    outcome,
    denialReason,
    replacementSerial,
    note,
    saidAt,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/** Words are compared without upper and lower case, and without how much space is between them. */
export function wordKey(word: string): string {
  return word.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
