import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../../config/settings.js';
import type { Tx } from '../../database/tx.js';
import type { LetterContents } from '../../outbox/letter.js';
import { Outbox } from '../../outbox/outbox.service.js';
import type { MessageSide } from './claim-message.entity.js';
import { messageLetter, type WrittenMessage } from './message-letter.js';

/** What letters about messages on a claim are about: the first message that they tell of. */
export const MESSAGE_LETTER = 'claim_message';

const HOUR_MS = 3_600_000;
/** Messages in one letter. The others are on the page. */
const MOST_LISTED = 20;

/** A message of which the other side is told. */
export interface NewMessage {
  id: string;
  claimId: string;
  side: MessageSide;
}

/**
 * Writes to the other side of a message: at most one letter an hour for each claim and side. What is written within the
 * hour comes together in the next letter.
 */
@Injectable()
export class MessageLetters implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly outbox: Outbox,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.outbox.registerSubject(MESSAGE_LETTER, {
      guarantee: 'at_least_once',
      patienceHours: 48,
      contents: (districtId, messageId) => this.contents(districtId, messageId),
    });
  }

  /** The caller holds the lock of the claim, so that two messages come one after the other. */
  async announceWithin(tx: Tx, districtId: string, { id, claimId, side }: NewMessage): Promise<void> {
    const hourAgo = new Date(tx.at.getTime() - HOUR_MS);
    const [last] = await tx.query<{ at: Date | null; isComing: boolean | null }[]>(
      `SELECT max(coalesce(o.sent_at, m.written_at)) AS at,
              bool_or(o.state = 'waiting' AND o.attempts = 0 AND o.next_attempt_at > $5
                      OR o.state = 'kept' AND m.written_at > $6) AS "isComing"
         FROM claim_messages m
         JOIN outbox o ON o.district_id = $1 AND o.subject_kind = $4 AND o.subject_id = m.id
        WHERE m.district_id = $1 AND m.claim_id = $2 AND m.side = $3`,
      [districtId, claimId, side, MESSAGE_LETTER, tx.at, hourAgo],
    );
    // That letter tells of everything that was written until it leaves.
    if (last?.isComing) return;
    const addresses = await (side === 'district' ? vendorAddresses : districtAddresses)(
      tx,
      districtId,
      claimId,
    );
    if (addresses.length === 0) return;
    const of = { channel: 'email', subjectKind: MESSAGE_LETTER, subjectId: id };
    const lastAt = last?.at?.getTime() ?? 0;
    const notBefore = new Date(Math.max(lastAt + HOUR_MS, tx.at.getTime()));
    await this.outbox.addWithin(tx, districtId, of, addresses, notBefore);
  }

  private async contents(districtId: string, messageId: string): Promise<LetterContents> {
    const messages = await this.source.query<WrittenMessage[]>(
      `SELECT k.number, k.id AS "claimId", p.manufacturer || ' ' || p.name AS model,
              d.serial_number AS "serialNumber", m.side, m.text, t.name AS district, v.name AS vendor,
              coalesce(nullif(a.name, ''), a.email) AS "from", coalesce(o.language, 'en') AS language
         FROM claim_messages f
         JOIN claim_messages m ON m.district_id = $1 AND m.claim_id = f.claim_id AND m.side = f.side AND m.id >= f.id
         JOIN claims k ON k.district_id = $1 AND k.id = f.claim_id
         JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
         JOIN device_models p ON p.district_id = $1 AND p.id = d.model_id
         JOIN vendors v ON v.district_id = $1 AND v.id = k.vendor_id
         JOIN districts t ON t.id = $1
         LEFT JOIN accounts a ON a.district_id = $1 AND a.id = m.written_by
         LEFT JOIN accounts o ON o.district_id = $1 AND o.id = k.opened_by
        WHERE f.district_id = $1 AND f.id = $2 ORDER BY m.id LIMIT ${MOST_LISTED}`,
      [districtId, messageId],
    );
    return messageLetter(messages, this.settings.PUBLIC_URL);
  }
}

/** The vendor's first contacts, and everybody who signs in for it. */
async function vendorAddresses(tx: Tx, districtId: string, claimId: string): Promise<string[]> {
  const rows = await tx.query<{ email: string }[]>(
    `SELECT DISTINCT ON (lower(x.email)) x.email
       FROM claims k
       JOIN vendors v ON v.district_id = $1 AND v.id = k.vendor_id
      CROSS JOIN LATERAL (
        SELECT c->>'email' AS email FROM jsonb_array_elements(v.contacts) AS c WHERE c->>'level' = '1'
        UNION ALL
        SELECT a.email FROM accounts a
         WHERE a.district_id = $1 AND a.vendor_id = v.id AND a.role = 'vendor' AND a.disabled_at IS NULL) x
      WHERE k.district_id = $1 AND k.id = $2 ORDER BY lower(x.email), x.email`,
    [districtId, claimId],
  );
  return rows.map(({ email }) => email);
}

/** The contact that the claim names, who opened it, and who in the district took its last step. */
async function districtAddresses(tx: Tx, districtId: string, claimId: string): Promise<string[]> {
  const rows = await tx.query<{ email: string }[]>(
    `SELECT DISTINCT ON (lower(x.email)) x.email
       FROM claims k
      CROSS JOIN LATERAL (
        SELECT k.contact->>'email' AS email
        UNION ALL
        SELECT a.email FROM accounts a
         WHERE a.district_id = $1 AND a.disabled_at IS NULL AND a.role <> 'vendor' AND a.id IN (
                 k.opened_by,
                 (SELECT l.taken_by FROM steps_taken l
                    JOIN accounts w ON w.district_id = $1 AND w.id = l.taken_by AND w.role <> 'vendor'
                   WHERE l.district_id = $1 AND l.subject_kind = 'claim' AND l.subject_id = k.id
                   ORDER BY l.version DESC LIMIT 1))) x
      WHERE k.district_id = $1 AND k.id = $2 AND x.email IS NOT NULL ORDER BY lower(x.email), x.email`,
    [districtId, claimId],
  );
  return rows.map(({ email }) => email);
}
