import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { Transactions } from '../../database/transactions.js';
import type { Statements } from '../../database/tx.js';
import type { LetterState, Outcome } from '../../outbox/letter.js';
import { BatchNotFound, SupersededNotSent } from '../batches/batches.errors.js';
import { BatchLetters, FILE_LETTERS } from './batch-letters.js';
import { DeliveryUnderWay, NothingToSend } from './delivery.errors.js';
import type { DeliverySettings } from './delivery-settings.js';

/** One attempt to deliver a file, once it is over. */
export interface DeliveryAttempt {
  /** From 1. */
  attempt: number;
  outcome: Outcome;
  /** The answer of the other side, or what went wrong. */
  answer: string;
  endedAt: Date;
}

/** A file on its way to one address. */
export interface BatchDeliveryView {
  id: string;
  /** `sftp`, `email` or `https`. */
  channel: string;
  address: string;
  /** 1 at first. The number goes up by 1 each time that somebody sends the file again. */
  round: number;
  state: LetterState;
  /** Null unless it is waiting. */
  nextAttemptAt: Date | null;
  sentAt: Date | null;
  attempts: DeliveryAttempt[];
}

/** It may still arrive by itself. */
const UNDER_WAY: readonly LetterState[] = ['waiting', 'taken', 'sending'];

/** Where files were sent, and sending them again. */
@Injectable()
export class BatchDeliveries {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly letters: BatchLetters,
  ) {}

  /** By address, and then by round. @throws BatchNotFound */
  async list({ districtId }: Scope, batchId: string): Promise<BatchDeliveryView[]> {
    await vendorOf(this.source, districtId, batchId);
    return this.source.query(
      `SELECT o.id, o.channel, o.address, o.round, o.state,
              CASE WHEN o.state = 'waiting' THEN o.next_attempt_at END AS "nextAttemptAt", o.sent_at AS "sentAt",
              coalesce((SELECT jsonb_agg(jsonb_build_object('attempt', t.attempt, 'outcome', t.outcome, 'answer', t.answer,
                               'endedAt', t.ended_at) ORDER BY t.attempt)
                          FROM outbox_attempts t WHERE t.district_id = $1 AND t.letter_id = o.id), '[]') AS attempts
         FROM outbox o
        WHERE o.district_id = $1 AND o.subject_kind = ANY ($2) AND o.subject_id = $3
        ORDER BY o.address, o.channel, o.round`,
      [districtId, FILE_LETTERS, batchId],
    );
  }

  /**
   * Sends a file again, to where the vendor gets its files now.
   * @throws BatchNotFound; SupersededNotSent; NothingToSend; DeliveryUnderWay
   */
  sendAgain({ districtId }: Scope, batchId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const vendorId = await vendorOf(tx, districtId, batchId);
      // Two people who send it at the same time come one after the other.
      await tx.query(
        `SELECT FROM claim_batch_counters WHERE district_id = $1 AND vendor_id = $2 FOR UPDATE`,
        [districtId, vendorId],
      );
      const [row] = await tx.query<
        { settings: DeliverySettings | null; isUnderWay: boolean; isOver: boolean }[]
      >(
        `SELECT EXISTS (SELECT FROM claim_batches WHERE district_id = $1 AND supersedes_id = $4) AS "isOver",
                (SELECT settings FROM vendor_deliveries WHERE district_id = $1 AND vendor_id = $2) AS settings,
                EXISTS (SELECT FROM outbox WHERE district_id = $1 AND subject_kind = ANY ($3) AND subject_id = $4
                          AND state = ANY ($5)) AS "isUnderWay"`,
        [districtId, vendorId, FILE_LETTERS, batchId, UNDER_WAY],
      );
      if (row?.isOver) throw new SupersededNotSent();
      if (row?.isUnderWay) throw new DeliveryUnderWay();
      const isSent = await this.letters.sendWithin(
        tx,
        districtId,
        batchId,
        row?.settings ?? { by: 'download' },
      );
      if (!isSent) throw new NothingToSend();
    });
  }
}

async function vendorOf(db: Statements, districtId: string, batchId: string): Promise<string> {
  const [batch] = await db.query<{ vendorId: string }[]>(
    `SELECT vendor_id AS "vendorId" FROM claim_batches WHERE district_id = $1 AND id = $2`,
    [districtId, batchId],
  );
  if (!batch) throw new BatchNotFound();
  return batch.vendorId;
}
