import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import { stepsOf, type StepView } from '../../steps/step-history.js';
import { type NextStep, nextSteps } from '../../steps/step-machine.js';
import { maySeeContacts } from '../../vendors/vendors.queries.js';
import type { ServiceLevel } from '../coverages/coverage-terms.js';
import type {
  ClaimContact,
  ClaimOutcome,
  ClaimState,
  ClaimWarning,
  DenialReason,
  FaultCategory,
  ShipFrom,
} from './claim.entity.js';
import type { ClockName } from '../clocks/claim-clock.js';
import { CLAIM_NOTICE } from '../clocks/claim-notices.js';
import { CLAIM_STEPS } from './claim-steps.js';
import type { ClaimsQuery } from './claims.dto.js';
import { ClaimNotFound } from './claims.errors.js';
import { type ShipmentView, shipmentsOf } from './bench/claim-shipments.js';
import { claimsCalled } from './finding/claim-numbers.js';
import { NEXT_DUE } from './deadlines/due-dates.js';
import { checksOf, type ClaimCheckView } from './checklist/claim-checks.js';
import { type ClaimFileView, filesOf } from './files/claim-files.service.js';
import { type ClaimPartView, partsOf } from './parts/claim-requests.js';

interface ClaimRow {
  id: string;
  /** Such as `C-2026-000123`. */
  number: string;
  deviceId: string;
  /** Asset tag of the device, or its serial number if it has no tag. */
  deviceCode: string | null;
  serialNumber: string | null;
  /** Manufacturer and model of the device. */
  deviceModel: string;
  /** Code of the site where the device is now. */
  site: string;
  siteName: string;
  /** Key of the vendor. */
  vendor: string;
  vendorName: string;
  /** The coverage that should pay. Null if there is none. */
  coverageId: string | null;
  /** The pool of which the claim has an incident. Null if its coverage shares none, or if there was none left. */
  poolId: string | null;
  category: FaultCategory;
  isAccidental: boolean;
  observed: string;
  tried: string | null;
  /** The district's own number, such as that of a ticket. */
  districtReference: string | null;
  /** The service that the district asks for. */
  requestedService: ServiceLevel | null;
  /** Whom the vendor can ask. */
  contact: ClaimContact | null;
  /** Where the device is shipped from. By default, the site of the device. */
  shipFrom: ShipFrom;
  /** The address is that of the site, because nobody entered another one. */
  shipsFromSite: boolean;
  state: ClaimState;
  version: number;
  /** Why the vendor may refuse to pay. */
  warnings: ClaimWarning[];
  /** When somebody accepted the warnings. */
  warningsAcceptedAt: Date | null;
  /** Name or email of the account that accepted them. */
  warningsAcceptedByName: string | null;
  reference: string | null;
  rma: string | null;
  expectedOn: string | null;
  /** The last day on which the RMA can be used. */
  rmaExpiresOn: string | null;
  /** The last day on which the district can approve the quote. */
  quoteDueOn: string | null;
  /** The last day on which the defective part can be back at the vendor. */
  partDueOn: string | null;
  /** The day on which the defective part was sent back. */
  partReturnedOn: string | null;
  /** The first of these days by which the district must still do something. */
  dueOn: string | null;
  trackingOut: string | null;
  trackingBack: string | null;
  /** When the bench scanned that the device went to the vendor. */
  shippedAt: Date | null;
  /** When it came back from the vendor. */
  returnedAt: Date | null;
  /** The box in which it went with others. */
  box: string | null;
  costQuotedCents: number | null;
  costApprovedCents: number | null;
  costInvoicedCents: number | null;
  outcome: ClaimOutcome | null;
  /** The device that the vendor sent for this one. Null if it came back itself. */
  replacementDeviceId: string | null;
  /** Asset tag of that device, or its serial number if it has no tag. */
  replacementCode: string | null;
  denialReason: DenialReason | null;
  /** How often it was sent again after a denial. */
  resubmissions: number;
  /** 0 until it is sent, then 1 to 3. It goes up when the vendor does not keep a promise. */
  escalationLevel: number;
  /** When it goes one level higher if the vendor does nothing. Null while no clock runs. */
  escalatesAt: Date | null;
  openedAt: Date;
  /** Name or email of the account. */
  openedByName: string | null;
  sentAt: Date | null;
  acknowledgedAt: Date | null;
  resolvedAt: Date | null;
  /** When it was closed or cancelled. */
  endedAt: Date | null;
}

/** A claim as lists show it. */
export interface ClaimView extends ClaimRow {
  /** The steps that you can take now. */
  nextSteps: NextStep<ClaimState>[];
}

/** That a claim came to a level of escalation. */
export interface EscalationView {
  level: number;
  /** The promise that the vendor did not keep. Null if the claim was sent, or raised by hand. */
  clock: ClockName | null;
  /** Why a person raised it. */
  reason: string | null;
  raisedAt: Date;
  /** Name or email of the account. Null for Rollcall itself. */
  raisedByName: string | null;
  /**
   * Addresses of the vendor that were written to. Empty if the vendor has no contact of this level, or if you may not
   * see the contacts of vendors.
   */
  writtenTo: string[];
}

export interface ClaimDetail extends ClaimView {
  /** The parts that the district asks for. */
  parts: ClaimPartView[];
  /** What must be done before the claim is ready. Empty if its vendor has no checklist. */
  checklist: ClaimCheckView[];
  /** When the device went to the vendor and came back, oldest first. */
  shipments: ShipmentView[];
  /** Photos and papers, oldest first. */
  files: ClaimFileView[];
  /** Levels that the claim came to, oldest first. */
  escalations: EscalationView[];
  /** The history, oldest first: who took each step, when and why. */
  steps: StepView[];
}

const CLAIMS = list<ClaimRow, ClaimsQuery>({
  name: 'claims',
  select: `
    SELECT k.id, k.number, k.device_id AS "deviceId", coalesce(d.asset_tag, d.serial_number) AS "deviceCode",
           d.serial_number AS "serialNumber", m.manufacturer || ' ' || m.name AS "deviceModel", s.code AS site,
           s.name AS "siteName", v.key AS vendor, v.name AS "vendorName", k.coverage_id AS "coverageId",
           k.pool_id AS "poolId", k.category,
           k.is_accidental AS "isAccidental", k.observed, k.tried, k.district_reference AS "districtReference",
           k.requested_service AS "requestedService", k.contact, coalesce(k.ship_from, jsonb_build_object(
             'name', s.name, 'street', s.street, 'city', s.city, 'state', s.state, 'postalCode', s.postal_code)) AS "shipFrom",
           k.ship_from IS NULL AS "shipsFromSite",
           k.state, k.version, k.warnings,
           k.warnings_accepted_at AS "warningsAcceptedAt",
           coalesce(nullif(w.name, ''), w.email) AS "warningsAcceptedByName", k.reference, k.rma, k.expected_on AS "expectedOn",
           k.tracking_out AS "trackingOut", k.tracking_back AS "trackingBack",
           k.rma_expires_on AS "rmaExpiresOn", k.quote_due_on AS "quoteDueOn", k.part_due_on AS "partDueOn",
           k.part_returned_on AS "partReturnedOn", ${NEXT_DUE} AS "dueOn",
           k.shipped_at AS "shippedAt", k.returned_at AS "returnedAt", k.box,
           k.cost_quoted_cents AS "costQuotedCents", k.cost_approved_cents AS "costApprovedCents",
           k.cost_invoiced_cents AS "costInvoicedCents", k.outcome,
           k.replacement_device_id AS "replacementDeviceId",
           coalesce(r.asset_tag, r.serial_number) AS "replacementCode", k.denial_reason AS "denialReason",
           k.resubmissions, k.escalation_level AS "escalationLevel", k.escalates_at AS "escalatesAt", k.opened_at AS "openedAt", coalesce(nullif(a.name, ''), a.email) AS "openedByName",
           k.sent_at AS "sentAt", k.acknowledged_at AS "acknowledgedAt", k.resolved_at AS "resolvedAt",
           k.ended_at AS "endedAt"
      FROM claims k
      JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
      JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
      JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
      JOIN vendors v ON v.district_id = $1 AND v.id = k.vendor_id
      LEFT JOIN devices r ON r.district_id = $1 AND r.id = k.replacement_device_id
      LEFT JOIN accounts a ON a.district_id = $1 AND a.id = k.opened_by
      LEFT JOIN accounts w ON w.district_id = $1 AND w.id = k.warnings_accepted_by
     WHERE k.district_id = $1`,
  reach: 'd.site_id',
  filters: {
    q: (text, param) => claimsCalled(`${param(text.toUpperCase())}::text`),
    state: (states, param) => `k.state = ANY (${param(states)}::text[])`,
    open: (isOpen) => `k.state ${isOpen ? 'NOT IN' : 'IN'} ('closed', 'cancelled')`,
    vendor: (key, param) => `v.key = ${param(key)}`,
    device: (id, param) => `${param(id)} IN (k.device_id, k.replacement_device_id)`,
    dueBy: (day, param) => `${NEXT_DUE} <= ${param(day)}::date`,
    atVendor: (isAway) =>
      isAway
        ? 'k.shipped_at IS NOT NULL AND k.returned_at IS NULL'
        : '(k.shipped_at IS NULL OR k.returned_at IS NOT NULL)',
    pool: (id, param) => `k.pool_id = ${param(id)}`,
    site: (code, param) => `s.code = ${param(code)}`,
    category: (category, param) => `k.category = ${param(category)}`,
  },
  sorts: {
    number: ['k.sequence'],
    clock: [`coalesce(k.escalates_at, 'infinity'::timestamptz)`, 'k.sequence'],
  },
  id: 'k.id',
});

@Injectable()
export class ClaimsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
  ) {}

  list(scope: Scope, query: ClaimsQuery): Promise<Page<ClaimView>> {
    return this.lists.answer(CLAIMS, scope, query, (rows) => rows.map((row) => viewOf(scope, row)));
  }

  /** @throws ClaimNotFound where it is not there, or of a site out of reach */
  async find(scope: Scope, id: string): Promise<ClaimDetail> {
    const row = await this.lists.find(CLAIMS, scope, id);
    if (!row) throw new ClaimNotFound();
    const [steps, escalations, parts, files, checks, shipments] = await Promise.all([
      stepsOf(this.source.manager, scope, CLAIM_STEPS, id),
      this.escalationsOf(scope, id),
      partsOf(this.source.manager, scope.districtId, id),
      filesOf(this.source.manager, scope.districtId, id),
      checksOf(this.source.manager, scope.districtId, [id]),
      shipmentsOf(this.source.manager, scope.districtId, id),
    ]);
    const checklist = checks.get(id) ?? [];
    return { ...viewOf(scope, row), parts, checklist, shipments, files, escalations, steps };
  }

  private async escalationsOf(scope: Scope, id: string): Promise<EscalationView[]> {
    const rows = await this.source.query<EscalationView[]>(
      `SELECT e.level, e.clock, e.reason, e.raised_at AS "raisedAt",
              coalesce(nullif(a.name, ''), a.email) AS "raisedByName",
              coalesce((SELECT array_agg(DISTINCT o.address) FROM outbox o
                         WHERE o.district_id = $1 AND o.subject_kind = '${CLAIM_NOTICE}'
                           AND o.subject_id = e.notice_id), '{}') AS "writtenTo"
         FROM claim_escalations e
         LEFT JOIN accounts a ON a.district_id = $1 AND a.id = e.raised_by
        WHERE e.district_id = $1 AND e.claim_id = $2 ORDER BY e.raised_at, e.level`,
      [scope.districtId, id],
    );
    return maySeeContacts(scope) ? rows : rows.map((row) => ({ ...row, writtenTo: [] }));
  }
}

function viewOf(scope: Scope, row: ClaimRow): ClaimView {
  return { ...row, nextSteps: nextSteps(CLAIM_STEPS, row.state, scope) };
}
