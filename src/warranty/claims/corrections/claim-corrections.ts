import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import { Conflict, InvalidInput } from '../../../common/refusal.js';
import { dateIn } from '../../../common/time/clock.js';
import type { Tx } from '../../../database/tx.js';
import { inactiveVendor } from '../../../vendors/vendors.errors.js';
import { Vendors } from '../../../vendors/vendors.service.js';
import { giveBackIncidents, takeFrom, takeIncidents } from '../../pools/pool-incidents.js';
import { chooseCoverage, type KnownCoverage } from '../claim-coverage.js';
import type { Claim, ClaimWarning } from '../claim.entity.js';
import type { ClaimFacts } from '../claim-steps.js';
import { knownCoverages } from '../known-coverages.js';
import type { ClaimCorrectionBody } from './claim-correction.dto.js';

type Corrected = Pick<
  Claim,
  | 'vendorId'
  | 'coverageId'
  | 'poolId'
  | 'category'
  | 'isAccidental'
  | 'warnings'
  | 'warningsAcceptedAt'
  | 'warningsAcceptedBy'
>;

/** Corrects what a draft is about: its vendor, its coverage and its fault. */
@Injectable()
export class ClaimCorrections {
  constructor(private readonly vendors: Vendors) {}

  /**
   * The columns of a draft after a correction. Its coverage is chosen and judged anew, and its incident is given back and
   * taken again. What somebody accepted of the warnings counts on, if the warnings are the same.
   * @param before the claim under its lock
   * @throws InvalidInput for a vendor or a coverage that cannot be chosen; Conflict where a vendor has had the claim
   */
  async correctWithin(
    tx: Tx,
    scope: Scope,
    before: ClaimFacts & { id: string },
    said: ClaimCorrectionBody,
  ): Promise<Partial<Corrected>> {
    if (Object.values(said).every((value) => value === undefined)) return {};
    const { districtId, timeZone } = scope;
    const { id, deviceId } = before;
    const [claim] = await tx.query<Pick<Claim, 'category' | 'isAccidental' | 'openedAt'>[]>(
      `SELECT category, is_accidental AS "isAccidental", opened_at AS "openedAt" FROM claims
        WHERE district_id = $1 AND id = $2`,
      [districtId, id],
    );
    if (!claim) throw new Error('a claim that was locked is gone');
    const fault = {
      category: said.category ?? claim.category,
      isAccidental: said.isAccidental ?? claim.isAccidental,
      on: dateIn(timeZone, claim.openedAt),
    };
    await giveBackIncidents(tx, districtId, [id]);
    const coverages = await knownCoverages(tx, scope, [deviceId], id);
    const asked = said.vendor && (await this.vendors.activeIdOf(tx, districtId, said.vendor));
    const candidates = candidatesOf(coverages, said.coverageId, asked, before.vendorId);
    const chosen = chooseCoverage(candidates, { ...fault, hasOthers: coverages.length > 0 });
    const vendorId = asked ?? (said.coverageId ? chosen.coverage?.vendorId : undefined) ?? before.vendorId;
    if (vendorId !== before.vendorId) {
      const gone = (await this.vendors.inactive(tx, districtId)).get(vendorId);
      if (gone !== undefined) throw inactiveVendor('coverageId', gone);
      if (before.resubmissions > 0) throw new VendorFixed();
    }
    const poolId = takeFrom(chosen.coverage?.pool);
    await takeIncidents(tx, districtId, poolId === null ? [] : [poolId]);
    const isAccepted = isSame(chosen.warnings, before.warnings) && before.warningsAcceptedAt !== null;
    return {
      vendorId,
      coverageId: chosen.coverage?.id ?? null,
      poolId,
      category: fault.category,
      isAccidental: fault.isAccidental,
      warnings: chosen.warnings,
      warningsAcceptedAt: isAccepted ? new Date(before.warningsAcceptedAt as string) : null,
      warningsAcceptedBy: isAccepted ? before.warningsAcceptedBy : null,
    };
  }
}

/** The coverages of which one should pay: the one that was chosen, or those of the vendor. */
function candidatesOf(
  coverages: readonly KnownCoverage[],
  coverageId: string | undefined,
  askedVendor: string | undefined,
  vendorId: string,
): KnownCoverage[] {
  if (coverageId === undefined)
    return coverages.filter((coverage) => coverage.vendorId === (askedVendor ?? vendorId));
  const coverage = coverages.find(({ id }) => id === coverageId);
  if (!coverage)
    throw wrong('UNKNOWN_COVERAGE', 'The device of this claim has no such coverage. Choose another one.');
  if (askedVendor !== undefined && askedVendor !== coverage.vendorId)
    throw wrong(
      'COVERAGE_OF_OTHER_VENDOR',
      'This coverage is from another vendor. Choose a coverage of the vendor, or leave out one of the two.',
    );
  return [coverage];
}

function isSame(one: readonly ClaimWarning[], other: readonly ClaimWarning[]): boolean {
  const codes = (warnings: readonly ClaimWarning[]): string => warnings.map(({ code }) => code).join();
  return codes(one) === codes(other);
}

function wrong(code: string, detail: string): InvalidInput {
  return new InvalidInput(detail, [{ field: 'coverageId', code, detail }]);
}

/** The vendor knows the number of the claim. */
class VendorFixed extends Conflict {
  constructor() {
    super(
      'The vendor has had this claim already, so it cannot go to another vendor. Cancel it, and open a new claim.',
      'CLAIM_VENDOR_FIXED',
    );
  }
}
