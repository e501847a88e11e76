import type { Readable } from 'node:stream';
import type { Tx } from '../database/tx.js';

/**
 * `taken`: a process has it and has not sent anything. `sending`: its content is on the way. `unsure`: it may have
 * arrived, and nobody sends it again by themselves. `kept`: its channel is not set up, and it stays in Rollcall.
 */
export const LETTER_STATES = ['waiting', 'taken', 'sending', 'sent', 'unsure', 'failed', 'kept'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/**
 * What the sender would rather risk when a process dies while it sends: `at_most_once` that the letter never arrives,
 * `at_least_once` that it arrives twice, under the same id.
 */
export const GUARANTEES = ['at_most_once', 'at_least_once'] as const;
export type Guarantee = (typeof GUARANTEES)[number];

export const OUTCOMES = ['delivered', 'refused_for_now', 'refused_for_good', 'unsure'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What an attempt came to, with the words of the other side. */
export interface Sending {
  outcome: Outcome;
  answer: string;
}

/** A letter on its way to one address. */
export interface Letter {
  districtId: string;
  id: string;
  channel: string;
  subjectKind: string;
  subjectId: string;
  address: string;
  /** 1 at first. The number goes up by 1 each time that somebody sends the letter again. */
  round: number;
  guarantee: Guarantee;
  /** Counting the one under way. */
  attempts: number;
}

/** A file that goes with a letter; a file of `src/files` is one. */
export interface Attachment {
  fileName: string;
  mediaType: string;
  open(): Readable;
}

/** What a letter says, whoever it goes to. */
export interface LetterContents {
  subject: string;
  text: string;
  attachments: Attachment[];
}

/** A way out of Rollcall, such as e-mail. */
export interface Channel {
  readonly name: string;
  /** How many letters one process sends at the same time, so that one dead address does not delay the others. */
  readonly atOnce: number;
  /** Why nothing can leave this way, in a sentence; undefined where the channel is set up. */
  unavailable(): string | undefined;
  /**
   * Sends one letter, within four minutes. What it throws is a refusal for now before `begin`, and unsure after it.
   * @param begin must be called and awaited before the first byte of the content leaves
   */
  send(letter: Letter, contents: LetterContents, begin: () => Promise<void>): Promise<Sending>;
}

/** What letters are about. A module registers its own, with `Outbox.registerSubject`. */
export interface SubjectKind {
  guarantee: Guarantee;
  /** How long a letter is tried, in hours from its first attempt (`minutesUntilNext`). */
  patienceHours: number;
  /** Makes what the letters of a subject say. It is made once for all letters that are sent in a row. */
  contents(districtId: string, subjectId: string): Promise<LetterContents>;
  /** Hears, in the transaction that records it, of a letter that has failed for good, or that is `unsure`. */
  failed?(tx: Tx, letter: Letter, answer: string): Promise<void>;
}
