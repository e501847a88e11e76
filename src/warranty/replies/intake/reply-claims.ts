import type { Scope } from '../../../access/scope.js';
import { dateIn } from '../../../common/time/clock.js';
import type { Tx } from '../../../database/tx.js';
import { CLAIM_STEPS } from '../../claims/claim-steps.js';
import { type DueDates, dueDates } from '../../claims/deadlines/due-dates.js';
import type { VendorsById } from '../../clocks/claim-clocks.js';
import type { WordMeaning } from '../words/word-meanings.js';
import type { JudgedClaim } from './judge-reply.js';

/** What replies say beside the state, as a claim keeps it. */
export interface ClaimDetails {
  reference: string | null;
  rma: string | null;
  expectedOn: string | null;
  costQuotedCents: number | null;
  costInvoicedCents: number | null;
}

/** A claim to which replies came. */
export interface RepliedClaim extends JudgedClaim, ClaimDetails, DueDates {
  id: string;
  version: number;
  vendorId: string;
  /** How often it was sent again. */
  round: number;
  costApprovedCents: number | null;
}

/**
 * SQL of all that replies change of a claim `t`. An undo compares it with how it was left, and puts it back. Levels of
 * escalation are not part of it: they were reached, whatever a reply said.
 */
export const ANSWER_OF_CLAIM = `jsonb_build_object(
  'state', t.state, 'reference', t.reference, 'rma', t.rma, 'expectedOn', t.expected_on,
  'costQuotedCents', t.cost_quoted_cents, 'costInvoicedCents', t.cost_invoiced_cents, 'outcome', t.outcome,
  'denialReason', t.denial_reason, 'acknowledgedAt', t.acknowledged_at, 'resolvedAt', t.resolved_at,
  'acknowledgeMinutes', t.acknowledge_minutes, 'acknowledgePromise', t.acknowledge_promise,
  'resolveMinutes', t.resolve_minutes, 'resolvePromise', t.resolve_promise, 'minutesRun', t.minutes_run,
  'clockFrom', t.clock_from, 'rmaExpiresOn', t.rma_expires_on, 'quoteDueOn', t.quote_due_on,
  'partDueOn', t.part_due_on)`;

/**
 * Claims by id, as far as the caller reaches them.
 * @param locks in the order of their ids, so that two lists of the same claims never wait for each other
 */
export async function repliedClaims(
  tx: Tx,
  scope: Scope,
  ids: readonly string[],
  locks: boolean,
): Promise<Map<string, RepliedClaim>> {
  const { sql, parameters } = CLAIM_STEPS.reach(scope);
  if (locks)
    await tx.query(
      `SELECT t.id FROM claims t WHERE t.district_id = $1 AND t.id = ANY ($2::uuid[]) AND ${sql}
        ORDER BY t.id FOR NO KEY UPDATE OF t`,
      [scope.districtId, ids, ...parameters],
    );
  // A statement of its own: it sees what was written while the lock was waited for.
  const rows = await tx.query<RepliedClaim[]>(
    `SELECT t.id, t.number, t.state, t.version, t.vendor_id AS "vendorId", t.resubmissions AS round, t.outcome,
            t.denial_reason AS "denialReason",
            t.reference, t.rma, t.expected_on AS "expectedOn", t.cost_quoted_cents AS "costQuotedCents",
            t.cost_invoiced_cents AS "costInvoicedCents", t.cost_approved_cents AS "costApprovedCents",
            t.rma_expires_on AS "rmaExpiresOn", t.quote_due_on AS "quoteDueOn", t.part_due_on AS "partDueOn",
            (SELECT max(r.said_at) FROM claim_replies r
              WHERE r.district_id = $1 AND r.claim_id = t.id AND r.state = 'applied') AS "lastSaidAt"
       FROM claims t WHERE t.district_id = $1 AND t.id = ANY ($2::uuid[]) AND ${sql}`,
    [scope.districtId, ids, ...parameters],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What each vendor's words mean, by vendor and by the key of the word. */
export async function wordsOfVendors(
  tx: Tx,
  { districtId }: Scope,
  vendorIds: readonly string[],
): Promise<Map<string, Map<string, WordMeaning>>> {
  const rows = await tx.query<(WordMeaning & { vendorId: string; wordKey: string })[]>(
    `SELECT vendor_id AS "vendorId", word_key AS "wordKey", meaning, outcome, denial_reason AS "denialReason"
       FROM vendor_reply_words WHERE district_id = $1 AND vendor_id = ANY ($2::uuid[])`,
    [districtId, [...new Set(vendorIds)]],
  );
  const words = new Map<string, Map<string, WordMeaning>>();
  for (const { vendorId, wordKey, ...meaning } of rows) {
    const own = words.get(vendorId) ?? new Map<string, WordMeaning>();
    own.set(wordKey, meaning);
    words.set(vendorId, own);
  }
  return words;
}

/** A claim as it was, and as replies make it. */
export interface ChangedClaim {
  before: RepliedClaim;
  after: RepliedClaim;
}

/**
 * Writes what replies say beside the state of claims that the caller has locked, and until when the district must act on
 * it.
 */
export async function writeDetails(
  tx: Tx,
  { districtId, timeZone }: Scope,
  changed: readonly ChangedClaim[],
  vendors: VendorsById,
): Promise<void> {
  if (changed.length === 0) return;
  const today = dateIn(timeZone, tx.at);
  const rows = changed.map(({ before, after }) => {
    const terms = vendors.get(after.vendorId)?.terms;
    if (!terms) throw new Error('the vendor of a claim is gone');
    // What an outcome brings is written with the step.
    // The outcome comes with the steps, and the day for a part with it.
    const facts = { ...after, outcome: before.outcome, returnsPart: true };
    const due = dueDates(before, facts, {}, terms, today);
    return { ...after, ...due };
  });
  await tx.query(
    `UPDATE claims t
        SET reference = n.reference, rma = n.rma, expected_on = n."expectedOn",
            cost_quoted_cents = n."costQuotedCents", cost_invoiced_cents = n."costInvoicedCents",
            rma_expires_on = n."rmaExpiresOn", quote_due_on = n."quoteDueOn", version = t.version + 1,
            updated_at = $3
       FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, reference text, rma text, "expectedOn" date,
            "costQuotedCents" integer, "costInvoicedCents" integer, "rmaExpiresOn" date, "quoteDueOn" date)
      WHERE t.district_id = $1 AND t.id = n.id`,
    [districtId, JSON.stringify(rows), tx.at],
  );
}
