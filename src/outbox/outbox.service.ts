import { Injectable } from '@nestjs/common';
import type { Scope } from '../access/scope.js';
import { newId } from '../common/ids.js';
import { Conflict } from '../common/refusal.js';
import { Transactions } from '../database/transactions.js';
import type { Tx } from '../database/tx.js';
import { PeriodicWork } from '../periodic/periodic-work.js';
import type { Channel, LetterState, SubjectKind } from './letter.js';
import { LetterNotFound } from './outbox.queries.js';
import { OutboxSender } from './outbox-sender.js';

const EVERY_MS = 5_000;

/** A letter in any other state has arrived, or Rollcall still sends it by itself. */
const SENT_AGAIN: ReadonlySet<LetterState> = new Set<LetterState>(['unsure', 'failed', 'kept']);

class LetterNotOver extends Conflict {
  constructor(state: LetterState) {
    super(
      state === 'sent'
        ? 'This letter has been delivered already.'
        : 'Rollcall is still trying to send this letter. Wait until it has been sent or has failed.',
      'LETTER_NOT_OVER',
    );
  }
}

class LetterSentAgain extends Conflict {
  constructor() {
    super(
      'This letter was sent again already. Look for the newer letter to the same address.',
      'LETTER_SENT_AGAIN',
    );
  }
}

/** What letters are about, and by which channel they go. */
export interface LettersOf {
  channel: string;
  subjectKind: string;
  subjectId: string;
}

/** Everything that must leave Rollcall goes through here, and is recorded. */
@Injectable()
export class Outbox {
  private readonly channels = new Map<string, Channel>();
  private readonly kinds = new Map<string, SubjectKind>();

  constructor(
    private readonly periodic: PeriodicWork,
    private readonly sender: OutboxSender,
    private readonly transactions: Transactions,
  ) {}

  /** Call this in `onModuleInit`. Each channel has loops of its own, so that none waits for another. */
  registerChannel(channel: Channel): void {
    this.channels.set(channel.name, channel);
    for (let i = 0; i < channel.atOnce; i++)
      this.periodic.register({
        name: `sending by ${channel.name}`,
        everyMs: EVERY_MS,
        // A letter under way may take longer than a process has to stop; its lease ends then.
        run: (isStopping) => this.sender.round(channel, this.kinds, isStopping),
      });
  }

  /** Call this in `onModuleInit`. */
  registerSubject(name: string, kind: SubjectKind): void {
    this.kinds.set(name, kind);
  }

  /**
   * Puts letters on the way, one to each address, in the transaction that makes them due. Where the channel is not set
   * up, they are kept in Rollcall. Whoever has had letters about the subject before gets another, of the next round.
   * @param notBefore leaves later than now
   */
  async addWithin(
    tx: Tx,
    districtId: string,
    of: LettersOf,
    addresses: readonly string[],
    notBefore = tx.at,
  ): Promise<{ id: string; round: number }[]> {
    const { channel, subjectKind, subjectId } = of;
    const why = this.channel(channel).unavailable();
    // Letters about one subject are added one after another, so that each round to an address is there once.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`outbox ${subjectId}`]);
    return tx.query(
      `INSERT INTO outbox (district_id, id, channel, subject_kind, subject_id, address, round, guarantee, state, answer,
                           next_attempt_at)
       SELECT $1::uuid, a.id, $2::text, $3::text, $4::uuid, a.address, 1 + coalesce((
                SELECT max(o.round) FROM outbox o
                 WHERE o.district_id = $1 AND o.channel = $2 AND o.subject_kind = $3 AND o.subject_id = $4
                   AND o.address = a.address), 0), $7::text, $8::text, $9::text, $10::timestamptz
         FROM unnest($5::uuid[], $6::text[]) AS a (id, address)
       RETURNING id, round`,
      [
        districtId,
        channel,
        subjectKind,
        subjectId,
        addresses.map(() => newId()),
        addresses,
        this.kind(subjectKind).guarantee,
        why === undefined ? 'waiting' : 'kept',
        why ?? null,
        notBefore,
      ],
    );
  }

  /**
   * Sends a letter again, as a new letter to the same address.
   * @returns its id
   * @throws Conflict where the letter may still arrive by itself, has arrived, or is being sent again already
   */
  retry({ districtId }: Scope, id: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const [letter] = await tx.query<(LettersOf & { address: string; round: number; state: LetterState })[]>(
        `SELECT channel, subject_kind AS "subjectKind", subject_id AS "subjectId", address, round, state
           FROM outbox WHERE district_id = $1 AND id = $2 FOR UPDATE`,
        [districtId, id],
      );
      if (!letter) throw new LetterNotFound();
      if (!SENT_AGAIN.has(letter.state)) throw new LetterNotOver(letter.state);
      const [made] = await this.addWithin(tx, districtId, letter, [letter.address]);
      if (made?.round !== letter.round + 1) throw new LetterSentAgain();
      return made.id;
    });
  }

  /** Sends now what is due by one channel, instead of waiting for its loop. */
  sendDue(channel: string, isStopping: () => boolean = () => false): Promise<void> {
    return this.sender.round(this.channel(channel), this.kinds, isStopping);
  }

  private channel(name: string): Channel {
    const channel = this.channels.get(name);
    if (!channel) throw new Error(`no channel "${name}"`);
    return channel;
  }

  private kind(name: string): SubjectKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`no subject kind "${name}"`);
    return kind;
  }
}
