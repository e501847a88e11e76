import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { reaches, type Scope } from '../../access/scope.js';
import { Clock, dateIn } from '../../common/time/clock.js';
import type { Page } from '../../common/paging.js';
import type { Statements } from '../../database/tx.js';
import { NotFound } from '../../common/refusal.js';
import type { DeviceCoverageState } from '../../devices/lists/device-coverages.js';
import type { CoverageSource } from './coverage.entity.js';
import type { CoverageKind, Exclusion, OnReplacement, ServiceLevel } from './coverage-terms.js';
import { bestOf, type CoverageState, coverageStateSql, inState, LAST_ON } from './coverage-state.js';
import type { CoveragesQuery } from './coverages.dto.js';
import { CoverageNotFound } from './coverages.errors.js';

/** Incidents that the devices of a plan share. */
export interface CoveragePool {
  id: string;
  name: string;
  /** How many there are in all. */
  incidents: number;
  /** How many incidents are left. */
  left: number;
}

export interface CoverageView {
  id: string;
  deviceId: string;
  /** Asset tag of the device, or its serial number if it has no tag. */
  deviceCode: string | null;
  /** Manufacturer and model of the device. */
  deviceModel: string;
  /** Code of the site of the device. */
  site: string;
  siteName: string;
  /** Key of the vendor that provides it. */
  vendor: string;
  vendorName: string;
  kind: CoverageKind;
  serviceLevel: ServiceLevel | null;
  /** State on the day that was asked about. Today in a list. */
  state: CoverageState;
  startsOn: string;
  endsOn: string;
  cancelledOn: string | null;
  /** The last day on which the device is covered. */
  lastOn: string;
  /** Empty if it has none. */
  contractNumber: string;
  incidentsAYear: number | null;
  incidentsInTotal: number | null;
  /** The pool whose incidents it shares. Null if there is none. */
  pool: CoveragePool | null;
  deductibleCents: number | null;
  repairCapCents: number | null;
  waitingDays: number;
  excludes: Exclusion[];
  onReplacement: OnReplacement;
  /** Who said that there is this coverage, and when. */
  source: CoverageSource;
  sourceAt: Date;
  version: number;
}

/** What covers a device on a day. */
export interface DeviceCoverage {
  deviceId: string;
  on: string;
  /** State of the best coverage. `unknown` if no coverage is on record. */
  state: DeviceCoverageState;
  /** Those that last longest come first. */
  coverages: CoverageView[];
}

/** @param on SQL of a date */
const select = (on: string): string => `
  SELECT c.id, c.device_id AS "deviceId", coalesce(d.asset_tag, d.serial_number) AS "deviceCode",
         m.manufacturer || ' ' || m.name AS "deviceModel", s.code AS site, s.name AS "siteName",
         v.key AS vendor, v.name AS "vendorName", c.kind, c.service_level AS "serviceLevel",
         ${coverageStateSql(on)} AS state, c.starts_on AS "startsOn", c.ends_on AS "endsOn",
         c.cancelled_on AS "cancelledOn", ${LAST_ON} AS "lastOn", c.contract_number AS "contractNumber",
         c.incidents_a_year AS "incidentsAYear", c.incidents_in_total AS "incidentsInTotal",
         CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name, 'incidents', p.incidents,
           'left', p.incidents - p.used_before - p.used) END AS pool, c.deductible_cents AS "deductibleCents", c.repair_cap_cents AS "repairCapCents",
         c.waiting_days AS "waitingDays", c.excludes, c.on_replacement AS "onReplacement", c.source,
         c.source_at AS "sourceAt", c.version
    FROM coverages c
    JOIN devices d ON d.district_id = $1 AND d.id = c.device_id
    JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
    JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
    JOIN vendors v ON v.district_id = $1 AND v.id = c.vendor_id
    LEFT JOIN incident_pools p ON p.district_id = $1 AND p.vendor_id = c.vendor_id AND p.kind = c.kind
         AND p.contract_number = c.contract_number
   WHERE c.district_id = $1 AND c.withdrawn_at IS NULL`;

const COVERAGES = list<CoverageView, CoveragesQuery>({
  name: 'coverages',
  select: (param, _, { today }) => select(`${param(today)}::date`),
  reach: 'd.site_id',
  filters: {
    device: (id, param) => `c.device_id = ${param(id)}`,
    vendor: (key, param) => `v.key = ${param(key)}`,
    kind: (kind, param) => `c.kind = ${param(kind)}`,
    state: (state, param, { today }) => inState(state, `${param(today)}::date`),
    source: (source, param) => `c.source = ${param(source)}`,
    site: (code, param) => `s.code = ${param(code)}`,
    endsFrom: (day, param) => `${LAST_ON} >= ${param(day)}::date`,
    endsTo: (day, param) => `${LAST_ON} <= ${param(day)}::date`,
  },
  sorts: { endsOn: [LAST_ON, 'c.id'] },
  id: 'c.id',
});

@Injectable()
export class CoveragesQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope, query: CoveragesQuery): Promise<Page<CoverageView>> {
    return this.lists.answer(COVERAGES, scope, query);
  }

  /** @throws CoverageNotFound where it is not there, was withdrawn, or is of a device out of reach */
  async find(scope: Scope, id: string, db?: Statements): Promise<CoverageView> {
    const row = await this.lists.find(COVERAGES, scope, id, db);
    if (!row) throw new CoverageNotFound();
    return row;
  }

  /**
   * What covers a device on a day.
   * @param on calendar date in the district's time zone; today where nothing is said
   * @throws NotFound where it is not there, or out of reach
   */
  async ofDevice(scope: Scope, deviceId: string, on?: string): Promise<DeviceCoverage> {
    const day = on ?? dateIn(scope.timeZone, this.clock.now());
    const [device] = await this.source.query<{ siteId: string }[]>(
      `SELECT site_id AS "siteId" FROM devices WHERE district_id = $1 AND id = $2`,
      [scope.districtId, deviceId],
    );
    if (!device || !reaches(scope, device.siteId)) throw new NotFound('The device', 'DEVICE_NOT_FOUND');
    const coverages = await this.source.query<CoverageView[]>(
      `${select('$3::date')} AND c.device_id = $2 ORDER BY ${LAST_ON} DESC, c.id`,
      [scope.districtId, deviceId, day],
    );
    return { deviceId, on: day, state: bestOf(coverages.map(({ state }) => state)), coverages };
  }
}
