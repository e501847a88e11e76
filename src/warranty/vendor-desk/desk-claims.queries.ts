import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import { containing } from '../../common/like-pattern.js';
import type { Page } from '../../common/paging.js';
import { Clock } from '../../common/time/clock.js';
import type {
  ClaimContact,
  ClaimOutcome,
  ClaimState,
  DenialReason,
  FaultCategory,
  ShipFrom,
} from '../claims/claim.entity.js';
import { CLAIM_STEPS } from '../claims/claim-steps.js';
import { ClaimNotFound } from '../claims/claims.errors.js';
import { type ClockName, duePromise, minutesAt, type Promises } from '../clocks/claim-clock.js';
import type { ServiceLevel } from '../coverages/coverage-terms.js';
import type { DeskClaimsQuery } from './vendor-desk.dto.js';
import { vendorOf } from './vendor-of.js';

interface DeskClaimRow {
  id: string;
  /** Such as `C-2026-000123`. */
  number: string;
  state: ClaimState;
  serialNumber: string | null;
  /** Null if the device has none, or if the district does not show asset tags. */
  assetTag: string | null;
  /** Manufacturer and model of the device. */
  deviceModel: string;
  category: FaultCategory;
  isAccidental: boolean;
  /** What is wrong. */
  observed: string;
  /** What the district tried. */
  tried: string | null;
  /** The service that the district asks for. */
  requestedService: ServiceLevel | null;
  reference: string | null;
  rma: string | null;
  expectedOn: string | null;
  trackingOut: string | null;
  trackingBack: string | null;
  outcome: ClaimOutcome | null;
  denialReason: DenialReason | null;
  /** How often the district sent it again after a denial. */
  resubmissions: number;
  /** 1 to 3. It goes up when a promise is not kept. */
  escalationLevel: number;
  sentAt: Date;
  acknowledgedAt: Date | null;
  resolvedAt: Date | null;
}

/** What the clock needs. It is not shown. */
interface ClockRow {
  minutesRun: number;
  clockFrom: Date | null;
  dueAt: Date | null;
}

/** What you promised to do next, and by when. */
export interface DeskClock {
  clock: ClockName;
  dueAt: Date;
  /** Business minutes that are left. Below 0 if the promised time is over. */
  minutesLeft: number;
  isLate: boolean;
}

/** A claim as people at its vendor see it. */
export interface DeskClaimView extends DeskClaimRow {
  /** Null while the clock stands still, or if nothing is promised. */
  due: DeskClock | null;
}

/** A step of the history, without names of the district. */
export interface DeskStepView {
  step: string;
  from: ClaimState | null;
  to: ClaimState;
  takenAt: Date;
  /** Who took it. `rollcall`: nobody did by hand. */
  by: 'district' | 'vendor' | 'rollcall';
  /** What the vendor wrote. Notes of the district are not shown. */
  note: string | null;
}

export interface DeskPartView {
  position: number;
  number: string | null;
  quantity: number;
  description: string | null;
  /** The defective part must go back to the vendor. */
  mustReturn: boolean;
}

/** A photo or a paper that the district shares. */
export interface DeskFileView {
  id: string;
  kind: string;
  mediaType: string;
  sizeBytes: number;
}

export interface DeskClaimDetail extends DeskClaimView {
  /** Null if there is none, or if the district does not show contacts. */
  contact: ClaimContact | null;
  /** Null if the district does not show where devices are shipped from. */
  shipFrom: ShipFrom | null;
  parts: DeskPartView[];
  files: DeskFileView[];
  /** The history since the claim was sent, oldest first. */
  steps: DeskStepView[];
}

type Row = DeskClaimRow & ClockRow;

/** Only these columns ever leave for a vendor, and only of its own claims that were sent. */
const DESK_CLAIMS = list<Row, DeskClaimsQuery>({
  name: 'claims of a vendor',
  select: `
    SELECT k.id, k.number, k.state, d.serial_number AS "serialNumber",
           CASE WHEN e.shows_asset_tags THEN d.asset_tag END AS "assetTag",
           m.manufacturer || ' ' || m.name AS "deviceModel", k.category, k.is_accidental AS "isAccidental",
           k.observed, k.tried, k.requested_service AS "requestedService", k.reference, k.rma,
           k.expected_on AS "expectedOn", k.tracking_out AS "trackingOut", k.tracking_back AS "trackingBack",
           k.outcome, k.denial_reason AS "denialReason", k.resubmissions,
           k.escalation_level AS "escalationLevel", k.sent_at AS "sentAt", k.acknowledged_at AS "acknowledgedAt",
           k.resolved_at AS "resolvedAt", k.minutes_run AS "minutesRun", k.clock_from AS "clockFrom",
           k.due_at AS "dueAt"
      FROM claims k
      JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
      JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
      LEFT JOIN vendor_desks e ON e.district_id = $1 AND e.vendor_id = k.vendor_id
     WHERE k.district_id = $1 AND k.sent_at IS NOT NULL`,
  reach: (param, { scope }) => `k.vendor_id = ${param(vendorOf(scope))}`,
  filters: {
    state: (states, param) => `k.state = ANY (${param(states)}::text[])`,
    open: (isOpen) => `k.state ${isOpen ? '' : 'NOT '}IN ('sent', 'acknowledged', 'in_progress', 'waiting')`,
    late: (isLate, param, { now }) =>
      `(k.due_at IS NOT NULL AND k.due_at <= ${param(now)}) = ${param(isLate)}`,
    q: (text, param) => {
      const part = param(containing(text));
      const columns = ['k.number', 'd.serial_number', 'k.reference', 'k.rma'];
      return [...columns, 'CASE WHEN e.shows_asset_tags THEN d.asset_tag END']
        .map((column) => `${column} ILIKE ${part}`)
        .join(' OR ');
    },
  },
  sorts: {
    clock: [`coalesce(k.due_at, 'infinity'::timestamptz)`, 'k.sequence'],
    number: ['k.sequence'],
  },
  id: 'k.id',
});

/** Claims as their vendor sees them. */
@Injectable()
export class DeskClaimsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async list(scope: Scope, query: DeskClaimsQuery): Promise<Page<DeskClaimView>> {
    const promises = await this.promises(scope);
    return this.lists.answer(DESK_CLAIMS, scope, query, (rows) =>
      rows.map((row) => viewOf(row, promises, this.clock.now())),
    );
  }

  /** @throws ClaimNotFound for a claim of another vendor, or one that was not sent */
  async find(scope: Scope, id: string): Promise<DeskClaimDetail> {
    const row = await this.lists.find(DESK_CLAIMS, scope, id);
    if (!row) throw new ClaimNotFound();
    const promises = await this.promises(scope);
    const parameters = [scope.districtId, id];
    const [contacts, parts, files, steps] = await Promise.all([
      this.source.query<Pick<DeskClaimDetail, 'contact' | 'shipFrom'>[]>(CONTACTS, parameters),
      this.source.query<DeskPartView[]>(PARTS, parameters),
      this.source.query<DeskFileView[]>(FILES, parameters),
      this.source.query<DeskStepView[]>(STEPS, [...parameters, vendorOf(scope)]),
    ]);
    const { contact = null, shipFrom = null } = contacts[0] ?? {};
    return { ...viewOf(row, promises, this.clock.now()), contact, shipFrom, parts, files, steps };
  }

  /** @throws ClaimNotFound for a claim of another vendor, or one that was not sent */
  async assertSeen(scope: Scope, id: string): Promise<void> {
    const row = await this.lists.find(DESK_CLAIMS, scope, id);
    if (!row) throw new ClaimNotFound();
  }

  private async promises(scope: Scope): Promise<Promises> {
    const [row] = await this.source.query<Promises[]>(
      `SELECT time_zone AS "timeZone", hours, closed_on::text[] AS "closedOn",
              acknowledge_within_hours AS "acknowledgeWithinHours", resolve_within_hours AS "resolveWithinHours"
         FROM vendors WHERE district_id = $1 AND id = $2`,
      [scope.districtId, vendorOf(scope)],
    );
    if (!row) throw new Error('the vendor of an account is gone');
    return row;
  }
}

const CONTACTS = `
  SELECT k.contact, coalesce(k.ship_from, jsonb_build_object('name', s.name, 'street', s.street, 'city', s.city,
           'state', s.state, 'postalCode', s.postal_code)) AS "shipFrom"
    FROM claims k
    JOIN vendor_desks e ON e.district_id = $1 AND e.vendor_id = k.vendor_id AND e.shows_contacts
    JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
    JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
   WHERE k.district_id = $1 AND k.id = $2`;

const PARTS = `
  SELECT position, number, quantity, description, must_return AS "mustReturn" FROM claim_parts
   WHERE district_id = $1 AND claim_id = $2 ORDER BY position`;

const FILES = `
  SELECT c.file_id AS id, c.kind, f.media_type AS "mediaType", f.size_bytes::integer AS "sizeBytes"
    FROM claim_files c JOIN files f ON f.district_id = $1 AND f.id = c.file_id
   WHERE c.district_id = $1 AND c.claim_id = $2 AND c.is_shared ORDER BY c.added_at, c.file_id`;

/** What was done before the claim was sent is the district's own business, and so are its reasons. */
const STEPS = `
  SELECT h.step, h.from_state AS "from", h.to_state AS "to", h.taken_at AS "takenAt",
         CASE WHEN h.taken_by IS NULL THEN 'rollcall' WHEN a.vendor_id = $3 THEN 'vendor' ELSE 'district' END AS by,
         CASE WHEN a.vendor_id = $3 THEN h.note END AS note
    FROM steps_taken h
    LEFT JOIN accounts a ON a.district_id = $1 AND a.id = h.taken_by
   WHERE h.district_id = $1 AND h.subject_kind = '${CLAIM_STEPS.kind}' AND h.subject_id = $2
     AND h.to_state NOT IN ('draft', 'ready')
   ORDER BY h.version`;

function viewOf({ minutesRun, clockFrom, dueAt, ...row }: Row, promises: Promises, now: Date): DeskClaimView {
  const isAcknowledged = row.acknowledgedAt !== null;
  const promise = duePromise(isAcknowledged, promises);
  if (clockFrom === null || dueAt === null || !promise) return { ...row, due: null };
  const clock = { minutesRun, clockFrom, isAcknowledged, level: row.escalationLevel, breachMinutes: 0 };
  const minutesLeft = Math.round(promise.minutes - minutesAt(clock, promises, now));
  return { ...row, due: { clock: promise.clock, dueAt, minutesLeft, isLate: dueAt <= now } };
}
