import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { groupBy } from '../../common/group-by.js';
import { Refusal } from '../../common/refusal.js';
import { dateIn } from '../../common/time/clock.js';
import type { Tx } from '../../database/tx.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import type { DeviceRecord } from '../../devices/device-record.js';
import type { DeviceStatus } from '../../devices/statuses.js';
import type { NewHold } from '../../devices/recording/device-holds.js';
import { Steps } from '../../steps/steps.service.js';
import { takeFrom, takeIncidents } from '../pools/pool-incidents.js';
import { inactiveVendor } from '../../vendors/vendors.errors.js';
import { Vendors } from '../../vendors/vendors.service.js';
import type { FaultCategory } from './claim.entity.js';
import { chooseCoverage, type ChosenCoverage } from './claim-coverage.js';
import { CLAIM_STEPS } from './claim-steps.js';
import { knownCoverages } from './known-coverages.js';
import { ClaimDeviceGone, ClaimOpen, vendorMissing } from './claims.errors.js';

/** A claim that somebody wants to open. Its device is locked. */
export interface NewClaim {
  id: string;
  device: Pick<DeviceRecord, 'id' | 'siteId' | 'status'>;
  /** Null for the vendor of the coverage that should pay. */
  vendorId: string | null;
  category: FaultCategory;
  isAccidental: boolean;
  observed: string;
  tried: string | null;
  /** The district's own number. */
  districtReference?: string | null;
  /** Instant at which the fault was noticed: now, or that of a scan that was sent later. */
  noticedAt: Date;
}

/** What would become of it. */
export type Opening =
  | { claim: NewClaim; vendorId: string; chosen: ChosenCoverage; poolId: string | null; refusal?: never }
  | { refusal: Refusal };

/** Statuses of devices that no vendor repairs any more. */
const GONE: readonly DeviceStatus[] = ['retired', 'disposed', 'void'];

/** An open claim needs its device as it is: it goes to the vendor, or comes back from there. */
export const CLAIM_HOLD: NewHold = {
  kind: 'claim',
  forbids: ['retire', 'dispose', 'void'],
  reason: 'A warranty claim is open for this device. Close or cancel the claim first.',
  owner: 'warranty',
};

/** Opens claims, many in as many statements as one. */
@Injectable()
export class ClaimOpenings {
  constructor(
    private readonly devices: DeviceChanges,
    private readonly steps: Steps,
    private readonly vendors: Vendors,
  ) {}

  /**
   * Says for each claim whether it can be opened, which coverage should pay and what speaks against it.
   * @param claims in the order of the answer; a second one for the same fault of a device is refused
   */
  async judge(tx: Tx, scope: Scope, claims: readonly NewClaim[]): Promise<Opening[]> {
    const deviceIds = [...new Set(claims.map(({ device }) => device.id))];
    const coverages = groupBy(await knownCoverages(tx, scope, deviceIds), ({ deviceId }) => deviceId);
    const open = await openClaims(tx, scope, deviceIds);
    const inactive = await this.vendors.inactive(tx, scope.districtId);
    return claims.map((claim): Opening => {
      if (GONE.includes(claim.device.status)) return { refusal: new ClaimDeviceGone(claim.device.status) };
      const key = `${claim.device.id} ${claim.category}`;
      const other = open.get(key);
      if (other !== undefined) return { refusal: new ClaimOpen(other || undefined) };
      const { category, isAccidental } = claim;
      const all = coverages.get(claim.device.id) ?? [];
      const ofVendor = all.filter(({ vendorId }) => claim.vendorId === null || vendorId === claim.vendorId);
      const on = dateIn(scope.timeZone, claim.noticedAt);
      const chosen = chooseCoverage(ofVendor, { category, isAccidental, on, hasOthers: all.length > 0 });
      const vendorId = claim.vendorId ?? chosen.coverage?.vendorId;
      if (vendorId === undefined) return { refusal: vendorMissing() };
      const gone = inactive.get(vendorId);
      if (gone !== undefined) return { refusal: inactiveVendor('vendor', gone) };
      open.set(key, '');
      return { claim, vendorId, chosen, poolId: takeFrom(chosen.coverage?.pool) };
    });
  }

  /** Writes what can be opened: claims with their numbers, histories and holds. */
  async write(tx: Tx, scope: Scope, openings: readonly Opening[]): Promise<void> {
    const good = openings.flatMap((opening) => (opening.refusal ? [] : [opening]));
    if (good.length === 0) return;
    const { districtId, accountId } = scope;
    const last = await takeNumbers(tx, districtId, good.length);
    const year = dateIn(scope.timeZone, tx.at).slice(0, 4);
    const rows = good.map(({ claim: { device, ...claim }, vendorId, chosen, poolId }, i) => {
      const sequence = last - good.length + i + 1;
      return {
        id: claim.id,
        sequence,
        number: `C-${year}-${String(sequence).padStart(6, '0')}`,
        device_id: device.id,
        site_id: device.siteId,
        vendor_id: vendorId,
        coverage_id: chosen.coverage?.id ?? null,
        pool_id: poolId,
        category: claim.category,
        is_accidental: claim.isAccidental,
        observed: claim.observed,
        tried: claim.tried,
        district_reference: claim.districtReference ?? null,
        warnings: chosen.warnings,
      };
    });
    await tx.query(
      `INSERT INTO claims (district_id, id, sequence, number, device_id, site_id, vendor_id, coverage_id, pool_id, category,
              is_accidental, observed, tried, district_reference, warnings, opened_by, opened_at, updated_at)
       SELECT $1::uuid, n.id, n.sequence, n.number, n.device_id, n.site_id, n.vendor_id, n.coverage_id, n.pool_id, n.category,
              n.is_accidental, n.observed, n.tried, n.district_reference, n.warnings, $2::uuid, $3::timestamptz, $3::timestamptz
         FROM jsonb_populate_recordset(NULL::claims, $4::jsonb) AS n`,
      [districtId, accountId, tx.at, JSON.stringify(rows)],
    );
    await takeIncidents(
      tx,
      districtId,
      good.flatMap(({ poolId }) => poolId ?? []),
    );
    await this.steps.beginWithin(
      tx,
      scope,
      CLAIM_STEPS,
      rows.map(({ id }) => ({ id })),
    );
    const held = good.map(({ claim }) => ({ deviceId: claim.device.id, subjectId: claim.id }));
    await this.devices.hold(tx, scope, held, CLAIM_HOLD);
  }
}

/** Numbers of open claims, by device and category. */
async function openClaims(
  tx: Tx,
  { districtId }: Scope,
  deviceIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ deviceId: string; category: string; number: string }[]>(
    `SELECT device_id AS "deviceId", category, number FROM claims
      WHERE district_id = $1 AND device_id = ANY ($2::uuid[]) AND state NOT IN ('closed', 'cancelled')`,
    [districtId, deviceIds],
  );
  return new Map(rows.map(({ deviceId, category, number }) => [`${deviceId} ${category}`, number]));
}

/**
 * Takes numbers for claims. The row stays locked until the transaction ends, so a number whose claim was rolled back is
 * taken by the next one, and none is left out.
 * @returns the last of them
 */
async function takeNumbers(tx: Tx, districtId: string, howMany: number): Promise<number> {
  const [row] = await tx.query<{ last: number }[]>(
    `INSERT INTO claim_counters AS c (district_id, last) VALUES ($1, $2)
     ON CONFLICT (district_id) DO UPDATE SET last = c.last + excluded.last RETURNING last`,
    [districtId, howMany],
  );
  if (!row) throw new Error('no number for a claim');
  return row.last;
}
