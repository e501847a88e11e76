import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { type Scope, siteFilter } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import { Clock } from '../../common/time/clock.js';
import type { Statements } from '../../database/tx.js';
import type { DeviceStatus } from '../../devices/statuses.js';
import { stepsOf, type StepView } from '../../steps/step-history.js';
import { type NextStep, nextSteps } from '../../steps/step-machine.js';
import { LotNotFound } from './lots.errors.js';
import { type Lack, lacksOf } from './lot-lacks.js';
import type { LotRoute, LotState } from './lot.entities.js';
import type { DifferenceKind, ObligationKind } from './settlement/lot-settlement.entities.js';
import { LOT_STEPS } from './lot-steps.js';
import { type ReturnedTotals, returnedTotals } from './returned/returned.queries.js';
import { weightOfLot } from './waste/waste.queries.js';
import type { DevicesWeight } from './waste/waste-weights.js';
import type { LotDevicesQuery, LotsQuery } from './lots.dto.js';

interface LotRow {
  id: string;
  /** Number of the lot in its district, from 1. */
  number: number;
  name: string;
  route: LotRoute;
  /** Key and name of the vendor who gets the devices. */
  recipient: string | null;
  recipientName: string | null;
  /** Code of the site where the lot stands. */
  site: string;
  siteName: string;
  place: string | null;
  isBatteries: boolean;
  wasteSince: string | null;
  state: LotState;
  version: number;
  devices: number;
  /** How many obligations are not filed yet. */
  obligationsOpen: number;
  /** The earliest day on which one of these obligations is due. */
  nextDueOn: string | null;
  frozenAt: Date | null;
  pickedUpAt: Date | null;
  createdAt: Date;
}

/** A lot in a list. */
export type LotView = LotRow;

export interface ObligationView {
  kind: ObligationKind;
  dueOn: string;
  filedOn: string | null;
  reference: string | null;
  amountCents: number | null;
  weightKg: number | null;
  /** Whether a file of the paper is stored. */
  hasFile: boolean;
  waivedBecause: string | null;
  filedByName: string | null;
}

export interface DifferenceView {
  id: string;
  kind: DifferenceKind;
  deviceId: string | null;
  code: string;
  note: string | null;
  resolvedAt: Date | null;
  resolvedByName: string | null;
  resolution: string | null;
}

export interface LotDetail extends LotRow {
  note: string | null;
  /** The contract, if the recipient removes the data. */
  wipe: { contract: string; certificate: string; validUntil: string } | null;
  boardItem: { id: string; number: string; meetingOn: string; title: string } | null;
  /** SHA-256 of the manifest as CSV, in hexadecimal digits. Null until the lot is frozen. */
  manifestSha256: string | null;
  /** SHA-256 of the receipt that the driver signed. */
  receiptSha256: string | null;
  driverName: string | null;
  driverCompany: string | null;
  counted: number | null;
  lessorReceipt: string | null;
  changeSetId: string | null;
  /** Why an open lot cannot be frozen, with the number of devices. */
  lacks: { lack: Lack; devices: number }[];
  /** How many devices were scanned at the pick-up. */
  checked: number;
  obligations: ObligationView[];
  differences: DifferenceView[];
  /** What the recipient said of its devices, in figures. Null until a file of that was imported. */
  returned: ReturnedTotals | null;
  /** What its devices weigh. */
  weight: DevicesWeight;
  nextSteps: NextStep<LotState>[];
  steps: StepView[];
}

/** A device of a lot. */
export interface LotDeviceView {
  deviceId: string;
  /** Position in the manifest, from 1. Null until the lot is frozen. */
  position: number | null;
  assetTag: string | null;
  serialNumber: string | null;
  manufacturer: string;
  deviceModel: string;
  /** Code of the site of the device. */
  site: string;
  status: DeviceStatus;
  pallet: string | null;
  condition: string | null;
  /** What keeps the lot from being frozen. Empty once it is frozen. */
  lacks: Lack[];
  addedAt: Date;
  /** When the device was scanned at the pick-up. */
  checkedAt: Date | null;
}

/** SQL of lots `l`, up to further conditions. `$1` is the district. */
const lotsSql = (columns = '', joins = ''): string => `
  SELECT l.id, l.number, l.name, l.route, v.key AS recipient, v.name AS "recipientName", s.code AS site,
         s.name AS "siteName", l.place, l.is_batteries AS "isBatteries", l.waste_since AS "wasteSince", l.state,
         l.version, (SELECT count(*)::int FROM lot_devices y WHERE y.district_id = $1 AND y.lot_id = l.id) AS devices,
         o.open AS "obligationsOpen", o.due_on AS "nextDueOn", l.frozen_at AS "frozenAt",
         l.picked_up_at AS "pickedUpAt", l.created_at AS "createdAt"${columns}
    FROM lots l
    JOIN sites s ON s.district_id = $1 AND s.id = l.site_id
    LEFT JOIN vendors v ON v.district_id = $1 AND v.id = l.recipient_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS open, min(o.due_on) AS due_on FROM lot_obligations o
       WHERE o.district_id = $1 AND o.lot_id = l.id AND o.filed_at IS NULL) o
    ${joins}
   WHERE l.district_id = $1`;

const LOTS = list<LotRow, LotsQuery>({
  name: 'lots',
  select: lotsSql(),
  reach: 'l.site_id',
  filters: {
    state: (state, param) => `l.state = ${param(state)}`,
    route: (route, param) => `l.route = ${param(route)}`,
    number: (number, param) => `l.number = ${param(number)}`,
    device: (id, param) =>
      `EXISTS (SELECT FROM lot_devices y WHERE y.district_id = $1 AND y.device_id = ${param(id)} AND y.lot_id = l.id)`,
  },
  sorts: { number: ['l.number'] },
});

const LOT_DEVICES = list<LotDeviceView, LotDevicesQuery & { lot: string }>({
  name: 'devices of a lot',
  select: (param, _, { now }) => `
    SELECT d.id AS "deviceId", y.position, d.asset_tag AS "assetTag", d.serial_number AS "serialNumber",
           m.manufacturer, m.name AS "deviceModel", s.code AS site, d.status, y.pallet, y.condition,
           CASE WHEN l.state = 'open' THEN ${lacksOf(param(now))} ELSE '{}' END AS lacks,
           y.added_at AS "addedAt", y.checked_at AS "checkedAt"
      FROM lot_devices y
      JOIN lots l ON l.district_id = $1 AND l.id = y.lot_id
      JOIN devices d ON d.district_id = $1 AND d.id = y.device_id
      JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
      JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
     WHERE y.district_id = $1`,
  reach: 'subject',
  filters: { lot: (id, param) => `y.lot_id = ${param(id)}` },
  sorts: { addedAt: ['y.added_at', 'y.device_id'] },
});

@Injectable()
export class LotsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope, query: LotsQuery): Promise<Page<LotView>> {
    return this.lists.answer(LOTS, scope, query);
  }

  /** @throws LotNotFound if the lot does not exist or the caller cannot see its site */
  async devices(scope: Scope, id: string, query: LotDevicesQuery): Promise<Page<LotDeviceView>> {
    await this.assertReached(scope, id);
    return this.lists.answer(LOT_DEVICES, scope, { ...query, lot: id });
  }

  /** @throws LotNotFound if the lot does not exist or the caller cannot see its site */
  async assertReached(scope: Scope, id: string, db: Statements = this.source): Promise<void> {
    const rows = await db.query<object[]>(
      `SELECT FROM lots WHERE district_id = $1 AND id = $2 AND ($3::uuid[] IS NULL OR site_id = ANY ($3))`,
      [scope.districtId, id, siteFilter(scope)],
    );
    if (rows.length === 0) throw new LotNotFound();
  }

  /** @throws LotNotFound if the lot does not exist or the caller cannot see its site */
  async find(scope: Scope, id: string, db: Statements = this.source): Promise<LotDetail> {
    const { districtId } = scope;
    const [row] = await db.query<
      Omit<LotDetail, 'obligations' | 'differences' | 'returned' | 'weight' | 'nextSteps' | 'steps'>[]
    >(
      `${lotsSql(
        `, l.note,
              CASE WHEN l.wipe_contract IS NOT NULL THEN jsonb_build_object(
                'contract', l.wipe_contract, 'certificate', l.wipe_certificate, 'validUntil', l.wipe_certificate_until)
              END AS wipe,
              CASE WHEN b.id IS NOT NULL THEN jsonb_build_object(
                'id', b.id, 'number', b.number, 'meetingOn', b.meeting_on, 'title', b.title) END AS "boardItem",
              encode(c.sha256, 'hex') AS "manifestSha256", encode(r.sha256, 'hex') AS "receiptSha256",
              l.driver_name AS "driverName", l.driver_company AS "driverCompany", l.counted,
              l.lessor_receipt AS "lessorReceipt", l.change_set_id AS "changeSetId", w.checked, w.lacks`,
        `LEFT JOIN board_items b ON b.district_id = $1 AND b.id = l.board_item_id
         LEFT JOIN files c ON c.district_id = $1 AND c.id = l.manifest_csv_id
         LEFT JOIN files r ON r.district_id = $1 AND r.id = l.receipt_id
         CROSS JOIN LATERAL (
           SELECT coalesce((SELECT count(*)::int FROM lot_devices y
                             WHERE y.district_id = $1 AND y.lot_id = l.id AND y.checked_at IS NOT NULL), 0) AS checked,
                  CASE WHEN l.state = 'open' THEN (
                    SELECT jsonb_agg(jsonb_build_object('lack', n.lack, 'devices', n.devices) ORDER BY n.lack)
                      FROM (SELECT lack, count(*)::int AS devices
                              FROM lot_devices y
                              JOIN devices d ON d.district_id = $1 AND d.id = y.device_id
                              CROSS JOIN LATERAL unnest(${lacksOf('$4')}) AS lack
                             WHERE y.district_id = $1 AND y.lot_id = l.id GROUP BY lack) n) END AS lacks) w`,
      )} AND l.id = $2 AND ($3::uuid[] IS NULL OR l.site_id = ANY ($3))`,
      [districtId, id, siteFilter(scope), this.clock.now()],
    );
    if (!row) throw new LotNotFound();
    const obligations = await db.query<ObligationView[]>(
      `SELECT o.kind, o.due_on AS "dueOn", o.filed_on AS "filedOn", o.reference, o.amount_cents AS "amountCents",
              o.weight_kg AS "weightKg", o.file_id IS NOT NULL AS "hasFile", o.waived_because AS "waivedBecause",
              coalesce(nullif(a.name, ''), a.email) AS "filedByName"
         FROM lot_obligations o LEFT JOIN accounts a ON a.district_id = $1 AND a.id = o.filed_by
        WHERE o.district_id = $1 AND o.lot_id = $2 ORDER BY o.due_on, o.kind`,
      [districtId, id],
    );
    const differences = await db.query<DifferenceView[]>(
      `SELECT f.id, f.kind, f.device_id AS "deviceId", f.code, f.note, f.resolved_at AS "resolvedAt",
              coalesce(nullif(a.name, ''), a.email) AS "resolvedByName", f.resolution
         FROM lot_differences f LEFT JOIN accounts a ON a.district_id = $1 AND a.id = f.resolved_by
        WHERE f.district_id = $1 AND f.lot_id = $2 ORDER BY f.id`,
      [districtId, id],
    );
    const returned = await returnedTotals(db, scope, id);
    const weight = await weightOfLot(db, scope, id);
    const steps = await stepsOf(db, scope, LOT_STEPS, id);
    const possible = nextSteps(LOT_STEPS, row.state, scope);
    const parts = { obligations, differences, returned, weight, nextSteps: possible, steps };
    return { ...row, lacks: row.lacks ?? [], ...parts };
  }
}
