import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { District } from '../../access/entities/district.entity.js';
import { oneOf } from '../../database/known-values.js';
import { ChangeSet } from '../../devices/entities/change-set.entity.js';
import { Device } from '../../devices/entities/device.entity.js';
import { Site } from '../../sites/entities/site.entity.js';
import { stateCheck } from '../../steps/step-machine.js';
import { Vendor } from '../../vendors/vendor.entity.js';
import { SERVICE_LEVELS, type ServiceLevel } from '../coverages/coverage-terms.js';
import { IncidentPool } from '../pools/incident-pool.entity.js';
import { Coverage } from '../coverages/coverage.entity.js';

/** `waiting`: for the district. */
export const CLAIM_STATES = [
  'draft',
  'ready',
  'sent',
  'acknowledged',
  'in_progress',
  'waiting',
  'resolved',
  'denied',
  'closed',
  'cancelled',
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export const FAULT_CATEGORIES = [
  'screen',
  'keyboard',
  'trackpad',
  'battery',
  'power',
  'charging_port',
  'hinge',
  'case',
  'camera',
  'audio',
  'storage',
  'mainboard',
  'network',
  'liquid',
  'software',
  'other',
] as const;
export type FaultCategory = (typeof FAULT_CATEGORIES)[number];

export const CLAIM_OUTCOMES = ['repaired', 'part_shipped', 'replaced', 'credited', 'no_fault_found'] as const;
export type ClaimOutcome = (typeof CLAIM_OUTCOMES)[number];

export const DENIAL_REASONS = [
  'customer_damage',
  'liquid',
  'cosmetic',
  'wear',
  'altered_serial',
  'limit_used',
  'not_on_plan',
  'no_fault_found',
  'other',
] as const;
export type DenialReason = (typeof DENIAL_REASONS)[number];

/** How the data on a device was removed that its vendor keeps: the district wiped it, or the vendor states that it does. */
export const DATA_REMOVED = ['wiped', 'by_vendor'] as const;
export type DataRemoved = (typeof DATA_REMOVED)[number];

export const CLAIM_WARNINGS = [
  'NO_COVERAGE',
  'NO_COVERAGE_OF_VENDOR',
  'COVERAGE_EXPIRED',
  'COVERAGE_NOT_STARTED',
  'ACCIDENT_NOT_COVERED',
  'FAULT_EXCLUDED',
  'WAITING_PERIOD',
  'INCIDENTS_USED_UP',
  'POOL_USED_UP',
  'REPAIR_CAP_REACHED',
] as const;

/** Why the vendor may refuse to pay. A person accepts it before the claim is sent. */
export interface ClaimWarning {
  code: (typeof CLAIM_WARNINGS)[number];
  detail: string;
}

/** The last number of a claim in a district. It is counted in the transaction of the claim, so none is left out. */
@Entity('claim_counters')
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'claim_counters_district' })
export class ClaimCounter {
  @PrimaryColumn('uuid')
  districtId!: string;

  @Column('integer')
  last!: number;
}

/** Whom the vendor can ask. */
export interface ClaimContact {
  name: string;
  email: string | null;
  phone: string | null;
}

/** Where a device is shipped from. What the site does not have is null. */
export interface ShipFrom {
  name: string;
  street: string | null;
  city: string | null;
  state: string | null;
  postalCode: string | null;
}

/** The fault of one device, taken to one vendor. */
@Entity('claims')
@Unique('claims_sequence_unique', ['districtId', 'sequence'])
@Unique('claims_number_unique', ['districtId', 'number'])
@Index('claims_by_reference', { synchronize: false })
@Index('claims_by_rma', { synchronize: false })
@Index('claims_open_once', ['districtId', 'deviceId', 'category'], {
  unique: true,
  where: `state NOT IN ('closed', 'cancelled')`,
})
@Index('claims_by_state', ['districtId', 'state', 'sequence'])
@Index('claims_of_device', ['districtId', 'deviceId', 'sequence'])
@Index('claims_of_site', ['districtId', 'siteId', 'sequence'])
@Index('claims_of_vendor', ['districtId', 'vendorId', 'sequence'])
@Index('claims_of_coverage', ['districtId', 'coverageId'])
@Index('claims_of_reference', ['districtId', 'reference'], { where: 'reference IS NOT NULL' })
@Index('claims_of_pool', ['districtId', 'poolId', 'sequence'], { where: 'pool_id IS NOT NULL' })
@Index('claims_by_due', { synchronize: false })
@Index('claims_at_vendor', ['districtId', 'sequence'], {
  where: 'shipped_at IS NOT NULL AND returned_at IS NULL',
})
@Check('claims_return_after_shipping', 'returned_at IS NULL OR shipped_at IS NOT NULL')
@Index('claims_escalating', ['districtId', 'escalatesAt'], { where: 'escalates_at IS NOT NULL' })
@Index('claims_by_clock', { synchronize: false })
@Index('claims_of_vendor_due', { synchronize: false })
@Index('claims_by_sending', ['districtId', 'sentAt'], { where: 'sent_at IS NOT NULL' })
@Index('claims_resubmitted', ['districtId', 'id'], { where: 'resubmissions > 0' })
@Index('claims_by_opening', ['districtId', 'openedAt'])
@Index('claims_invoiced', ['districtId', 'sequence'], { where: 'cost_invoiced_cents > 0' })
@Check('claims_level_known', 'escalation_level BETWEEN 0 AND 3')
@Check('claims_due_runs', 'due_at IS NULL OR clock_from IS NOT NULL')
@Check('claims_clock_runs', 'escalates_at IS NULL OR clock_from IS NOT NULL')
@Check('claims_state_known', stateCheck(CLAIM_STATES))
@Check('claims_category_known', oneOf('category', FAULT_CATEGORIES))
@Check('claims_outcome_known', oneOf('outcome', CLAIM_OUTCOMES))
@Check('claims_denial_known', oneOf('denial_reason', DENIAL_REASONS))
@Check('claims_service_known', oneOf('requested_service', SERVICE_LEVELS))
@Check('claims_data_removed_known', oneOf('data_removed', DATA_REMOVED))
@Check(
  'claims_replacement_whole',
  `(replacement_device_id IS NULL) = (replacement_change_set_id IS NULL)
   AND (replacement_device_id IS NULL OR outcome = 'replaced')`,
)
@Index('claims_replacement_once', ['districtId', 'replacementDeviceId'], {
  unique: true,
  where: 'replacement_device_id IS NOT NULL',
})
@ForeignKey(() => Device, ['districtId', 'replacementDeviceId'], ['districtId', 'id'], {
  name: 'claims_replacement',
})
@ForeignKey(() => ChangeSet, ['districtId', 'replacementChangeSetId'], ['districtId', 'id'], {
  name: 'claims_replacement_change_set',
})
@Check('claims_district_reference_filled', `btrim(district_reference) <> ''`)
@Check('claims_observed_filled', `btrim(observed) <> ''`)
@Check(
  'claims_costs_positive',
  'cost_quoted_cents >= 0 AND cost_approved_cents >= 0 AND cost_invoiced_cents >= 0',
)
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], { name: 'claims_device' })
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'claims_site' })
@ForeignKey(() => Vendor, ['districtId', 'vendorId'], ['districtId', 'id'], { name: 'claims_vendor' })
@ForeignKey(() => Coverage, ['districtId', 'coverageId'], ['districtId', 'id'], { name: 'claims_coverage' })
@ForeignKey(() => IncidentPool, ['districtId', 'poolId'], ['districtId', 'id'], { name: 'claims_pool' })
@ForeignKey(() => Account, ['districtId', 'openedBy'], ['districtId', 'id'], { name: 'claims_opener' })
@ForeignKey(() => Account, ['districtId', 'warningsAcceptedBy'], ['districtId', 'id'], {
  name: 'claims_warnings_accepter',
})
export class Claim {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** Counts up in the district, over all years. */
  @Column('integer')
  sequence!: number;

  /** For people, such as `C-2026-000123`. */
  @Column('text')
  number!: string;

  @Column('uuid')
  deviceId!: string;

  /** The site of the device when the claim was opened. */
  @Column('uuid')
  siteId!: string;

  @Column('uuid')
  vendorId!: string;

  /** What should pay. Null where nothing does. */
  @Column('uuid', { nullable: true })
  coverageId!: string | null;

  /** The pool of which the claim has an incident. */
  @Column('uuid', { nullable: true })
  poolId!: string | null;

  @Column('text')
  category!: FaultCategory;

  @Column('boolean')
  isAccidental!: boolean;

  @Column('text')
  observed!: string;

  @Column('text', { nullable: true })
  tried!: string | null;

  /** The district's own number, such as that of a ticket. */
  @Column('text', { nullable: true })
  districtReference!: string | null;

  @Column('text', { nullable: true })
  requestedService!: ServiceLevel | null;

  @Column('jsonb', { nullable: true })
  contact!: ClaimContact | null;

  /** Null for the site of the device. */
  @Column('jsonb', { nullable: true })
  shipFrom!: ShipFrom | null;

  @Column('jsonb', { default: () => `'[]'` })
  warnings!: ClaimWarning[];

  @Column('timestamptz', { nullable: true })
  warningsAcceptedAt!: Date | null;

  @Column('uuid', { nullable: true })
  warningsAcceptedBy!: string | null;

  @Column('text', { default: 'draft' })
  state!: ClaimState;

  @Column('integer', { default: 1 })
  version!: number;

  /** The vendor's number for the claim. */
  @Column('text', { nullable: true })
  reference!: string | null;

  /** The vendor's permission to send the device in. */
  @Column('text', { nullable: true })
  rma!: string | null;

  /** The last day on which the RMA can be used. */
  @Column('date', { nullable: true })
  rmaExpiresOn!: string | null;

  /** The last day on which the district can approve the quote. */
  @Column('date', { nullable: true })
  quoteDueOn!: string | null;

  /** The last day on which the defective part can be back at the vendor. */
  @Column('date', { nullable: true })
  partDueOn!: string | null;

  @Column('date', { nullable: true })
  partReturnedOn!: string | null;

  /** The day for which the vendor promises it. */
  @Column('date', { nullable: true })
  expectedOn!: string | null;

  @Column('text', { nullable: true })
  trackingOut!: string | null;

  @Column('text', { nullable: true })
  trackingBack!: string | null;

  /** When the bench scanned that the device went to the vendor. */
  @Column('timestamptz', { nullable: true })
  shippedAt!: Date | null;

  /** When it came back. */
  @Column('timestamptz', { nullable: true })
  returnedAt!: Date | null;

  /** The box in which it went with others. */
  @Column('text', { nullable: true })
  box!: string | null;

  @Column('integer', { nullable: true })
  costQuotedCents!: number | null;

  @Column('integer', { nullable: true })
  costApprovedCents!: number | null;

  @Column('integer', { nullable: true })
  costInvoicedCents!: number | null;

  @Column('text', { nullable: true })
  outcome!: ClaimOutcome | null;

  /** The device that the vendor sent for this one. */
  @Column('uuid', { nullable: true })
  replacementDeviceId!: string | null;

  @Column('uuid', { nullable: true })
  replacementChangeSetId!: string | null;

  @Column('text', { nullable: true })
  dataRemoved!: DataRemoved | null;

  @Column('text', { nullable: true })
  denialReason!: DenialReason | null;

  @Column('integer', { default: 0 })
  resubmissions!: number;

  @Column('uuid', { nullable: true })
  openedBy!: string | null;

  @Column('timestamptz')
  openedAt!: Date;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  acknowledgedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  resolvedAt!: Date | null;

  /** When it was closed or cancelled. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('timestamptz')
  updatedAt!: Date;

  /** Business minutes of the vendor that had run at `clockFrom`. */
  @Column('double precision', { default: 0 })
  minutesRun!: number;

  /** Since when the clock runs. Null while it stands still. */
  @Column('timestamptz', { nullable: true })
  clockFrom!: Date | null;

  /** Business minutes from sending to the first answer. */
  @Column('double precision', { nullable: true })
  acknowledgeMinutes!: number | null;

  /** What the vendor promised for the first answer when it came, in business minutes. Null where it promised nothing. */
  @Column('double precision', { nullable: true })
  acknowledgePromise!: number | null;

  /** Business minutes from sending to the end, without the time in which the district was waited for. */
  @Column('double precision', { nullable: true })
  resolveMinutes!: number | null;

  /** The same for the end. */
  @Column('double precision', { nullable: true })
  resolvePromise!: number | null;

  /** 0 until it is sent. */
  @Column('smallint', { default: 0 })
  escalationLevel!: number;

  /** Business minutes of the last breach; 0 where there was none. */
  @Column('double precision', { default: 0 })
  breachMinutes!: number;

  /** By when the vendor must keep its next promise. */
  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  /** When it goes one level higher by itself. */
  @Column('timestamptz', { nullable: true })
  escalatesAt!: Date | null;
}
