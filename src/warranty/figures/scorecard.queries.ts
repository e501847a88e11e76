import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { type BusinessHours, openMinutesAWeek } from '../../calendar/business-hours.js';
import { Clock, dateIn, startOfDate } from '../../common/time/clock.js';
import { daysOf, quarterOf, quartersBefore } from './quarters.js';

/**
 * How a vendor did in a quarter. Each time that a claim was sent counts in the quarter in which it was sent: a claim
 * that was denied and sent again counts twice.
 */
export interface ScorecardRow {
  /** Key of the vendor. */
  vendor: string;
  vendorName: string;
  /** A quarter of the calendar year, such as `2026-Q3`. */
  quarter: string;
  /** Claims that were sent, also if the district cancelled them later. */
  claims: number;
  /** Claims of these that were first answered within the business hours that the vendor promised. */
  acknowledgedOnTime: number;
  /** Claims that were answered later, or that Rollcall raised because no answer came in time. */
  acknowledgedLate: number;
  /** Claims that the vendor resolved or denied within the business hours that it promised. */
  resolvedOnTime: number;
  /** Claims that it resolved or denied later, or that Rollcall raised because this did not happen in time. */
  resolvedLate: number;
  /**
   * Median of the vendor's business days until the claim was resolved or denied, without the time in which the district
   * was waited for. With 1 decimal. Null if no claim was.
   */
  medianBusinessDays: number | null;
  /** Nine of ten claims took no longer. With 1 decimal. */
  p90BusinessDays: number | null;
  /** Claims that the vendor denied. */
  denied: number;
  /**
   * Repairs that did not last: within 90 days, the claim was reopened, or the same device had another claim for the same
   * kind of fault. Credits are no repairs.
   */
  repeatFailures: number;
  /** How often a claim went a level higher, because the vendor was late or because a person raised it. */
  levelsRaised: number;
}

export interface Scorecard {
  /** First and last quarter. */
  from: string;
  to: string;
  /** Sorted by vendor, the latest quarter first. */
  items: ScorecardRow[];
}

/** Without a quarter, so many are shown. */
const QUARTERS = 8;
const REPEAT_DAYS = 90;

/**
 * SQL of each time that a claim was sent, from `$2` and before `$3`, of any vendor and site. What
 * was sent again is kept in the history with what the clock had counted.
 */
const SENDINGS = `
  SELECT k.id, k.vendor_id, k.device_id, k.category, k.sequence, k.resubmissions AS round, k.sent_at,
         k.acknowledge_minutes, k.acknowledge_promise, k.resolve_minutes, k.resolve_promise,
         k.denial_reason IS NOT NULL AS is_denied, k.resolved_at, k.outcome
    FROM claims k
   WHERE k.district_id = $1 AND k.sent_at >= $2 AND k.sent_at < $3
  UNION ALL
  SELECT r.id, r.vendor_id, r.device_id, r.category, r.sequence, r.round, r.sent_at, r.acknowledge_minutes,
         r.acknowledge_promise, r.resolve_minutes, r.resolve_promise, true, NULL, NULL
    FROM (SELECT k.id, k.vendor_id, k.device_id, k.category, k.sequence,
                 row_number() OVER (PARTITION BY k.id ORDER BY h.version)::int - 1 AS round,
                 (h.details ->> 'sentAt')::timestamptz AS sent_at,
                 (h.details ->> 'acknowledgeMinutes')::float8 AS acknowledge_minutes,
                 (h.details ->> 'acknowledgePromise')::float8 AS acknowledge_promise,
                 (h.details ->> 'resolveMinutes')::float8 AS resolve_minutes,
                 (h.details ->> 'resolvePromise')::float8 AS resolve_promise
            FROM claims k
            JOIN steps_taken h ON h.district_id = $1 AND h.subject_kind = 'claim' AND h.subject_id = k.id
                 AND h.step = 'resubmit'
           WHERE k.district_id = $1 AND k.resubmissions > 0) r
   WHERE r.sent_at >= $2 AND r.sent_at < $3`;

/** SQL that is true for a sending `x` whose repair did not last. A reopened claim is not resolved, or resolved again. */
const DID_NOT_LAST = `
  (x.resolved_at IS NOT NULL AND x.outcome <> 'credited' AND EXISTS (
     SELECT FROM claims o
      WHERE o.district_id = $1 AND o.device_id = x.device_id AND o.category = x.category AND o.sequence > x.sequence
        AND o.state <> 'cancelled' AND o.opened_at >= x.resolved_at
        AND o.opened_at < x.resolved_at + interval '${REPEAT_DAYS} days'))
  OR (NOT x.is_denied AND EXISTS (
     SELECT FROM steps_taken a
       JOIN LATERAL (SELECT max(b.taken_at) AS at FROM steps_taken b
                      WHERE b.district_id = $1 AND b.subject_kind = 'claim' AND b.subject_id = x.id
                        AND b.step = 'resolve' AND b.version < a.version) resolved ON true
      WHERE a.district_id = $1 AND a.subject_kind = 'claim' AND a.subject_id = x.id AND a.step = 'reopen'
        AND a.taken_at >= x.sent_at AND a.taken_at < resolved.at + interval '${REPEAT_DAYS} days'))`;

/** SQL that is true for a promise that was not kept: by the minutes, or because Rollcall raised the claim for it. */
const isLate = (promise: 'acknowledge' | 'resolve'): string =>
  `(x.${promise}_minutes > x.${promise}_promise OR e.${promise}_late)`;

interface CountedRow extends Omit<ScorecardRow, 'medianBusinessDays' | 'p90BusinessDays'>, BusinessHours {
  medianMinutes: number | null;
  p90Minutes: number | null;
}

/** How vendors keep what they promise. */
@Injectable()
export class ScorecardQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param asked by default, all vendors and the last eight quarters */
  async find(scope: Scope, asked: { vendor?: string; quarter?: string }): Promise<Scorecard> {
    const now = quarterOf(dateIn(scope.timeZone, this.clock.now()));
    const [from, to] = asked.quarter
      ? [asked.quarter, asked.quarter]
      : [quartersBefore(now, QUARTERS - 1), now];
    const rows = await this.source.query<CountedRow[]>(
      `SELECT v.key AS vendor, v.name AS "vendorName", v.time_zone AS "timeZone", v.hours,
              v.closed_on::text[] AS "closedOn", s.*
         FROM (SELECT x.vendor_id,
                      to_char(x.sent_at AT TIME ZONE $6::text, 'YYYY"-Q"Q') AS quarter,
                      count(*)::int AS claims,
                      count(*) FILTER (WHERE x.acknowledge_minutes <= x.acknowledge_promise
                                         AND NOT ${isLate('acknowledge')})::int AS "acknowledgedOnTime",
                      count(*) FILTER (WHERE ${isLate('acknowledge')})::int AS "acknowledgedLate",
                      count(*) FILTER (WHERE x.resolve_minutes <= x.resolve_promise
                                         AND NOT ${isLate('resolve')})::int AS "resolvedOnTime",
                      count(*) FILTER (WHERE ${isLate('resolve')})::int AS "resolvedLate",
                      percentile_cont(0.5) WITHIN GROUP (ORDER BY x.resolve_minutes) AS "medianMinutes",
                      percentile_cont(0.9) WITHIN GROUP (ORDER BY x.resolve_minutes) AS "p90Minutes",
                      count(*) FILTER (WHERE x.is_denied)::int AS denied,
                      count(*) FILTER (WHERE ${DID_NOT_LAST})::int AS "repeatFailures",
                      coalesce(sum(e.raised), 0)::int AS "levelsRaised"
                 FROM (${SENDINGS}) x
                CROSS JOIN LATERAL (
                  SELECT count(*) FILTER (WHERE y.level > 1) AS raised,
                         coalesce(bool_or(y.clock = 'acknowledge'), false) AS acknowledge_late,
                         coalesce(bool_or(y.clock = 'resolve'), false) AS resolve_late
                    FROM claim_escalations y
                   WHERE y.district_id = $1 AND y.claim_id = x.id AND y.round = x.round) e
                WHERE ($4::uuid[] IS NULL OR EXISTS (
                        SELECT FROM devices d
                         WHERE d.district_id = $1 AND d.id = x.device_id AND d.site_id = ANY ($4)))
                GROUP BY 1, 2) s
         JOIN vendors v ON v.district_id = $1 AND v.id = s.vendor_id AND ($5::text IS NULL OR v.key = $5)
        ORDER BY lower(v.name), v.id, s.quarter DESC`,
      [
        scope.districtId,
        startOfDate(scope.timeZone, daysOf(from).from),
        startOfDate(scope.timeZone, daysOf(to).after),
        siteFilter(scope),
        asked.vendor ?? null,
        scope.timeZone,
      ],
    );
    return { from, to, items: rows.map(rowOf) };
  }
}

function rowOf(row: CountedRow): ScorecardRow {
  const { medianMinutes, p90Minutes, timeZone, hours, closedOn, ...counts } = row;
  const days = new Set(hours.map(({ weekday }) => weekday)).size;
  // A vendor without hours has no business days.
  const minutesADay = days === 0 ? null : openMinutesAWeek({ timeZone, hours, closedOn }) / days;
  const inDays = (minutes: number | null): number | null =>
    minutes === null || minutesADay === null ? null : minutes / minutesADay;
  return {
    vendor: counts.vendor,
    vendorName: counts.vendorName,
    quarter: counts.quarter,
    claims: counts.claims,
    acknowledgedOnTime: counts.acknowledgedOnTime,
    acknowledgedLate: counts.acknowledgedLate,
    resolvedOnTime: counts.resolvedOnTime,
    resolvedLate: counts.resolvedLate,
    medianBusinessDays: inDays(medianMinutes),
    p90BusinessDays: inDays(p90Minutes),
    denied: counts.denied,
    repeatFailures: counts.repeatFailures,
    levelsRaised: counts.levelsRaised,
  };
}
