import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../../access/entities/account.entity.js';
import { oneOf } from '../../../database/known-values.js';
import { Vendor } from '../../../vendors/vendor.entity.js';
import { Claim } from '../claim.entity.js';

/** What the district must do in time: send a part back, use an RMA, approve a quote. */
export const DEADLINE_KINDS = ['part', 'rma', 'quote'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** A reminder comes some days ahead, and once more when it is late. */
export const REMINDER_STAGES = ['ahead', 'late'] as const;
export type ReminderStage = (typeof REMINDER_STAGES)[number];

/** What a vendor gives the district, in calendar days. Null where the vendor says nothing. */
@Entity('vendor_claim_terms')
@Check(
  'vendor_claim_terms_positive',
  'part_back_days > 0 AND rma_days > 0 AND quote_days > 0 AND box_slots > 0',
)
@ForeignKey(() => Vendor, ['districtId', 'vendorId'], ['districtId', 'id'], {
  name: 'vendor_claim_terms_vendor',
})
export class VendorClaimTerms {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  vendorId!: string;

  /** Days after a part was shipped, until the defective one must be back. */
  @Column('integer', { nullable: true })
  partBackDays!: number | null;

  /** Days for which an RMA is good. */
  @Column('integer', { nullable: true })
  rmaDays!: number | null;

  /** Days for which a quote is good. */
  @Column('integer', { nullable: true })
  quoteDays!: number | null;

  /** Devices that go in one box. */
  @Column('integer', { nullable: true })
  boxSlots!: number | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** That somebody was reminded. The key makes it once, however many processes look. */
@Entity('claim_reminders')
@Index('claim_reminders_of_notice', ['districtId', 'noticeId'])
@Check('claim_reminders_kind_known', oneOf('kind', DEADLINE_KINDS))
@Check('claim_reminders_stage_known', oneOf('stage', REMINDER_STAGES))
@ForeignKey(() => Claim, ['districtId', 'claimId'], ['districtId', 'id'], { name: 'claim_reminders_claim' })
@ForeignKey(() => Account, ['districtId', 'accountId'], ['districtId', 'id'], {
  name: 'claim_reminders_account',
})
export class ClaimReminder {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  claimId!: string;

  @PrimaryColumn('text')
  kind!: DeadlineKind;

  @PrimaryColumn('date')
  dueOn!: string;

  @PrimaryColumn('text')
  stage!: ReminderStage;

  @PrimaryColumn('uuid')
  accountId!: string;

  /** All reminders in one letter. */
  @Column('uuid')
  noticeId!: string;

  @Column('timestamptz')
  remindedAt!: Date;
}
