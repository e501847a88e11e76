import { LAST_ON } from '../coverages/coverage-state.js';

/** SQL of the day on which the fault of a claim `k` was noticed. @param zone SQL of the district's time zone */
export function noticedOn(zone: string): string {
  return `(k.opened_at AT TIME ZONE ${zone}::text)::date`;
}

/**
 * SQL that is true if a coverage `c` would have paid for the fault of a claim `k`. These are the rules of
 * `chooseCoverage`: a coverage pays if that function has no warning about it. A test compares both.
 * @param zone SQL of the district's time zone
 */
export function coveragePays(zone: string): string {
  const on = noticedOn(zone);
  return `(c.withdrawn_at IS NULL AND ${on} BETWEEN c.starts_on + c.waiting_days AND ${LAST_ON}
    AND CASE WHEN k.is_accidental THEN c.kind IN ('accidental_damage', 'insurance', 'other')
             ELSE c.kind <> 'battery' OR k.category = 'battery' END
    AND NOT k.category = ANY (c.excludes)
    AND (num_nonnulls(c.incidents_in_total, c.incidents_a_year) = 0 OR (
      SELECT (c.incidents_in_total IS NULL OR count(*) < c.incidents_in_total)
             AND (c.incidents_a_year IS NULL OR c.incidents_a_year > count(*) FILTER (
               WHERE (i.opened_at AT TIME ZONE ${zone}::text)::date >= c.starts_on
                 AND extract(year FROM age((i.opened_at AT TIME ZONE ${zone}::text)::date, c.starts_on))
                   = extract(year FROM age(${on}, c.starts_on))))
        FROM coverages o
        JOIN claims i ON i.district_id = $1 AND i.coverage_id = o.id AND i.sequence < k.sequence
             AND i.state <> 'cancelled' AND i.denial_reason IS NULL
       WHERE o.district_id = $1 AND o.device_id = c.device_id AND o.vendor_id = c.vendor_id AND o.kind = c.kind
         AND o.contract_number = c.contract_number AND o.starts_on = c.starts_on))
    AND NOT ${POOL_USED_UP})`;
}

/**
 * SQL that is true if the pool of a coverage `c` had no incident left when a claim `k` was opened. What the pool has had
 * in all counts, and the incidents of the claims before. A claim that gave its incident back is none of them.
 */
const POOL_USED_UP = `EXISTS (
      SELECT FROM incident_pools o
       WHERE o.district_id = $1 AND o.vendor_id = c.vendor_id AND o.kind = c.kind
         AND o.contract_number = c.contract_number AND o.id IS DISTINCT FROM k.pool_id
         AND o.incidents - o.used_before <= (
           SELECT count(*) FROM claims i
            WHERE i.district_id = $1 AND i.pool_id = o.id AND i.sequence < k.sequence))`;

/**
 * SQL of the cents that a coverage `c` would have paid of the invoice of a claim `k`: what is above the deductible, up
 * to the repair cap.
 */
export const WOULD_HAVE_PAID = `greatest(0, least(
  k.cost_invoiced_cents - coalesce(c.deductible_cents, 0), c.repair_cap_cents))`;

/** SQL of the coverages `c` that would have paid something of the invoice of a claim `k`. */
function wouldHavePaid(zone: string): string {
  return `FROM coverages c
     WHERE c.district_id = $1 AND c.device_id = k.device_id AND ${coveragePays(zone)} AND ${WOULD_HAVE_PAID} > 0`;
}

/** SQL that is true for a claim `k` with an invoice of which a coverage would have paid something. */
export function isPaidAlthoughCovered(zone: string): string {
  return `EXISTS (SELECT ${wouldHavePaid(zone)})`;
}

/**
 * SQL that joins to a claim `k` with an invoice the coverage `p` that would have paid most of it. Claims for which none
 * would have paid anything are left out.
 */
export function paidAlthoughCovered(zone: string): string {
  return `JOIN LATERAL (
    SELECT c.id, c.vendor_id, c.kind, c.contract_number, ${WOULD_HAVE_PAID} AS cents
      ${wouldHavePaid(zone)}
     ORDER BY cents DESC, c.id LIMIT 1) p ON true`;
}
