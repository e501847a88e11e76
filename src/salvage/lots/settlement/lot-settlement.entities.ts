import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../../access/entities/account.entity.js';
import { oneOf } from '../../../database/known-values.js';
import { Device } from '../../../devices/entities/device.entity.js';
import { StoredFileRow } from '../../../files/file.entities.js';
import { Lot } from '../lot.entities.js';

/**
 * `not_taken`: the device was on the manifest, but the driver did not take it. `extra`: the driver took the device, but it
 * was not on the manifest.
 */
export const DIFFERENCE_KINDS = ['not_taken', 'extra'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** A difference between the manifest and the pick-up. Somebody has to explain it. */
@Entity('lot_differences')
@Check('lot_differences_kind_known', oneOf('kind', DIFFERENCE_KINDS))
@Check('lot_differences_resolved', '(resolved_at IS NULL) = (resolution IS NULL)')
@Index('lot_differences_of_lot', ['districtId', 'lotId', 'id'])
@Index('lot_differences_of_device', ['districtId', 'deviceId'], { where: 'device_id IS NOT NULL' })
@ForeignKey(() => Lot, ['districtId', 'lotId'], ['districtId', 'id'], { name: 'lot_differences_lot' })
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], {
  name: 'lot_differences_device',
})
@ForeignKey(() => Account, ['districtId', 'resolvedBy'], ['districtId', 'id'], {
  name: 'lot_differences_resolver',
})
export class LotDifference {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  lotId!: string;

  @Column('text')
  kind!: DifferenceKind;

  /** Null for a code that no device has. */
  @Column('uuid', { nullable: true })
  deviceId!: string | null;

  /** Asset tag or serial number, as somebody read it from the device. */
  @Column('text')
  code!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz')
  foundAt!: Date;

  @Column('timestamptz', { nullable: true })
  resolvedAt!: Date | null;

  @Column('uuid', { nullable: true })
  resolvedBy!: string | null;

  /** The explanation of the difference. */
  @Column('text', { nullable: true })
  resolution!: string | null;
}

/** What the recipient can owe after a pick-up. */
export const OBLIGATION_KINDS = [
  'certificate_of_recycling',
  'certificate_of_destruction',
  'wipe_certificates',
  'weights',
  'price',
  'payment',
  'recipient_receipt',
] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

/** Something that must be filed before a lot is settled. */
@Entity('lot_obligations')
@Check('lot_obligations_kind_known', oneOf('kind', OBLIGATION_KINDS))
@Check(
  'lot_obligations_filed',
  `(filed_at IS NULL) = (filed_on IS NULL AND waived_because IS NULL)
   AND NOT (filed_on IS NOT NULL AND waived_because IS NOT NULL)`,
)
@Check('lot_obligations_amounts', 'amount_cents >= 0 AND weight_kg > 0')
@Index('lot_obligations_due', ['districtId', 'dueOn', 'lotId', 'kind'], { where: 'filed_at IS NULL' })
@ForeignKey(() => Lot, ['districtId', 'lotId'], ['districtId', 'id'], { name: 'lot_obligations_lot' })
@ForeignKey(() => StoredFileRow, ['districtId', 'fileId'], ['districtId', 'id'], {
  name: 'lot_obligations_file',
})
@ForeignKey(() => Account, ['districtId', 'filedBy'], ['districtId', 'id'], { name: 'lot_obligations_filer' })
export class LotObligation {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  lotId!: string;

  @PrimaryColumn('text')
  kind!: ObligationKind;

  @Column('date')
  dueOn!: string;

  /** Date of the paper. */
  @Column('date', { nullable: true })
  filedOn!: string | null;

  /** Number of the paper, or where it is kept. */
  @Column('text', { nullable: true })
  reference!: string | null;

  @Column('integer', { nullable: true })
  amountCents!: number | null;

  @Column('double precision', { nullable: true })
  weightKg!: number | null;

  @Column('uuid', { nullable: true })
  fileId!: string | null;

  /** The reason why this obligation does not have to be filed. */
  @Column('text', { nullable: true })
  waivedBecause!: string | null;

  @Column('timestamptz', { nullable: true })
  filedAt!: Date | null;

  @Column('uuid', { nullable: true })
  filedBy!: string | null;
}

/** What a letter about a lot says: its papers are late, or its waste must leave within 30 or 7 days. */
export const LOT_REMINDER_KINDS = ['obligations', 'waste_30', 'waste_7'] as const;
export type LotReminderKind = (typeof LOT_REMINDER_KINDS)[number];

/** A letter about a lot to one person. Append-only. */
@Entity('lot_reminders')
@Unique('lot_reminders_once', ['districtId', 'lotId', 'accountId', 'kind', 'aboutOn'])
@Check('lot_reminders_kind_known', oneOf('kind', LOT_REMINDER_KINDS))
@ForeignKey(() => Lot, ['districtId', 'lotId'], ['districtId', 'id'], { name: 'lot_reminders_lot' })
@ForeignKey(() => Account, ['districtId', 'accountId'], ['districtId', 'id'], {
  name: 'lot_reminders_account',
})
export class LotReminder {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  lotId!: string;

  @Column('uuid')
  accountId!: string;

  @Column('text')
  kind!: LotReminderKind;

  /** The day on which the waste must leave. For late papers, the day of the letter. */
  @Column('date')
  aboutOn!: string;

  @Column('timestamptz')
  remindedAt!: Date;
}
