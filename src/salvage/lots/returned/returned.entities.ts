import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../../access/entities/account.entity.js';
import { oneOf } from '../../../database/known-values.js';
import { Device } from '../../../devices/entities/device.entity.js';
import { Import } from '../../../imports/imports.entities.js';
import { Lot } from '../lot.entities.js';
import { COSMETIC_GRADES, FUNCTIONAL_GRADES, LETTER_GRADES } from './grades.js';

/** What a recipient says of the data on a device. */
export const SANITIZATION_RESULTS = [
  'wiped',
  'destroyed',
  'no_storage',
  'failed',
  'data_found',
  'not_done',
] as const;
export type SanitizationResult = (typeof SANITIZATION_RESULTS)[number];

/** What became of a device. `other` stands for words that Rollcall does not know; they are kept beside it. */
export const DISPOSITIONS = [
  'resold',
  'parts',
  'recycled',
  'destroyed',
  'returned',
  'not_received',
  'other',
] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export const RETURNED_KINDS = ['missing', 'extra', 'swapped', 'price_cut', 'not_wiped'] as const;
export type ReturnedKind = (typeof RETURNED_KINDS)[number];

/** By what a difference was found. */
export const RETURNED_REASONS = [
  'not_in_file',
  'not_received',
  'unknown_code',
  'not_on_lot',
  'not_taken',
  'other_lot',
  'serial_of_other',
  'other_serial',
  'tag_of_other',
  'below_offer',
  'below_grade',
  'below_total',
  'failed',
  'data_found',
  'not_done',
] as const;
export type ReturnedReason = (typeof RETURNED_REASONS)[number];

/** What a recipient says of one device of a lot. A file that says something else later changes the line. */
@Entity('lot_settlement_lines')
@Check('lot_settlement_lines_named', 'serial_number IS NOT NULL OR asset_tag IS NOT NULL')
@Check('lot_settlement_lines_cosmetic_known', oneOf('cosmetic_grade', COSMETIC_GRADES))
@Check('lot_settlement_lines_functional_known', oneOf('functional_grade', FUNCTIONAL_GRADES))
@Check('lot_settlement_lines_letter_known', oneOf('letter_grade', LETTER_GRADES))
@Check('lot_settlement_lines_amounts', 'weight_grams > 0 AND price_cents >= 0 AND offered_cents >= 0')
@Check('lot_settlement_lines_sanitization_known', oneOf('sanitization', SANITIZATION_RESULTS))
@Check('lot_settlement_lines_disposition_known', oneOf('disposition', DISPOSITIONS))
@Index('lot_settlement_lines_of_lot', ['districtId', 'lotId', 'code', 'id'])
@Index('lot_settlement_lines_device_once', ['districtId', 'lotId', 'deviceId'], {
  unique: true,
  where: 'withdrawn_at IS NULL AND device_id IS NOT NULL',
})
@Index('lot_settlement_lines_code_once', ['districtId', 'lotId', 'code'], {
  unique: true,
  where: 'withdrawn_at IS NULL AND device_id IS NULL',
})
@Index('lot_settlement_lines_of_device', ['districtId', 'deviceId'], { where: 'device_id IS NOT NULL' })
@Index('lot_settlement_lines_of_import', ['districtId', 'importId', 'lotId'])
@ForeignKey(() => Lot, ['districtId', 'lotId'], ['districtId', 'id'], { name: 'lot_settlement_lines_lot' })
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], {
  name: 'lot_settlement_lines_device',
})
@ForeignKey(() => Import, ['districtId', 'importId'], ['districtId', 'id'], {
  name: 'lot_settlement_lines_import',
})
@ForeignKey(() => Account, ['districtId', 'recordedBy'], ['districtId', 'id'], {
  name: 'lot_settlement_lines_recorder',
})
export class LotSettlementLine {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  lotId!: string;

  /** Null for codes that no device of the district has. */
  @Column('uuid', { nullable: true })
  deviceId!: string | null;

  /** The serial number, or without one the asset tag, in the form in which codes are compared. */
  @Column('text')
  code!: string;

  /** As the file says. */
  @Column('text', { nullable: true })
  serialNumber!: string | null;

  @Column('text', { nullable: true })
  assetTag!: string | null;

  /** R2 REC: C0 to C9. */
  @Column('text', { nullable: true })
  cosmeticGrade!: string | null;

  /** R2 REC: F1 to F6. */
  @Column('text', { nullable: true })
  functionalGrade!: string | null;

  /** The grade of a recipient that does not use R2 REC. */
  @Column('text', { nullable: true })
  letterGrade!: string | null;

  @Column('integer', { nullable: true })
  weightGrams!: number | null;

  /** What the recipient pays for it. */
  @Column('integer', { nullable: true })
  priceCents!: number | null;

  /** What the recipient had offered, if the file says so. */
  @Column('integer', { nullable: true })
  offeredCents!: number | null;

  @Column('text', { nullable: true })
  sanitization!: SanitizationResult | null;

  @Column('text', { nullable: true })
  disposition!: Disposition | null;

  /** In the words of the file. */
  @Column('text', { nullable: true })
  dispositionText!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  /** The import that said the latest, and the row of its file. */
  @Column('uuid')
  importId!: string;

  @Column('integer')
  rowNo!: number;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  recordedBy!: string | null;

  /** When its import was undone. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;
}

/**
 * Something in which what came back differs from the manifest: work for a person. It is open until somebody settles it, or
 * until a later file or an undo ends it.
 */
@Entity('lot_settlement_differences')
@Check('lot_settlement_differences_kind_known', oneOf('kind', RETURNED_KINDS))
@Check('lot_settlement_differences_reason_known', oneOf('reason', RETURNED_REASONS))
@Check(
  'lot_settlement_differences_settled',
  `(settled_at IS NULL OR btrim(note) <> '') AND (settled_by IS NULL OR settled_at IS NOT NULL)
   AND (settled_at IS NULL OR ended_at IS NULL)`,
)
@Index(
  'lot_settlement_differences_once',
  ['districtId', 'subjectId', 'kind', 'reason', 'expected', 'found'],
  {
    unique: true,
    where: 'ended_at IS NULL',
  },
)
@Index('lot_settlement_differences_of_lot', ['districtId', 'lotId', 'foundAt', 'id'])
@Index('lot_settlement_differences_of_line', ['districtId', 'lineId'], { where: 'line_id IS NOT NULL' })
@Index('lot_settlement_differences_of_device', ['districtId', 'deviceId'], { where: 'device_id IS NOT NULL' })
@ForeignKey(() => Lot, ['districtId', 'lotId'], ['districtId', 'id'], {
  name: 'lot_settlement_differences_lot',
})
@ForeignKey(() => LotSettlementLine, ['districtId', 'lineId'], ['districtId', 'id'], {
  name: 'lot_settlement_differences_line',
})
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], {
  name: 'lot_settlement_differences_device',
})
@ForeignKey(() => Account, ['districtId', 'settledBy'], ['districtId', 'id'], {
  name: 'lot_settlement_differences_settler',
})
export class LotSettlementDifference {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  lotId!: string;

  /** What it is about: the line, the missing device, or the lot. */
  @Column('uuid')
  subjectId!: string;

  @Column('uuid', { nullable: true })
  lineId!: string | null;

  @Column('uuid', { nullable: true })
  deviceId!: string | null;

  /** Serial number or asset tag. */
  @Column('text')
  code!: string;

  @Column('text')
  kind!: ReturnedKind;

  @Column('text')
  reason!: ReturnedReason;

  /** What Rollcall knew: a code, a grade, the number of a lot, or an amount in cents. Empty where that says nothing. */
  @Column('text')
  expected!: string;

  /** What the file says instead. */
  @Column('text')
  found!: string;

  @Column('timestamptz')
  foundAt!: Date;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  @Column('uuid', { nullable: true })
  settledBy!: string | null;

  /** How it was settled. It stays if the difference is opened again. */
  @Column('text', { nullable: true })
  note!: string | null;

  /** When it no longer held: a later file says otherwise, or the import was undone. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
