import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import { InvalidInput } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { WaitsBecause } from '../replies/intake/judge-reply.js';
import { SAYS_NOTHING } from '../replies/intake/reply-content.js';
import { type Incoming, type Received, ReplyIntake } from '../replies/intake/reply-intake.service.js';
import type { Meaning } from '../replies/words/word-meanings.js';
import type { DeskAnswerBody, DeskStep } from './vendor-desk.dto.js';
import { vendorOf } from './vendor-of.js';

/** What became of one of many answers. */
export interface DeskAnswerResult {
  /** Place of the answer in the request, from 0. */
  index: number;
  claim: string;
  outcome: 'done' | 'refused';
  /** Why it was refused. */
  code?: string;
  detail?: string;
}

const MEANING: Record<DeskStep, Meaning> = {
  acknowledge: 'acknowledged',
  start: 'in_progress',
  wait: 'waiting',
  resolve: 'resolved',
  deny: 'denied',
};

/** What the person at the vendor can do about it. */
const REFUSALS: Partial<Record<WaitsBecause, string>> = {
  MOVES_BACK: 'This claim is further along already. Load it again, or write a message to the district.',
  NOT_WITH_VENDOR: 'This claim has ended, so it takes no answers. Write a message to the district.',
};

/** Answers of people at a vendor. They go the same way as replies from files. */
@Injectable()
export class DeskAnswers {
  constructor(
    private readonly transactions: Transactions,
    private readonly intake: ReplyIntake,
  ) {}

  /**
   * Takes answers to many claims. A refusal concerns its own claim only.
   * @throws InvalidInput where a step lacks what it needs
   */
  async answer(scope: Scope, answers: readonly DeskAnswerBody[]): Promise<DeskAnswerResult[]> {
    vendorOf(scope);
    answers.forEach(assertWhole);
    const received = await this.transactions.run((tx) =>
      this.intake.takeWithin(
        tx,
        scope,
        answers.map((answer) => incomingOf(answer, tx.at)),
        { source: 'desk', importId: null },
      ),
    );
    return received.map((one, index) => resultOf(one, index, (answers[index] as DeskAnswerBody).claim));
  }
}

/** @throws InvalidInput where a step lacks what it needs, or has what another step needs */
function assertWhole(
  { step, outcome, denialReason, replacementSerial, note }: DeskAnswerBody,
  i: number,
): void {
  const wrong = (field: string, code: string, detail: string): InvalidInput =>
    new InvalidInput(detail, [{ field: `answers.${i}.${field}`, code, detail }], 'DESK_ANSWER_INCOMPLETE');
  if (step === 'resolve' && outcome === undefined)
    throw wrong('outcome', 'MISSING', 'Say how you resolved the claim.');
  if (step === 'deny' && denialReason === undefined)
    throw wrong('denialReason', 'MISSING', 'Say why you deny the claim.');
  if (step === 'wait' && note === undefined)
    throw wrong('note', 'MISSING', 'Say what you need from the district.');
  if (step !== 'resolve' && outcome !== undefined)
    throw wrong('outcome', 'NOT_OF_STEP', 'Only the step "resolve" has an outcome. Leave it out.');
  if (step !== 'deny' && denialReason !== undefined)
    throw wrong('denialReason', 'NOT_OF_STEP', 'Only the step "deny" has a reason. Leave it out.');
  if (outcome !== 'replaced' && replacementSerial !== undefined)
    throw wrong(
      'replacementSerial',
      'NOT_OF_STEP',
      'Only the outcome "replaced" has a serial number of its own. Leave it out.',
    );
}

function incomingOf({ claim, step, ...said }: DeskAnswerBody, at: Date): Incoming {
  const meaning = step && { meaning: MEANING[step], outcome: null, denialReason: null };
  const content = {
    ...SAYS_NOTHING,
    ...said,
    word: meaning?.meaning ?? null,
    // A person who says the same again means it again.
    saidAt: at,
  };
  return { id: newId(), claimId: claim, content, ...(meaning ? { meaning } : {}) };
}

function resultOf(received: Received, index: number, claim: string): DeskAnswerResult {
  if (received.outcome !== 'refused') return { index, claim, outcome: 'done' };
  const { code, detail } = received;
  return { index, claim, outcome: 'refused', code, detail: REFUSALS[code as WaitsBecause] ?? detail };
}
