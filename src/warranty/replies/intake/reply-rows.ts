import type { Scope } from '../../../access/scope.js';
import type { Tx } from '../../../database/tx.js';
import type { ReplySource } from '../claim-reply.entities.js';
import type { WaitsBecause } from './judge-reply.js';
import { ANSWER_OF_CLAIM } from './reply-claims.js';
import { hashOf, type ReplyContent, wordKey } from './reply-content.js';

/** A reply that came before with the same words. */
export interface EarlierReply {
  claimId: string;
  round: number;
  /** In hexadecimal digits. */
  hash: string;
  receivedAt: Date;
}

/** The replies to some claims that say the same as one of these, without undone ones. */
export function earlierReplies(
  tx: Tx,
  { districtId }: Scope,
  claimIds: readonly string[],
  contents: readonly ReplyContent[],
): Promise<EarlierReply[]> {
  return tx.query(
    `SELECT claim_id AS "claimId", round, encode(content_hash, 'hex') AS hash, received_at AS "receivedAt"
       FROM claim_replies
      WHERE district_id = $1 AND claim_id = ANY ($2::uuid[]) AND content_hash = ANY ($3::bytea[])
        AND state <> 'undone'
      ORDER BY id`,
    [districtId, claimIds, contents.map(hashOf)],
  );
}

/** A reply as it is written. */
export interface WrittenReply {
  id: string;
  claimId: string;
  round: number;
  content: ReplyContent;
  waits: { why: WaitsBecause; detail: string } | null;
  /** The claim before it, where it is the first one that changed the claim in this transaction. */
  claimBefore: object | null;
  /** The last one that changed the claim in this transaction. */
  isLast: boolean;
}

/** How replies came. */
export interface ReplyOrigin {
  source: ReplySource;
  importId: string | null;
}

/** Writes replies, after what they changed. */
export async function insertReplies(
  tx: Tx,
  { districtId, accountId }: Scope,
  { source, importId }: ReplyOrigin,
  replies: readonly WrittenReply[],
): Promise<void> {
  if (replies.length === 0) return;
  const rows = replies.map(({ content, waits, ...reply }) => ({
    ...content,
    ...reply,
    wordKey: content.word === null ? null : wordKey(content.word),
    hash: hashOf(content).toString('hex'),
    state: waits ? 'waiting' : 'applied',
    why: waits?.why ?? null,
    whyDetail: waits?.detail ?? null,
  }));
  await tx.query(
    `INSERT INTO claim_replies (district_id, id, claim_id, round, content_hash, source, import_id, word, word_key,
            reference, rma, expected_on, cost_cents, outcome, denial_reason, replacement_serial, note, said_at,
            received_at, received_by, state, why, why_detail, claim_before, claim_after, updated_at)
     SELECT $1::uuid, n.id, n."claimId", n.round, decode(n.hash, 'hex'), $2::text, $3::uuid, n.word, n."wordKey",
            n.reference, n.rma, n."expectedOn", n."costCents", n.outcome, n."denialReason", n."replacementSerial",
            n.note, n."saidAt", $4::timestamptz, $5::uuid, n.state, n.why, n."whyDetail", n."claimBefore",
            CASE WHEN n."isLast" THEN ${ANSWER_OF_CLAIM} END, $4::timestamptz
       FROM jsonb_to_recordset($6::jsonb) AS n (id uuid, "claimId" uuid, round integer, hash text, word text,
            "wordKey" text, reference text, rma text, "expectedOn" date, "costCents" integer, outcome text,
            "denialReason" text, "replacementSerial" text, note text, "saidAt" timestamptz, state text, why text,
            "whyDetail" text, "claimBefore" jsonb, "isLast" boolean)
       JOIN claims t ON t.district_id = $1 AND t.id = n."claimId"`,
    [districtId, source, importId, tx.at, accountId, JSON.stringify(rows)],
  );
}

/** How claims are now, for an undo. */
export async function answersOf(
  tx: Tx,
  { districtId }: Scope,
  claimIds: readonly string[],
): Promise<Map<string, object>> {
  const rows = await tx.query<{ id: string; answer: object }[]>(
    `SELECT t.id, ${ANSWER_OF_CLAIM} AS answer FROM claims t WHERE t.district_id = $1 AND t.id = ANY ($2::uuid[])`,
    [districtId, claimIds],
  );
  return new Map(rows.map(({ id, answer }) => [id, answer]));
}

/** Keeps with replies that were stored before how their claims were, and how they are now. @param replies in their order */
export async function keepAnswers(
  tx: Tx,
  { districtId }: Scope,
  replies: readonly { id: string; claimId: string }[],
  before: ReadonlyMap<string, object>,
): Promise<void> {
  const first = new Map(replies.toReversed().map(({ id, claimId }) => [claimId, id]));
  const last = new Map(replies.map(({ id, claimId }) => [claimId, id]));
  const rows = replies.map(({ id, claimId }) => ({
    id,
    claimBefore: first.get(claimId) === id ? (before.get(claimId) ?? null) : null,
    isLast: last.get(claimId) === id,
  }));
  await tx.query(
    `UPDATE claim_replies r
        SET claim_before = n."claimBefore", claim_after = CASE WHEN n."isLast" THEN ${ANSWER_OF_CLAIM} END
       FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, "claimBefore" jsonb, "isLast" boolean), claims t
      WHERE r.district_id = $1 AND r.id = n.id AND t.district_id = $1 AND t.id = r.claim_id`,
    [districtId, JSON.stringify(rows)],
  );
}
