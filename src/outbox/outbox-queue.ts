import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/time/clock.js';
import type { Those } from '../database/each-district.js';
import { Transactions } from '../database/transactions.js';
import type { Tx } from '../database/tx.js';
import type { Letter, LetterState, Sending, SubjectKind } from './letter.js';
import { minutesUntilNext } from './patience.js';

/** No attempt may take longer: whoever has the letter is taken for dead then. */
const LEASE_MINUTES = 5;

export type SubjectKinds = ReadonlyMap<string, SubjectKind>;

const LETTER = `
  district_id AS "districtId", id, channel, subject_kind AS "subjectKind", subject_id AS "subjectId", address, round,
  guarantee, attempts`;

const STOPPED_BEFORE: Sending = {
  outcome: 'refused_for_now',
  answer: 'Rollcall stopped before anything was sent.',
};
const STOPPED_DURING: Sending = {
  outcome: 'unsure',
  answer: 'Rollcall stopped during sending. This letter may have arrived.',
};

/**
 * Who sends which letter, as its row says. A letter is marked `sending` before a byte of its content leaves. Unless
 * the other side refused it, it is not taken again after that, except where its sender chose `at_least_once`.
 */
@Injectable()
export class OutboxQueue {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * The districts that have letters to send now, or letters of a process that died.
   * @param kinds of subjects that this process knows: while versions change, some know kinds that others do not
   */
  due(channel: string, kinds: SubjectKinds): Those {
    return {
      sql: `SELECT district_id AS id FROM outbox
        WHERE channel = $1 AND subject_kind = ANY ($2) AND state = 'waiting' AND next_attempt_at <= $3
        UNION
       SELECT district_id FROM outbox
        WHERE channel = $1 AND subject_kind = ANY ($2) AND lease_until < $3`,
      parameters: [channel, [...kinds.keys()], this.clock.now()],
    };
  }

  /** Takes the next letter of a district that is due, so that nobody else does; undefined where there is none. */
  async take(districtId: string, channel: string, kinds: SubjectKinds): Promise<Letter | undefined> {
    const now = this.clock.now();
    const [rows] = await this.source.query<[Letter[], number]>(
      `UPDATE outbox SET state = 'taken', attempts = attempts + 1, lease_until = $5
        WHERE district_id = $1 AND id = (
          SELECT id FROM outbox
           WHERE district_id = $1 AND channel = $2 AND subject_kind = ANY ($3) AND state = 'waiting'
             AND next_attempt_at <= $4
           ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING ${LETTER}`,
      [districtId, channel, [...kinds.keys()], now, after(now, LEASE_MINUTES)],
    );
    return rows[0];
  }

  /** Before the content leaves. @returns false where the lease is over and the letter is no longer ours to send */
  async begin({ districtId, id, attempts }: Letter): Promise<boolean> {
    const [, changed] = await this.source.query<[unknown, number]>(
      `UPDATE outbox SET state = 'sending'
        WHERE district_id = $1 AND id = $2 AND attempts = $3 AND state = 'taken' AND lease_until > $4`,
      [districtId, id, attempts, this.clock.now()],
    );
    return changed === 1;
  }

  /** Records what an attempt came to; does nothing where the letter is no longer ours. */
  end(letter: Letter, sending: Sending, kind: SubjectKind): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { districtId, id, attempts } = letter;
      const ours = await tx.query<unknown[]>(
        `SELECT 1 FROM outbox
          WHERE district_id = $1 AND id = $2 AND attempts = $3 AND lease_until > $4 FOR UPDATE`,
        [districtId, id, attempts, tx.at],
      );
      const wait = minutesUntilNext(attempts, kind.patienceHours);
      if (ours.length > 0) await this.recordWithin(tx, letter, sending, kind, wait);
    });
  }

  /**
   * Takes the letters of a district back from processes that died. They wait no longer than that took: what its
   * process had not begun to send is sent again at once, and so is the rest where its sender chose `at_least_once`.
   */
  async release(districtId: string, channel: string, kinds: SubjectKinds): Promise<void> {
    await this.transactions.run(async (tx) => {
      const left = await tx.query<(Letter & { state: LetterState })[]>(
        `SELECT ${LETTER}, state FROM outbox
          WHERE district_id = $1 AND channel = $2 AND subject_kind = ANY ($3) AND lease_until < $4
          ORDER BY id FOR UPDATE SKIP LOCKED`,
        [districtId, channel, [...kinds.keys()], tx.at],
      );
      for (const letter of left) {
        const kind = kinds.get(letter.subjectKind);
        if (!kind) continue;
        const isOver = minutesUntilNext(letter.attempts, kind.patienceHours) === undefined;
        const sending = letter.state === 'sending' ? STOPPED_DURING : STOPPED_BEFORE;
        await this.recordWithin(tx, letter, sending, kind, isOver ? undefined : 0);
      }
    });
  }

  private async recordWithin(
    tx: Tx,
    letter: Letter,
    { outcome, answer }: Sending,
    kind: SubjectKind,
    /** Minutes until the next attempt, where there is one. */
    wait: number | undefined,
  ): Promise<void> {
    const { districtId, id, attempts } = letter;
    const state = stateAfter(letter, outcome, wait !== undefined);
    await tx.query(
      `UPDATE outbox SET state = $3, answer = $4, lease_until = NULL, sent_at = $5, next_attempt_at = $6
        WHERE district_id = $1 AND id = $2`,
      [districtId, id, state, answer, state === 'sent' ? tx.at : null, after(tx.at, wait ?? 0)],
    );
    await tx.query(
      `INSERT INTO outbox_attempts (district_id, letter_id, attempt, outcome, answer, ended_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [districtId, id, attempts, outcome, answer, tx.at],
    );
    if (state === 'failed' || state === 'unsure') await kind.failed?.(tx, letter, answer);
  }
}

function stateAfter(
  { guarantee }: Letter,
  outcome: Sending['outcome'],
  mayBeTriedAgain: boolean,
): LetterState {
  if (outcome === 'delivered') return 'sent';
  if (outcome === 'refused_for_good') return 'failed';
  if (outcome === 'unsure' && guarantee === 'at_most_once') return 'unsure';
  return mayBeTriedAgain ? 'waiting' : 'failed';
}

function after(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}
