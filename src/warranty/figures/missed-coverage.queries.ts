import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { type Scope, siteFilter } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import { Clock, dateIn, startOfDate } from '../../common/time/clock.js';
import type { FaultCategory } from '../claims/claim.entity.js';
import type { CoverageKind } from '../coverages/coverage-terms.js';
import { LAST_ON } from '../coverages/coverage-state.js';
import { isPaidAlthoughCovered, paidAlthoughCovered } from './coverage-pays.sql.js';
import type {
  MissedCoverageQuery,
  MissedTotalsQuery,
  UnclaimedRepairsQuery,
} from './warranty-figures.dto.js';

/** A claim that the district was billed for, although a coverage would have paid on the day on which it was opened. */
export interface MissedCoverage {
  /** Id of the claim. */
  id: string;
  /** Number of the claim. */
  number: string;
  deviceId: string;
  /** Asset tag of the device, or its serial number if it has no tag. */
  deviceCode: string | null;
  /** Manufacturer and model. */
  deviceModel: string;
  /** Code of the site where the device is now. */
  site: string;
  siteName: string;
  /** The vendor that sent the invoice. */
  vendorName: string;
  category: FaultCategory;
  isAccidental: boolean;
  openedAt: Date;
  /** What the vendor invoiced. */
  paidCents: number;
  /** Of this, what the coverage would have paid: all above its deductible, up to its repair cap. */
  missedCents: number;
  coverageId: string;
  /** The vendor of the coverage. */
  coverageVendorName: string;
  coverageKind: CoverageKind;
  /** Empty if it has none. */
  contractNumber: string;
}

/** A device that is in repair without a claim, although a coverage for defects has not ended. */
export interface UnclaimedRepair {
  /** Id of the device. */
  id: string;
  /** Asset tag of the device, or its serial number if it has no tag. */
  deviceCode: string | null;
  /** Manufacturer and model. */
  deviceModel: string;
  /** Code of the site where the device is now. */
  site: string;
  siteName: string;
  inRepairSince: Date;
  /** The vendor of the coverage that lasts longest. */
  coverageVendorName: string;
  coverageKind: CoverageKind;
  /** The last day of this coverage. */
  coveredUntil: string;
}

/** What the district left to others to keep, at the sites that you can see. */
export interface MissedTotals {
  /** Claims with an invoice that a coverage would have paid, in full or in part. */
  claims: number;
  /** Their invoices together. */
  paidCents: number;
  /** What coverages would have paid of these invoices. */
  missedCents: number;
  /** Devices that are in repair today without a claim, although a coverage for defects has not ended. */
  unclaimedRepairs: number;
}

/** A claim from shortly before the repair is about the same fault. */
const SAME_REPAIR_DAYS = 30;

/** SQL that is true for a claim `k` with an invoice. The index `claims_invoiced` serves it. */
const INVOICED = `k.cost_invoiced_cents > 0 AND k.state <> 'cancelled'`;

const MISSED = list<MissedCoverage, MissedCoverageQuery>({
  name: 'missed coverage',
  select: (param, _, { scope }) => {
    const zone = param(scope.timeZone);
    return `
    SELECT k.*, ${zone}::text AS zone
      FROM claims k
      JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
      JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
     WHERE k.district_id = $1 AND ${INVOICED} AND ${isPaidAlthoughCovered(zone)}`;
  },
  reach: 'd.site_id',
  filters: {
    from: (day, param, { scope }) => `k.opened_at >= ${param(startOfDate(scope.timeZone, day))}`,
    site: (code, param) => `s.code = ${param(code)}`,
  },
  sorts: { number: ['k.sequence'] },
  joined: `
    SELECT k.id, k.number, k.device_id AS "deviceId", coalesce(d.asset_tag, d.serial_number) AS "deviceCode",
           m.manufacturer || ' ' || m.name AS "deviceModel", s.code AS site, s.name AS "siteName",
           v.name AS "vendorName", k.category, k.is_accidental AS "isAccidental", k.opened_at AS "openedAt",
           k.cost_invoiced_cents AS "paidCents", p.cents AS "missedCents", p.id AS "coverageId",
           w.name AS "coverageVendorName", p.kind AS "coverageKind", p.contract_number AS "contractNumber"
      FROM page k
      JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
      JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
      JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
      JOIN vendors v ON v.district_id = $1 AND v.id = k.vendor_id
      ${paidAlthoughCovered('k.zone')}
      JOIN vendors w ON w.district_id = $1 AND w.id = p.vendor_id`,
});

/** SQL of the coverages `c` for defects of a device `d` on a day. @param today SQL of a date */
const coversToday = (today: string): string => `
  FROM coverages c
 WHERE c.district_id = $1 AND c.device_id = d.id AND c.withdrawn_at IS NULL AND c.kind <> 'battery'
   AND ${today} BETWEEN c.starts_on + c.waiting_days AND ${LAST_ON}`;

/** SQL that is true for a device `d` in repair without a claim. The index `devices_by_status` serves it. */
const IN_REPAIR_UNCLAIMED = `
  d.status = 'in_repair' AND NOT EXISTS (
    SELECT FROM claims k
     WHERE k.district_id = $1 AND k.device_id = d.id AND k.state <> 'cancelled'
       AND (k.state <> 'closed' OR k.opened_at >= d.status_since - interval '${SAME_REPAIR_DAYS} days'))`;

const UNCLAIMED = list<UnclaimedRepair, UnclaimedRepairsQuery>({
  name: 'repairs without a claim',
  select: (param, _, { today }) => {
    const day = `${param(today)}::date`;
    return `
    SELECT d.*, ${day} AS today
      FROM devices d
      JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
     WHERE d.district_id = $1 AND ${IN_REPAIR_UNCLAIMED} AND EXISTS (SELECT ${coversToday(day)})`;
  },
  reach: 'd.site_id',
  filters: { site: (code, param) => `s.code = ${param(code)}` },
  sorts: { id: ['d.status', 'd.id'] },
  joined: `
    SELECT d.id, coalesce(d.asset_tag, d.serial_number) AS "deviceCode",
           m.manufacturer || ' ' || m.name AS "deviceModel", s.code AS site, s.name AS "siteName",
           d.status_since AS "inRepairSince", v.name AS "coverageVendorName", l.kind AS "coverageKind",
           l.last_on::text AS "coveredUntil"
      FROM page d
      JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
      JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
      JOIN LATERAL (SELECT c.vendor_id, c.kind, ${LAST_ON} AS last_on ${coversToday('d.today')}
                     ORDER BY last_on DESC, c.id LIMIT 1) l ON true
      JOIN vendors v ON v.district_id = $1 AND v.id = l.vendor_id`,
});

/** Money left on the table: what the district paid, or is about to pay, although a coverage would have paid. */
@Injectable()
export class MissedCoverageQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope, query: MissedCoverageQuery): Promise<Page<MissedCoverage>> {
    return this.lists.answer(MISSED, scope, query);
  }

  unclaimed(scope: Scope, query: UnclaimedRepairsQuery): Promise<Page<UnclaimedRepair>> {
    return this.lists.answer(UNCLAIMED, scope, query);
  }

  /** The statement of the rows of the report, in its columns. */
  reportSql(scope: Scope, { from }: MissedTotalsQuery): { sql: string; parameters: unknown[] } {
    return {
      sql: `SELECT k.number, k.opened_at, s.code, coalesce(d.asset_tag, d.serial_number),
                   m.manufacturer || ' ' || m.name, k.category, v.name, k.cost_invoiced_cents, w.name, p.kind, p.cents
              FROM claims k
              JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
              JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
              JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
              JOIN vendors v ON v.district_id = $1 AND v.id = k.vendor_id
              ${paidAlthoughCovered('$3')}
              JOIN vendors w ON w.district_id = $1 AND w.id = p.vendor_id
             WHERE k.district_id = $1 AND ${INVOICED} AND ($2::uuid[] IS NULL OR d.site_id = ANY ($2))
               AND ($4::timestamptz IS NULL OR k.opened_at >= $4)
             ORDER BY k.sequence DESC`,
      parameters: parametersOf(scope, from),
    };
  }

  async totals(scope: Scope, { from }: MissedTotalsQuery): Promise<MissedTotals> {
    const today = dateIn(scope.timeZone, this.clock.now());
    const [totals] = await this.source.query<MissedTotals[]>(
      `SELECT i.*, r.*
         FROM (SELECT count(*)::int AS claims, coalesce(sum(k.cost_invoiced_cents), 0)::float8 AS "paidCents",
                      coalesce(sum(p.cents), 0)::float8 AS "missedCents"
                 FROM claims k
                 JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
                 ${paidAlthoughCovered('$3')}
                WHERE k.district_id = $1 AND ${INVOICED} AND ($2::uuid[] IS NULL OR d.site_id = ANY ($2))
                  AND ($4::timestamptz IS NULL OR k.opened_at >= $4)) i
        CROSS JOIN (
               SELECT count(*)::int AS "unclaimedRepairs" FROM devices d
                WHERE d.district_id = $1 AND ($2::uuid[] IS NULL OR d.site_id = ANY ($2))
                  AND ${IN_REPAIR_UNCLAIMED} AND EXISTS (SELECT ${coversToday('$5::date')})) r`,
      [...parametersOf(scope, from), today],
    );
    if (!totals) throw new Error('no totals');
    return totals;
  }
}

/** `$1` district, `$2` ids of the sites in reach or null, `$3` time zone, `$4` an instant or null. */
function parametersOf(scope: Scope, from: string | undefined): unknown[] {
  const since = from === undefined ? null : startOfDate(scope.timeZone, from);
  return [scope.districtId, siteFilter(scope), scope.timeZone, since];
}
