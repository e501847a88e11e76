import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { type Scope, siteFilter } from '../../access/scope.js';
import type { DeviceKind } from '../../catalogue/kinds.js';
import type { Page } from '../../common/paging.js';
import { NotFound } from '../../common/refusal.js';
import { Clock, dateIn } from '../../common/time/clock.js';
import type { DeviceStatus } from '../../devices/statuses.js';
import { stepsOf, type StepView } from '../../steps/step-history.js';
import { type NextStep, nextSteps } from '../../steps/step-machine.js';
import { LAST_ON } from '../coverages/coverage-state.js';
import type { BadLotState } from './bad-lot.entity.js';
import { BAD_LOT_STEPS } from './bad-lot-steps.js';
import type { BadLotDevicesQuery, BadLotsQuery, LotsQuery } from './bad-lots.dto.js';
import {
  ERROR_RATE,
  FEWEST_FAILURES,
  LEAST_DEVICE_YEARS,
  type NotRanked,
  SMALLEST_LOT,
} from './lot-ranking.js';
import { LotsQueries, type RankedLot } from './lots.queries.js';

interface BadLotRow {
  id: string;
  kind: DeviceKind;
  modelId: string;
  /** Manufacturer and model. */
  model: string;
  /** Null for the devices of the model without a purchase reference. */
  purchaseReference: string | null;
  state: BadLotState;
  version: number;
  devices: number;
  failures: number;
  /** With 1 decimal. */
  deviceYears: number;
  /** Lower limit of the failures in 100 device-years (exact Poisson interval of 95%), with 2 decimals. */
  rateLow: number;
  /** Upper limit, with 2 decimals. */
  rateHigh: number;
  /** Failures in 100 device-years of the other devices of the kind, with 2 decimals. */
  restRate: number;
  /** Devices that were covered when the figures were taken. */
  coveredDevices: number;
  /** The first of these devices loses its coverage after this day. */
  claimBy: string;
  /** The last of them loses it after this day. */
  lastCoverageOn: string;
  foundAt: Date;
  /** When the figures were taken. */
  updatedAt: Date;
}

/** A bad lot as work for people. */
export interface BadLotView extends BadLotRow {
  /** The steps that you can take now. */
  nextSteps: NextStep<BadLotState>[];
}

export interface BadLotDetail extends BadLotView {
  /** The history, oldest first. */
  steps: StepView[];
}

/** A device of a bad lot that is in use, of the sites that you can see. */
export interface BadLotDevice {
  id: string;
  assetTag: string | null;
  serialNumber: string | null;
  /** Code of the site. */
  site: string;
  siteName: string;
  status: DeviceStatus;
  /** The last day of the coverage that lasts longest and pays for defects. Null if none is on record. */
  coveredUntil: string | null;
  /** Number of the latest claim. Null if there is none. */
  claim: string | null;
}

/** How often a lot fails, compared with the rest of its kind. */
export interface LotView {
  kind: DeviceKind;
  modelId: string;
  /** Manufacturer and model. */
  model: string;
  /** Null for the devices of the model without a purchase reference. */
  purchaseReference: string | null;
  devices: number;
  failures: number;
  /** With 1 decimal. */
  deviceYears: number;
  /** Failures in 100 device-years, with 2 decimals. */
  rate: number | null;
  /** Lower limit of the exact Poisson interval of 95%, with 2 decimals. */
  rateLow: number | null;
  /** Upper limit, with 2 decimals. */
  rateHigh: number | null;
  /** Failures in 100 device-years of the other devices of the kind, with 2 decimals. */
  restRate: number | null;
  /** The rate divided by that of the rest, with 3 decimals. Null if the rest never failed. */
  ratio: number | null;
  /**
   * The probability that at least this many failures are mere chance, corrected for the number of lots (Holm). With 6
   * decimals. Null if the lot was not tested.
   */
  correctedChance: number | null;
  /** 1 for the worst of the bad lots. Null if the lot is not bad. */
  rank: number | null;
  /** Why the lot is not ranked, if its numbers are too small. */
  notRanked: NotRanked | null;
  /** The bad lot as work for people, if there is one. */
  badLotId: string | null;
  badLotState: BadLotState | null;
}

/** The failure rates of lots. A lot is the devices of one model that were bought under one purchase reference. */
export interface LotRates {
  /** Devices are watched from this day on. Null if there are no claims yet. */
  from: string | null;
  to: string;
  /** The highest probability that any lot is called bad by mere chance. */
  errorRate: number;
  /** Lots with fewer devices are not shown. */
  smallestLot: number;
  /** Lots with fewer device-years are not ranked. */
  leastDeviceYears: number;
  /** Lots with fewer failures are not ranked. */
  fewestFailures: number;
  /** How many lots were compared with the rest of their kind. */
  tested: number;
  /** How many lots are too small to be shown. */
  smallLots: number;
  lots: LotView[];
}

const BAD_LOTS = list<BadLotRow, BadLotsQuery>({
  name: 'bad lots',
  select: `
    SELECT b.id, m.kind, b.model_id AS "modelId", m.manufacturer || ' ' || m.name AS model,
           b.purchase_reference AS "purchaseReference", b.state, b.version, b.devices, b.failures,
           b.device_years AS "deviceYears", b.rate_low AS "rateLow", b.rate_high AS "rateHigh",
           b.rest_rate AS "restRate", b.covered_devices AS "coveredDevices", b.claim_by AS "claimBy",
           b.last_coverage_on AS "lastCoverageOn", b.found_at AS "foundAt", b.updated_at AS "updatedAt"
      FROM bad_lots b
      JOIN device_models m ON m.district_id = $1 AND m.id = b.model_id
     WHERE b.district_id = $1`,
  reach: 'district',
  filters: { state: (state, param) => `b.state = ${param(state)}` },
  sorts: { claimBy: ['b.claim_by', 'b.id'] },
  id: 'b.id',
});

interface DevicesAsked extends BadLotDevicesQuery {
  lot: Pick<BadLotRow, 'modelId' | 'purchaseReference'>;
}

const DEVICES = list<BadLotDevice, DevicesAsked>({
  name: 'devices of a bad lot',
  select: `
    SELECT d.id, d.asset_tag AS "assetTag", d.serial_number AS "serialNumber", s.code AS site, s.name AS "siteName",
           d.status,
           (SELECT max(${LAST_ON}) FROM coverages c
             WHERE c.district_id = $1 AND c.device_id = d.id AND c.withdrawn_at IS NULL AND c.kind <> 'battery'
           )::text AS "coveredUntil",
           (SELECT k.number FROM claims k WHERE k.district_id = $1 AND k.device_id = d.id
             ORDER BY k.sequence DESC LIMIT 1) AS claim
      FROM devices d
      JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
     WHERE d.district_id = $1 AND d.status IN ('in_stock', 'deployed', 'in_repair')`,
  reach: 'd.site_id',
  filters: {
    lot: ({ modelId, purchaseReference }, param) =>
      `d.model_id = ${param(modelId)} AND d.purchase_reference IS NOT DISTINCT FROM ${param(purchaseReference)}`,
  },
  sorts: { id: ['d.model_id', 'd.id'] },
  id: 'd.id',
});

@Injectable()
export class BadLotsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly ranked: LotsQueries,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope, query: BadLotsQuery): Promise<Page<BadLotView>> {
    return this.lists.answer(BAD_LOTS, scope, query, (rows) => rows.map((row) => viewOf(scope, row)));
  }

  /** @throws NotFound */
  async find(scope: Scope, id: string): Promise<BadLotDetail> {
    const row = await this.row(scope, id);
    return { ...viewOf(scope, row), steps: await stepsOf(this.source.manager, scope, BAD_LOT_STEPS, id) };
  }

  /** @throws NotFound */
  async devices(scope: Scope, id: string, query: BadLotDevicesQuery): Promise<Page<BadLotDevice>> {
    const { modelId, purchaseReference } = await this.row(scope, id);
    return this.lists.answer(DEVICES, scope, { ...query, lot: { modelId, purchaseReference } });
  }

  /** The failure rates of lots, over the devices that the caller can see. */
  async rates(scope: Scope, { limit }: LotsQuery): Promise<LotRates> {
    const to = dateIn(scope.timeZone, this.clock.now());
    const { from, lots, smallLots } = await this.ranked.ranked(this.source.manager, scope, to);
    const work = await this.workOf(scope);
    return {
      from,
      to,
      errorRate: ERROR_RATE,
      smallestLot: SMALLEST_LOT,
      leastDeviceYears: LEAST_DEVICE_YEARS,
      fewestFailures: FEWEST_FAILURES,
      tested: lots.filter(({ chance }) => chance !== null).length,
      smallLots,
      lots: lots.slice(0, limit).map((lot) => lotView(lot, work.get(keyOf(lot)))),
    };
  }

  private async row(scope: Scope, id: string): Promise<BadLotRow> {
    const row = await this.lists.find(BAD_LOTS, scope, id);
    if (!row) throw new NotFound(BAD_LOT_STEPS.name, BAD_LOT_STEPS.codes.notFound);
    return row;
  }

  /** The bad lots that people know of, by what they are. Who sees only some sites may see other figures, so none. */
  private async workOf(scope: Scope): Promise<Map<string, { id: string; state: BadLotState }>> {
    if (siteFilter(scope) !== null) return new Map();
    const rows = await this.source.query<LotKey[]>(
      `SELECT id, state, model_id AS "modelId", purchase_reference AS "purchaseReference" FROM bad_lots
        WHERE district_id = $1`,
      [scope.districtId],
    );
    return new Map(rows.map((row) => [keyOf(row), row]));
  }
}

interface LotKey {
  id: string;
  state: BadLotState;
  modelId: string;
  purchaseReference: string | null;
}

function keyOf({ modelId, purchaseReference }: Pick<LotKey, 'modelId' | 'purchaseReference'>): string {
  return JSON.stringify([modelId, purchaseReference]);
}

function viewOf(scope: Scope, row: BadLotRow): BadLotView {
  return { ...row, nextSteps: nextSteps(BAD_LOT_STEPS, row.state, scope) };
}

function lotView(lot: RankedLot, work: { id: string; state: BadLotState } | undefined): LotView {
  const { interval, chance: _, ...figures } = lot;
  return {
    ...figures,
    rateLow: interval?.low ?? null,
    rateHigh: interval?.high ?? null,
    badLotId: work?.id ?? null,
    badLotState: work?.state ?? null,
  };
}
