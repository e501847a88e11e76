import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, systemScope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import { Conflict } from '../../common/refusal.js';
import { eachDistrict } from '../../database/each-district.js';
import { Clock } from '../../common/time/clock.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { lockSubjects } from '../../steps/step-writes.js';
import { Outbox } from '../../outbox/outbox.service.js';
import { CLAIM_STEPS } from '../claims/claim-steps.js';
import { ClaimNotFound } from '../claims/claims.errors.js';
import { HIGHEST_LEVEL, nextBreach, type ClockName } from './claim-clock.js';
import { CLOCK_SELECT, ClaimClocks, clockOf, type ClockFacts, type VendorsById } from './claim-clocks.js';
import { CLAIM_NOTICE, MOST_LISTED } from './claim-notices.js';

/** One claim that comes to a level. */
export interface Raised {
  claimId: string;
  vendorId: string;
  /** How often the claim had been sent again before. */
  round: number;
  level: number;
  clock: ClockName | null;
  reason: string | null;
}

interface LateClaim extends ClockFacts {
  id: string;
  resubmissions: number;
}

/** Raises claims to higher levels, each level once, and has the vendor's contacts of that level written to. */
@Injectable()
export class ClaimEscalations {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly clocks: ClaimClocks,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Records that claims came to a level, and writes one letter for each vendor and level. */
  async raiseWithin(tx: Tx, scope: Scope, raised: readonly Raised[], vendors: VendorsById): Promise<void> {
    if (raised.length === 0) return;
    const { districtId, accountId } = scope;
    const notices = new Map<string, { id: string; vendorId: string; level: number }>();
    const rows = raised.map(({ claimId, vendorId, round, level, clock, reason }) => {
      const key = `${vendorId} ${level}`;
      const notice = notices.get(key) ?? { id: newId(), vendorId, level };
      notices.set(key, notice);
      return { claim_id: claimId, round, level, clock, reason, notice_id: notice.id };
    });
    await tx.query(
      `INSERT INTO claim_escalations (district_id, claim_id, round, level, clock, reason, raised_by, raised_at, notice_id)
       SELECT $1::uuid, n.claim_id, n.round, n.level, n.clock, n.reason, $2::uuid, $3::timestamptz, n.notice_id
         FROM jsonb_populate_recordset(NULL::claim_escalations, $4::jsonb) AS n`,
      [districtId, accountId, tx.at, JSON.stringify(rows)],
    );
    for (const { id, vendorId, level } of notices.values()) {
      const addresses = vendors.get(vendorId)?.contacts.filter((contact) => contact.level === level) ?? [];
      const of = { channel: 'email', subjectKind: CLAIM_NOTICE, subjectId: id };
      const unique = [...new Set(addresses.map(({ email }) => email))];
      if (unique.length > 0) await this.outbox.addWithin(tx, districtId, of, unique);
    }
  }

  /**
   * Raises a claim by hand.
   * @throws Conflict where no vendor has the claim, or it is at the highest level
   */
  async raise(scope: Scope, id: string, reason: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const vendors = await this.clocks.vendorsOf(tx, scope, [id]);
      const claim = (await lockSubjects(tx, scope, CLAIM_STEPS, [id])).get(id);
      if (!claim) throw new ClaimNotFound();
      if (claim.clockFrom === null)
        throw new Conflict('The vendor is not expected to act on this claim now.', 'CLAIM_NOT_WITH_VENDOR');
      if (claim.escalationLevel >= HIGHEST_LEVEL)
        throw new Conflict('The claim is at the highest level already.', 'CLAIM_AT_HIGHEST_LEVEL');
      await this.raiseClaims(tx, scope, [claim], vendors, reason);
    });
  }

  /** Periodic: raises every claim whose time has run out. Any number of processes may do so at once. */
  async raiseLate(isStopping: () => boolean = () => false): Promise<void> {
    await eachDistrict(this.source.manager, (districtId) => this.raiseOf(districtId, isStopping));
  }

  private async raiseOf(districtId: string, isStopping: () => boolean): Promise<void> {
    const vendors = await this.source.query<{ id: string; timeZone: string }[]>(
      `SELECT DISTINCT k.vendor_id AS id, d.time_zone AS "timeZone" FROM claims k JOIN districts d ON d.id = $1
        WHERE k.district_id = $1 AND k.escalates_at <= $2`,
      [districtId, this.clock.now()],
    );
    const failures: unknown[] = [];
    for (const { id, timeZone } of vendors) {
      if (isStopping()) return;
      const scope = systemScope({ id: districtId, timeZone });
      // A vendor whose claims cannot be raised must not hold up the others.
      await this.raiseOfVendor(scope, id).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Claims of some vendors were not raised.');
  }

  private async raiseOfVendor(scope: Scope, vendorId: string): Promise<void> {
    let raised = MOST_LISTED;
    while (raised === MOST_LISTED)
      raised = await this.transactions.run(async (tx) => {
        if (!(await takesTurn(tx, vendorId))) return 0;
        const vendors = await this.clocks.vendors(tx, scope, [vendorId]);
        // Whoever has a claim under lock may end it: the next round looks again.
        const late = await tx.query<LateClaim[]>(
          `SELECT t.id, t.resubmissions, ${CLOCK_SELECT} FROM claims t
            WHERE t.district_id = $1 AND t.vendor_id = $2 AND t.escalates_at <= $3
            ORDER BY t.id LIMIT ${MOST_LISTED} FOR NO KEY UPDATE SKIP LOCKED`,
          [scope.districtId, vendorId, tx.at],
        );
        await this.raiseClaims(tx, scope, late, vendors);
        return late.length;
      });
  }

  /** @param reason of a person; without it, the claims are late */
  private async raiseClaims(
    tx: Tx,
    scope: Scope,
    claims: readonly LateClaim[],
    vendors: VendorsById,
    reason?: string,
  ): Promise<void> {
    if (claims.length === 0) return;
    const raised: Raised[] = [];
    const rows = claims.map((claim) => {
      const promised = vendors.get(claim.vendorId);
      if (!promised) throw new Error('the vendor of a claim is gone');
      const clock = clockOf(claim);
      const breach = reason === undefined ? nextBreach(clock, promised) : null;
      // Its vendor may have more time by now.
      const isRaised = reason !== undefined || (breach !== null && breach.at <= tx.at);
      const breachMinutes = isRaised ? (breach?.minutes ?? clock.breachMinutes) : clock.breachMinutes;
      const after = { ...clock, level: clock.level + (isRaised ? 1 : 0), breachMinutes };
      if (isRaised)
        raised.push({
          claimId: claim.id,
          vendorId: claim.vendorId,
          round: claim.resubmissions,
          level: after.level,
          clock: breach?.clock ?? null,
          reason: reason ?? null,
        });
      return {
        id: claim.id,
        escalation_level: after.level,
        breach_minutes: after.breachMinutes,
        escalates_at: nextBreach(after, promised)?.at ?? null,
      };
    });
    await tx.query(
      `UPDATE claims t SET escalation_level = n.escalation_level, breach_minutes = n.breach_minutes,
              escalates_at = n.escalates_at, updated_at = $3
         FROM jsonb_populate_recordset(NULL::claims, $2::jsonb) AS n
        WHERE t.district_id = $1 AND t.id = n.id`,
      [scope.districtId, JSON.stringify(rows), tx.at],
    );
    await this.raiseWithin(tx, scope, raised, vendors);
  }
}

/**
 * Whether this process looks at the late claims of a vendor now. Another one that looks at the same moment leaves all of
 * them to it: two that share them would write two letters.
 */
async function takesTurn(tx: Tx, vendorId: string): Promise<boolean> {
  const [turn] = await tx.query<{ isOurs: boolean }[]>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS "isOurs"`,
    [`late claims ${vendorId}`],
  );
  return turn?.isOurs === true;
}
