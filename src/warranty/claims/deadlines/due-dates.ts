import type { ClaimOutcome } from '../claim.entity.js';

/** What a vendor gives the district, in calendar days. */
export interface ClaimTerms {
  partBackDays: number | null;
  rmaDays: number | null;
  quoteDays: number | null;
}

export interface DueDates {
  /** The last day on which the RMA can be used. */
  rmaExpiresOn: string | null;
  /** The last day on which the quote can be approved. */
  quoteDueOn: string | null;
  /** The last day on which the defective part can be back. */
  partDueOn: string | null;
}

/** What of a claim decides its due dates. */
export interface DueFacts extends DueDates {
  rma: string | null;
  costQuotedCents: number | null;
  costApprovedCents: number | null;
  outcome: ClaimOutcome | null;
}

/** The same after a change. */
type FactsAfter = Omit<DueFacts, keyof DueDates> & {
  /** Whether a defective part must go back once the vendor has shipped the new one. */
  returnsPart: boolean;
};

/** SQL of that fact of a claim `t`. A claim that names no parts is for one that must go back. */
export const RETURNS_PART = `(
  SELECT coalesce(bool_or(p.must_return), true) FROM claim_parts p
   WHERE p.district_id = $1 AND p.claim_id = t.id)`;

const DAY_MS = 86_400_000;

/**
 * The due dates after a change. What somebody said counts. Otherwise, what the vendor gives is counted from today: from
 * the day on which the RMA or the quote came in, or the part was shipped.
 * @param after the facts as they will be, with the due dates of before
 * @param said due dates that the change itself names
 * @param today calendar date of the district
 */
export function dueDates(
  before: DueFacts,
  after: FactsAfter,
  said: Partial<DueDates>,
  terms: ClaimTerms,
  today: string,
): DueDates {
  const isShipped = after.outcome === 'part_shipped' && before.outcome !== 'part_shipped';
  const isQuoted = after.costQuotedCents !== null && after.costApprovedCents === null;
  return {
    rmaExpiresOn:
      said.rmaExpiresOn !== undefined
        ? said.rmaExpiresOn
        : dueOn(after.rma !== null, after.rma !== before.rma, before.rmaExpiresOn, terms.rmaDays, today),
    quoteDueOn:
      said.quoteDueOn !== undefined
        ? said.quoteDueOn
        : dueOn(
            isQuoted,
            after.costQuotedCents !== before.costQuotedCents,
            before.quoteDueOn,
            terms.quoteDays,
            today,
          ),
    partDueOn:
      said.partDueOn !== undefined
        ? said.partDueOn
        : dueOn(true, isShipped && after.returnsPart, before.partDueOn, terms.partBackDays, today),
  };
}

function dueOn(
  applies: boolean,
  isNew: boolean,
  before: string | null,
  days: number | null,
  today: string,
): string | null {
  if (!applies) return null;
  if (!isNew) return before;
  return days === null ? null : new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);
}

/** SQL of the due dates of a claim `k` that are still open, by their kind. Their index is `claims_by_due`. */
export const OPEN_DUE = {
  part: `CASE WHEN k.part_returned_on IS NULL AND k.state <> 'cancelled' THEN k.part_due_on END`,
  rma: `CASE WHEN k.shipped_at IS NULL AND k.state NOT IN ('resolved', 'denied', 'closed', 'cancelled')
             THEN k.rma_expires_on END`,
  quote: `CASE WHEN k.cost_approved_cents IS NULL AND k.state NOT IN ('resolved', 'denied', 'closed', 'cancelled')
             THEN k.quote_due_on END`,
} as const;

/** SQL of the next of them. */
export const NEXT_DUE = `least(${Object.values(OPEN_DUE).join(', ')})`;
