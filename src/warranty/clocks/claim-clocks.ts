import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';
import type { VendorContact } from '../../vendors/vendor.entity.js';
import type { ClaimTerms } from '../claims/deadlines/due-dates.js';
import type { ClaimState } from '../claims/claim.entity.js';
import { type ClaimClock, dueAt, minutesAt, nextBreach, type Promises } from './claim-clock.js';

/** What the clock reads of a claim under its lock. Instants are texts, as PostgreSQL writes them. */
export interface ClockFacts {
  vendorId: string;
  minutesRun: number;
  clockFrom: string | null;
  acknowledgedAt: string | null;
  acknowledgeMinutes: number | null;
  acknowledgePromise: number | null;
  resolveMinutes: number | null;
  resolvePromise: number | null;
  escalationLevel: number;
  breachMinutes: number;
}

/** Columns of a claim, by their property names. */
export interface ClockColumns {
  minutesRun: number;
  clockFrom: Date | null;
  acknowledgeMinutes: number | null;
  acknowledgePromise: number | null;
  resolveMinutes: number | null;
  resolvePromise: number | null;
  escalationLevel: number;
  breachMinutes: number;
  escalatesAt: Date | null;
  /** By when the vendor must keep its next promise. */
  dueAt: Date | null;
}

/** SQL of the facts, of the table `t`. */
export const CLOCK_FACTS = {
  vendorId: 't.vendor_id',
  minutesRun: 't.minutes_run',
  clockFrom: 't.clock_from::text',
  acknowledgedAt: 't.acknowledged_at::text',
  acknowledgeMinutes: 't.acknowledge_minutes',
  acknowledgePromise: 't.acknowledge_promise',
  resolveMinutes: 't.resolve_minutes',
  resolvePromise: 't.resolve_promise',
  escalationLevel: 't.escalation_level',
  breachMinutes: 't.breach_minutes',
} as const satisfies Record<keyof ClockFacts, string>;

/** The same as the columns of a SELECT. */
export const CLOCK_SELECT = Object.entries(CLOCK_FACTS)
  .map(([name, column]) => `${column} AS "${name}"`)
  .join(', ');

/** The vendor is expected to act. */
const RUNS_IN: readonly ClaimState[] = ['sent', 'acknowledged', 'in_progress'];

const STANDS: ClockColumns = {
  minutesRun: 0,
  clockFrom: null,
  acknowledgeMinutes: null,
  acknowledgePromise: null,
  resolveMinutes: null,
  resolvePromise: null,
  escalationLevel: 0,
  breachMinutes: 0,
  escalatesAt: null,
  dueAt: null,
};

/** A vendor as the clocks of its claims need it. */
export interface ClockedVendor extends Promises {
  id: string;
  /** How much time it gives the district. */
  terms: ClaimTerms;
  contacts: VendorContact[];
}

export type VendorsById = ReadonlyMap<string, ClockedVendor>;

/** The clocks of claims, each in the business hours of its vendor. */
@Injectable()
export class ClaimClocks {
  /**
   * What vendors promise, and whom to write to there. It does not change before the transaction ends. Lock vendors before
   * their claims, as whoever changes a vendor does.
   * @returns by id
   */
  vendors(tx: Tx, { districtId }: Scope, ids: readonly string[]): Promise<VendorsById> {
    return lockVendors(tx, districtId, 'v.id = ANY ($2::uuid[])', ids);
  }

  /** The same of the vendors of some claims. A claim never goes to another vendor. */
  vendorsOf(tx: Tx, { districtId }: Scope, claimIds: readonly string[]): Promise<VendorsById> {
    const those =
      'v.id IN (SELECT k.vendor_id FROM claims k WHERE k.district_id = $1 AND k.id = ANY ($2::uuid[]))';
    return lockVendors(tx, districtId, those, claimIds);
  }

  /** Has the running clocks of a vendor go on by its new hours and promises. */
  async restart(
    tx: Tx,
    { districtId }: Scope,
    vendorId: string,
    before: Promises,
    after: Promises,
  ): Promise<void> {
    const claims = await tx.query<(ClockFacts & { id: string })[]>(
      `SELECT t.id, ${CLOCK_SELECT} FROM claims t
        WHERE t.district_id = $1 AND t.vendor_id = $2 AND t.clock_from IS NOT NULL
        ORDER BY t.id FOR NO KEY UPDATE`,
      [districtId, vendorId],
    );
    const rows = claims.map(({ id, ...one }) => {
      const { minutesRun, clockFrom, escalatesAt, dueAt: due } = clockRestarted(one, before, after, tx.at);
      return { id, minutes_run: minutesRun, clock_from: clockFrom, escalates_at: escalatesAt, due_at: due };
    });
    await tx.query(
      `UPDATE claims t SET minutes_run = n.minutes_run, clock_from = n.clock_from, escalates_at = n.escalates_at,
              due_at = n.due_at, updated_at = $3
         FROM jsonb_populate_recordset(NULL::claims, $2::jsonb) AS n
        WHERE t.district_id = $1 AND t.id = n.id`,
      [districtId, JSON.stringify(rows), tx.at],
    );
  }
}

async function lockVendors(
  tx: Tx,
  districtId: string,
  those: string,
  ids: readonly string[],
): Promise<VendorsById> {
  const rows = await tx.query<ClockedVendor[]>(
    `SELECT v.id, v.time_zone AS "timeZone", v.hours, v.closed_on::text[] AS "closedOn", v.contacts,
            v.acknowledge_within_hours AS "acknowledgeWithinHours", v.resolve_within_hours AS "resolveWithinHours",
            jsonb_build_object('partBackDays', t.part_back_days, 'rmaDays', t.rma_days, 'quoteDays', t.quote_days) AS terms
       FROM vendors v LEFT JOIN vendor_claim_terms t ON t.district_id = $1 AND t.vendor_id = v.id
      WHERE v.district_id = $1 AND ${those} ORDER BY v.id FOR SHARE OF v`,
    [districtId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The clock of a claim after a step.
 * @param isAcknowledged whether the vendor has acknowledged the claim by then
 */
export function clockAfter(
  facts: ClockFacts,
  to: ClaimState,
  isAcknowledged: boolean,
  promises: Promises,
  at: Date,
): ClockColumns {
  // A claim that is sent again begins anew.
  if (to === 'ready' || to === 'draft') return STANDS;
  if (to === 'sent')
    return running({ ...STANDS, clockFrom: at, escalationLevel: 1 }, isAcknowledged, promises);
  const minutesRun = minutesAt(clockOf(facts), promises, at);
  const columns: ClockColumns = {
    minutesRun,
    clockFrom: RUNS_IN.includes(to) ? at : null,
    ...answerOf(facts, isAcknowledged, promises, minutesRun),
    ...endOf(facts, to, promises, minutesRun),
    escalationLevel: facts.escalationLevel,
    breachMinutes: facts.breachMinutes,
    escalatesAt: null,
    dueAt: null,
  };
  return running(columns, isAcknowledged, promises);
}

/** How long the first answer took, and what was promised at that moment: a later promise does not judge it. */
function answerOf(
  { acknowledgeMinutes, acknowledgePromise }: ClockFacts,
  isAcknowledged: boolean,
  { acknowledgeWithinHours }: Promises,
  minutesRun: number,
): Pick<ClockColumns, 'acknowledgeMinutes' | 'acknowledgePromise'> {
  if (acknowledgeMinutes !== null || !isAcknowledged) return { acknowledgeMinutes, acknowledgePromise };
  return { acknowledgeMinutes: minutesRun, acknowledgePromise: minutesOf(acknowledgeWithinHours) };
}

/** The same of the end. */
function endOf(
  { resolveMinutes, resolvePromise }: ClockFacts,
  to: ClaimState,
  { resolveWithinHours }: Promises,
  minutesRun: number,
): Pick<ClockColumns, 'resolveMinutes' | 'resolvePromise'> {
  if (to === 'closed') return { resolveMinutes, resolvePromise };
  if (to !== 'resolved' && to !== 'denied') return { resolveMinutes: null, resolvePromise: null };
  return { resolveMinutes: minutesRun, resolvePromise: minutesOf(resolveWithinHours) };
}

function minutesOf(hours: number | null): number | null {
  return hours === null ? null : hours * 60;
}

/** The clock after the hours or promises of the vendor changed: what has run stays as it was counted. */
function clockRestarted(facts: ClockFacts, before: Promises, after: Promises, at: Date): ClockColumns {
  const minutesRun = minutesAt(clockOf(facts), before, at);
  const { escalationLevel, breachMinutes, acknowledgedAt } = facts;
  const { acknowledgeMinutes, acknowledgePromise, resolveMinutes, resolvePromise } = facts;
  return running(
    {
      minutesRun,
      clockFrom: at,
      acknowledgeMinutes,
      acknowledgePromise,
      resolveMinutes,
      resolvePromise,
      escalationLevel,
      breachMinutes,
      escalatesAt: null,
      dueAt: null,
    },
    acknowledgedAt !== null,
    after,
  );
}

/** A clock that goes on as if an answer had never come. Levels that were reached meanwhile stay. */
export function clockResumed(
  { escalationLevel, breachMinutes }: ClockFacts,
  before: Pick<ClockFacts, 'minutesRun' | 'clockFrom' | 'acknowledgedAt'>,
  promises: Promises,
): Pick<ClockColumns, 'escalatesAt' | 'dueAt'> {
  const { minutesRun, clockFrom, acknowledgedAt } = before;
  const clock: ClaimClock = {
    minutesRun,
    clockFrom: clockFrom === null ? null : new Date(clockFrom),
    isAcknowledged: acknowledgedAt !== null,
    level: escalationLevel,
    breachMinutes,
  };
  return { escalatesAt: nextBreach(clock, promises)?.at ?? null, dueAt: dueAt(clock, promises) };
}

/** With the next promise and the next breach. */
function running(columns: ClockColumns, isAcknowledged: boolean, promises: Promises): ClockColumns {
  const { minutesRun, clockFrom, escalationLevel: level, breachMinutes } = columns;
  const clock = { minutesRun, clockFrom, isAcknowledged, level, breachMinutes };
  return {
    ...columns,
    escalatesAt: nextBreach(clock, promises)?.at ?? null,
    dueAt: dueAt(clock, promises),
  };
}

export function clockOf(facts: ClockFacts): ClaimClock {
  return {
    minutesRun: facts.minutesRun,
    clockFrom: facts.clockFrom === null ? null : new Date(facts.clockFrom),
    isAcknowledged: facts.acknowledgedAt !== null,
    level: facts.escalationLevel,
    breachMinutes: facts.breachMinutes,
  };
}
