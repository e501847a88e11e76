import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../access/lists/list.js';
import { Lists } from '../access/lists/lists.service.js';
import type { Scope } from '../access/scope.js';
import type { Page } from '../common/paging.js';
import { NotFound } from '../common/refusal.js';
import type { Guarantee, LetterState, Outcome } from './letter.js';
import type { OutboxQuery } from './outbox.dto.js';

/** A letter as the API shows it. */
export interface LetterView {
  id: string;
  /** How it is sent, such as `email`. */
  channel: string;
  /** What it is about, such as `report`. */
  subjectKind: string;
  /** Id of what it is about: the output of a report. */
  subjectId: string;
  address: string;
  /** 1 at first. The number goes up by 1 each time that somebody sends the letter again. */
  round: number;
  guarantee: Guarantee;
  state: LetterState;
  attempts: number;
  /** Null unless the letter is waiting. */
  nextAttemptAt: Date | null;
  sentAt: Date | null;
  /** The last answer of the receiver, or what went wrong. */
  answer: string | null;
  createdAt: Date;
}

/** One attempt to send a letter, once it is over. */
export interface AttemptView {
  /** From 1. */
  attempt: number;
  outcome: Outcome;
  /** The answer of the receiver, or what went wrong. */
  answer: string;
  endedAt: Date;
}

/** A letter with each attempt to send it. */
export interface LetterDetails extends LetterView {
  history: AttemptView[];
}

const COLUMNS = `
  id, channel, subject_kind AS "subjectKind", subject_id AS "subjectId", address, round, guarantee, state, attempts,
  CASE WHEN state = 'waiting' THEN next_attempt_at END AS "nextAttemptAt", sent_at AS "sentAt", answer,
  created_at AS "createdAt"`;

const LETTERS = list<LetterView, OutboxQuery>({
  name: 'outbox',
  select: `SELECT ${COLUMNS} FROM outbox WHERE district_id = $1`,
  reach: 'district',
  filters: { state: (state, param) => `state = ${param(state)}` },
  sorts: { createdAt: ['created_at', 'id'] },
  sort: '-createdAt',
});

/** Reads what has left Rollcall, and what has not. */
@Injectable()
export class OutboxQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
  ) {}

  list(scope: Scope, query: OutboxQuery): Promise<Page<LetterView>> {
    return this.lists.answer(LETTERS, scope, query);
  }

  async find({ districtId }: Scope, id: string): Promise<LetterDetails> {
    const [letter] = await this.source.query<LetterView[]>(
      `SELECT ${COLUMNS} FROM outbox WHERE district_id = $1 AND id = $2`,
      [districtId, id],
    );
    if (!letter) throw new LetterNotFound();
    const history = await this.source.query<AttemptView[]>(
      `SELECT attempt, outcome, answer, ended_at AS "endedAt"
         FROM outbox_attempts WHERE district_id = $1 AND letter_id = $2 ORDER BY attempt`,
      [districtId, id],
    );
    return { ...letter, history };
  }

  /** The letters about one subject, by address. The caller has checked that the reader may see the subject. */
  about(districtId: string, subjectKind: string, subjectId: string): Promise<LetterView[]> {
    return this.source.query(
      `SELECT ${COLUMNS} FROM outbox WHERE district_id = $1 AND subject_kind = $2 AND subject_id = $3
        ORDER BY address, channel, round`,
      [districtId, subjectKind, subjectId],
    );
  }
}

/** No such letter in this district. */
export class LetterNotFound extends NotFound {
  constructor() {
    super('The letter', 'LETTER_NOT_FOUND');
  }
}
