import { Injectable } from '@nestjs/common';
import { reaches, type Scope } from '../../access/scope.js';
import { definedFields } from '../../common/defined-fields.js';
import { StaleVersion } from '../../common/http/etag.js';
import { newId } from '../../common/ids.js';
import { dateIn } from '../../common/time/clock.js';
import { Conflict } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import { lockSubjects } from '../../steps/step-writes.js';
import { Vendors } from '../../vendors/vendors.service.js';
import { Claim, type ClaimState } from './claim.entity.js';
import { ClaimOpenings, type NewClaim } from './claim-openings.js';
import { CLAIM_STEPS, ENDED } from './claim-steps.js';
import type { ClaimChangeBody, NewClaimBody } from './claims.dto.js';
import { ClaimNotFound, unknownClaimDevice } from './claims.errors.js';
import { type ClaimDetail, ClaimsQueries } from './claims.queries.js';
import { ClaimCorrections } from './corrections/claim-corrections.js';
import { findTerms } from './deadlines/claim-terms.service.js';
import { dueDates } from './deadlines/due-dates.js';
import { requestColumns, writeParts } from './parts/claim-requests.js';

/** Statuses from which a device goes to repair by itself when a claim is opened. */
export const GOES_TO_REPAIR: readonly string[] = ['in_stock', 'deployed'];

/** Claims, as people open and correct them. */
@Injectable()
export class Claims {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: ClaimsQueries,
    private readonly openings: ClaimOpenings,
    private readonly devices: DeviceChanges,
    private readonly vendors: Vendors,
    private readonly corrections: ClaimCorrections,
  ) {}

  /**
   * Opens a claim as a draft, holds the device, and sends it to repair unless it stays in use.
   * @throws InvalidInput for an unknown device or vendor; Conflict where a claim for this fault is open
   */
  async create(
    scope: Scope,
    { deviceId, vendor, staysInUse, tried, category, isAccidental, observed, ...rest }: NewClaimBody,
  ): Promise<ClaimDetail> {
    const id = newId();
    const { districtId } = scope;
    await this.transactions.run(async (tx) => {
      const device = (await this.devices.lock(tx, districtId, [deviceId])).get(deviceId);
      if (!device || !reaches(scope, device.siteId)) throw unknownClaimDevice();
      const vendorId = vendor === undefined ? null : await this.vendors.idOf(tx, districtId, vendor);
      const { districtReference, ...request } = rest;
      const fault = { category, isAccidental, observed, tried: tried ?? null, districtReference };
      const claim: NewClaim = { ...fault, id, device, vendorId, noticedAt: tx.at };
      const openings = await this.openings.judge(tx, scope, [claim]);
      const refusal = openings[0]?.refusal;
      if (refusal) throw refusal;
      if (!staysInUse && GOES_TO_REPAIR.includes(device.status))
        await this.sendToRepair(tx, scope, id, deviceId);
      await this.openings.write(tx, scope, openings);
      const asked = requestColumns('draft', request);
      if (Object.keys(asked).length > 0) await tx.update(Claim, { districtId, id }, asked);
      await writeParts(tx, districtId, id, request.parts);
    });
    return this.queries.find(scope, id);
  }

  /** Notes what the vendor said, or corrects a draft. @param version null for whatever version there is */
  async change(
    scope: Scope,
    id: string,
    version: number | null,
    { observed, tried, vendor, coverageId, category, isAccidental, ...body }: ClaimChangeBody,
  ): Promise<ClaimDetail> {
    const { districtId } = scope;
    const { requestedService, parts, contact, shipFrom, ...answer } = body;
    const correction = { vendor, coverageId, category, isAccidental };
    const fault = Object.values({ observed, tried, ...correction });
    await this.transactions.run(async (tx) => {
      const before = (await lockSubjects(tx, scope, CLAIM_STEPS, [id])).get(id);
      if (!before) throw new ClaimNotFound();
      if (version !== null && version !== before.version) throw new StaleVersion('The claim', before.version);
      if (!mayBeNoted(before.state, body, fault))
        throw new Conflict('This claim has ended, so it cannot be changed.', 'CLAIM_ENDED');
      if (fault.some((value) => value !== undefined) && before.state !== 'draft')
        throw new Conflict(
          'The fault, the vendor and the coverage of a claim can only be changed while the claim is a draft. Take it back to draft first.',
          'CLAIM_NOT_DRAFT',
        );
      const asked = requestColumns(before.state, { requestedService, parts, contact, shipFrom });
      const { rma, costQuotedCents, costApprovedCents } = { ...before, ...definedFields(answer) };
      const terms = await findTerms(tx, districtId, before.vendorId);
      const { outcome, returnsPart } = before;
      const after = { rma, costQuotedCents, costApprovedCents, outcome, returnsPart };
      const due = dueDates(before, after, answer, terms, dateIn(scope.timeZone, tx.at));
      const corrected = await this.corrections.correctWithin(tx, scope, before, correction);
      const set = { ...definedFields({ observed, tried, ...answer }), ...due, ...asked, ...corrected };
      await tx.update(Claim, { districtId, id }, { ...set, version: before.version + 1, updatedAt: tx.at });
      await writeParts(tx, districtId, id, parts);
    });
    return this.queries.find(scope, id);
  }

  private async sendToRepair(tx: Tx, scope: Scope, claimId: string, deviceId: string): Promise<void> {
    const changeSet = { kind: 'single' as const, subjectId: claimId };
    const input = { status: 'in_repair' as const };
    const [done] = await this.devices.apply(tx, scope, changeSet, [{ deviceId, input }]);
    if (done?.outcome === 'refused') throw new Conflict(done.detail, done.code);
  }
}

/** A defective part may still have to go back after the claim was closed. Nothing else changes of a claim that has ended. */
function mayBeNoted(state: ClaimState, body: ClaimChangeBody, fault: readonly unknown[]): boolean {
  if (!ENDED.includes(state)) return true;
  const { partDueOn: _, partReturnedOn: __, ...rest } = body;
  return state === 'closed' && [...Object.values(rest), ...fault].every((value) => value === undefined);
}
