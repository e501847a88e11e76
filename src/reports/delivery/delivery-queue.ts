import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../../common/ids.js';
import { Settings } from '../../config/settings.js';
import type { Tx } from '../../database/tx.js';
import type { DeliveryState } from '../entities/report-output.entities.js';

/** A delivery as the API shows it. */
export interface DeliveryView {
  id: string;
  address: string;
  /** 1 for the first, more where somebody had it sent again. */
  round: number;
  state: DeliveryState;
  attempts: number;
  nextAttemptAt: Date | null;
  sentAt: Date | null;
  /** What the mail server said last, or what went wrong. */
  answer: string | null;
}

export interface TakenDelivery {
  districtId: string;
  id: string;
  outputId: string;
  address: string;
  round: number;
  attempts: number;
}

/** No attempt may take longer: its worker is taken for dead then. */
export const LEASE_MINUTES = 5;

/** Minutes until the next attempt, by how many there were. After the last the letter has failed. */
const WAITS = [1, 5, 15, 60, 240];

/**
 * Letters on their way, a row for each address. A letter is marked `sending` before a byte of its content leaves, and
 * is never taken again after that unless the server has refused it: a worker that dies in between leaves it `unsure`.
 * So it arrives at most once; who sees `unsure` may have it sent again.
 */
@Injectable()
export class DeliveryQueue {
  constructor(
    private readonly source: DataSource,
    private readonly settings: Settings,
  ) {}

  /** Puts letters on the way, with what makes them due. Without a mail server they are kept in the app. */
  async addWithin(tx: Tx, districtId: string, outputId: string, addresses: readonly string[]): Promise<void> {
    const isMailed = this.settings.SMTP_URL !== undefined;
    await tx.query(
      `INSERT INTO report_deliveries (district_id, id, output_id, address, round, state, answer)
       SELECT $1, a.id, $2, a.address, 1 + coalesce((
                SELECT max(d.round) FROM report_deliveries d
                 WHERE d.district_id = $1 AND d.output_id = $2 AND d.address = a.address), 0), $5, $6
         FROM unnest($3::uuid[], $4::text[]) AS a (id, address)`,
      [
        districtId,
        outputId,
        addresses.map(() => newId()),
        addresses,
        isMailed ? 'waiting' : 'kept',
        isMailed ? null : 'There is no mail server (SMTP_URL): it waits here.',
      ],
    );
  }

  list(districtId: string, outputId: string): Promise<DeliveryView[]> {
    return this.source.query(
      `SELECT id, address, round, state, attempts, CASE WHEN state = 'waiting' THEN next_attempt_at END AS "nextAttemptAt",
              sent_at AS "sentAt", answer
         FROM report_deliveries WHERE district_id = $1 AND output_id = $2 ORDER BY address, round`,
      [districtId, outputId],
    );
  }

  /** Takes the next letter that is due, so that nobody else does; undefined where there is none. */
  async take(): Promise<TakenDelivery | undefined> {
    const [rows] = await this.source.query<[TakenDelivery[], number]>(
      `UPDATE report_deliveries SET state = 'taken', attempts = attempts + 1,
              lease_until = now() + make_interval(mins => ${LEASE_MINUTES})
        WHERE (district_id, id) = (
          SELECT district_id, id FROM report_deliveries WHERE state = 'waiting' AND next_attempt_at <= now()
           ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING district_id AS "districtId", id, output_id AS "outputId", address, round, attempts`,
    );
    return rows[0];
  }

  /** Before its content leaves. @returns false where the lease is over and the letter is no longer ours to send */
  async beginContent(letter: TakenDelivery): Promise<boolean> {
    return this.mark(letter, ['taken'], `state = 'sending'`);
  }

  async sent(letter: TakenDelivery, answer: string): Promise<void> {
    await this.mark(
      letter,
      ['sending'],
      `state = 'sent', sent_at = now(), lease_until = NULL, answer = $5`,
      answer,
    );
  }

  /** Nobody knows whether it arrived. */
  async unsure(letter: TakenDelivery, answer: string): Promise<void> {
    await this.mark(letter, ['sending'], `state = 'unsure', lease_until = NULL, answer = $5`, answer);
  }

  /** It has not arrived: tried again later, or for good. */
  async notSent(letter: TakenDelivery, answer: string, isFinal: boolean): Promise<void> {
    const wait = isFinal ? undefined : WAITS[letter.attempts - 1];
    const change =
      wait === undefined
        ? `state = 'failed'`
        : `state = 'waiting', next_attempt_at = now() + make_interval(mins => ${wait})`;
    await this.mark(letter, ['taken', 'sending'], `${change}, lease_until = NULL, answer = $5`, answer);
  }

  /** After a worker has died: what it had not begun to send waits again, what it had is unsure. */
  async release(): Promise<void> {
    await this.source.query(
      `UPDATE report_deliveries SET lease_until = NULL,
              state = CASE WHEN state = 'sending' THEN 'unsure' ELSE 'waiting' END,
              answer = CASE WHEN state = 'sending' THEN 'Rollcall stopped during sending. This e-mail may have arrived.'
                                  ELSE answer END
        WHERE lease_until < now()`,
    );
  }

  private async mark(
    { districtId, id, attempts }: TakenDelivery,
    from: DeliveryState[],
    change: string,
    ...values: string[]
  ): Promise<boolean> {
    const [, changed] = await this.source.query<[unknown, number]>(
      `UPDATE report_deliveries SET ${change}
        WHERE district_id = $1 AND id = $2 AND attempts = $3 AND state = ANY ($4::text[]) AND lease_until > now()`,
      [districtId, id, attempts, from, ...values],
    );
    return changed === 1;
  }
}
