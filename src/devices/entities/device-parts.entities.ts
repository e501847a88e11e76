import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import type { Gate, MoveDetails } from '../recording/device-lifecycle.js';
import type { CodeKind } from '../device-record.js';
import { ChangeSet } from './change-set.entity.js';
import { Device } from './device.entity.js';

/** What is printed on or read from a device. Released codes stay, so that history shows both owners of a tag. */
@Entity('device_codes')
@Check('device_codes_kind_known', `kind IN ('asset_tag', 'serial', 'old_tag', 'mac', 'imei', 'other')`)
@Check('device_codes_normalised', `code = upper(btrim(code)) AND code <> ''`)
@Index('device_codes_by_code', ['districtId', 'code'])
@Index('device_codes_tag_unique', ['districtId', 'code'], {
  unique: true,
  where: `kind = 'asset_tag' AND released_at IS NULL`,
})
@Index('device_codes_serial_unique', ['districtId', 'code', 'manufacturer'], {
  unique: true,
  where: `kind = 'serial' AND released_at IS NULL`,
})
@Index('device_codes_by_part', { synchronize: false })
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], { name: 'device_codes_device' })
export class DeviceCode {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  deviceId!: string;

  @PrimaryColumn('text')
  kind!: CodeKind;

  @PrimaryColumn('text')
  code!: string;

  /** Only with a serial, which is unique per maker. */
  @Column('text', { default: '' })
  manufacturer!: string;

  @Column('timestamptz', { nullable: true })
  releasedAt!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}

/** One change to one device. Append-only; holds ids, never names of people. */
@Entity('device_events')
@Check(
  'device_events_type_known',
  `type IN ('entered', 'changed', 'moved', 'corrected', 'merged', 'voided', 'reopened')`,
)
@Index('device_events_by_change_set', ['districtId', 'changeSetId', 'deviceId'])
@Index('device_events_by_site', { synchronize: false })
@Index('device_events_by_time', { synchronize: false })
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], { name: 'device_events_device' })
@ForeignKey(() => ChangeSet, ['districtId', 'changeSetId'], ['districtId', 'id'], {
  name: 'device_events_change_set',
})
export class DeviceEvent {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  deviceId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  type!: string;

  @Column('text')
  cause!: string;

  @Column('timestamptz')
  effectiveAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  recordedAt!: Date;

  /** Null: the system. */
  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('uuid')
  changeSetId!: string;

  /** Field → [before, after]. */
  @Column('jsonb')
  changes!: Record<string, [unknown, unknown]>;

  @Column('jsonb', { nullable: true })
  details!: MoveDetails | null;

  /** The event this one corrects. */
  @Column('uuid', { nullable: true })
  amendsId!: string | null;

  /** The device's version after it; null of events older than this column. */
  @Column('integer', { nullable: true })
  version!: number | null;
}

/** What somebody wrote beside an event. Apart from it, because it may name people and can be redacted. */
@Entity('event_notes')
@ForeignKey(() => DeviceEvent, ['districtId', 'deviceId', 'eventId'], ['districtId', 'deviceId', 'id'], {
  name: 'event_notes_event',
})
export class EventNote {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  deviceId!: string;

  @PrimaryColumn('uuid')
  eventId!: string;

  @Column('text')
  note!: string;

  @Column('timestamptz', { nullable: true })
  redactedAt!: Date | null;
}

/** Forbids something to a device until it is lifted. */
@Entity('device_holds')
@Check('device_holds_kind_known', `kind IN ('claim', 'lot', 'legal', 'grant')`)
@Check(
  'device_holds_forbids_known',
  `forbids <@ ARRAY['move', 'retire', 'dispose', 'void', 'redact', 'change'] AND forbids <> '{}'`,
)
@Index('device_holds_once', ['districtId', 'kind', 'subjectId', 'deviceId'], {
  unique: true,
  where: 'lifted_at IS NULL AND subject_id IS NOT NULL',
})
@Index('device_holds_open', ['districtId', 'deviceId'], { where: 'lifted_at IS NULL' })
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], { name: 'device_holds_device' })
@ForeignKey(() => Account, ['districtId', 'placedBy'], ['districtId', 'id'], { name: 'device_holds_placer' })
@ForeignKey(() => Account, ['districtId', 'liftedBy'], ['districtId', 'id'], { name: 'device_holds_lifter' })
export class DeviceHold {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  deviceId!: string;

  @Column('text')
  kind!: string;

  @Column('text', { array: true })
  forbids!: string[];

  @Column('text')
  reason!: string;

  /** Who placed it and may lift it, in words. */
  @Column('text')
  owner!: string;

  /** The claim or lot that lifts it; null for a hold by hand. */
  @Column('uuid', { nullable: true })
  subjectId!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  placedAt!: Date;

  @Column('uuid', { nullable: true })
  placedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  liftedAt!: Date | null;

  @Column('uuid', { nullable: true })
  liftedBy!: string | null;
}

/** Says that a gate of a disposal route is open for a device; salvage, warranty and enrollment place it. */
@Entity('device_clearances')
@Check(
  'device_clearances_gate_known',
  `gate IN ('released', 'sanitized', 'board_item', 'signed_lot', 'lessor_receipt', 'vendor_claim', 'loss_report', 'approval', 'sanitization_contracted')`,
)
@Check('device_clearances_evidence_named', `evidence_kind <> ''`)
@Check('device_clearances_withdrawn_once', `withdrawn_at IS NOT NULL OR withdrawn_by IS NULL`)
@Index('device_clearances_open', ['districtId', 'deviceId'], { where: 'withdrawn_at IS NULL' })
@Index('device_clearances_once', ['districtId', 'evidenceKind', 'evidenceId', 'gate', 'deviceId'], {
  unique: true,
  where: 'withdrawn_at IS NULL',
})
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], {
  name: 'device_clearances_device',
})
@ForeignKey(() => Account, ['districtId', 'placedBy'], ['districtId', 'id'], {
  name: 'device_clearances_placer',
})
@ForeignKey(() => Account, ['districtId', 'withdrawnBy'], ['districtId', 'id'], {
  name: 'device_clearances_withdrawer',
})
export class DeviceClearance {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  deviceId!: string;

  @Column('text')
  gate!: Gate;

  /** What proves it, of whichever module: `sanitization`, `claim`, `lot`. */
  @Column('text')
  evidenceKind!: string;

  @Column('uuid')
  evidenceId!: string;

  /** A disposal cannot take effect before this instant. */
  @Column('timestamptz')
  holdsFrom!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  placedAt!: Date;

  @Column('uuid', { nullable: true })
  placedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Column('uuid', { nullable: true })
  withdrawnBy!: string | null;
}

/** In whose hands a device was, from the loan to the return. */
@Entity('custody')
@Index('custody_open', { synchronize: false })
@Check('custody_dates_ordered', `returned_at >= loaned_at`)
@Exclusion(
  'custody_one_holder',
  `USING gist (district_id WITH =, device_id WITH =, tstzrange(loaned_at, returned_at) WITH &&)`,
)
@Index('custody_by_person', ['districtId', 'personId'])
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], { name: 'custody_device' })
@ForeignKey('Person', ['districtId', 'personId'], ['districtId', 'id'], { name: 'custody_person' })
export class Custody {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  deviceId!: string;

  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  loanedAt!: Date;

  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Column('timestamptz', { nullable: true })
  returnedAt!: Date | null;
}
