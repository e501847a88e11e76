import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../../access/entities/account.entity.js';
import { Vendor } from '../../../vendors/vendor.entity.js';
import { Claim } from '../claim.entity.js';
import type { ChecklistPoint } from './checklist-points.js';

/** What must be done before a claim of this vendor is ready. */
@Entity('claim_checklists')
@ForeignKey(() => Vendor, ['districtId', 'vendorId'], ['districtId', 'id'], {
  name: 'claim_checklists_vendor',
})
export class ClaimChecklist {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  vendorId!: string;

  @Column('jsonb')
  points!: ChecklistPoint[];

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** That somebody ticked a point of a claim's checklist. A tick that was taken back stays on record. */
@Entity('claim_checks')
@Index('claim_checks_once', ['districtId', 'claimId', 'key'], { unique: true, where: 'undone_at IS NULL' })
@Check('claim_checks_undo_whole', 'undone_at IS NOT NULL OR undone_by IS NULL')
@ForeignKey(() => Claim, ['districtId', 'claimId'], ['districtId', 'id'], { name: 'claim_checks_claim' })
@ForeignKey(() => Account, ['districtId', 'doneBy'], ['districtId', 'id'], { name: 'claim_checks_doer' })
@ForeignKey(() => Account, ['districtId', 'undoneBy'], ['districtId', 'id'], { name: 'claim_checks_undoer' })
export class ClaimCheck {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  claimId!: string;

  /** The point of the checklist. */
  @Column('text')
  key!: string;

  /** What was chosen, for a point with answers. */
  @Column('text', { nullable: true })
  answer!: string | null;

  /** Why, such as the reason that keeps the license of a deprovisioned device. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  doneBy!: string | null;

  @Column('timestamptz')
  doneAt!: Date;

  @Column('uuid', { nullable: true })
  undoneBy!: string | null;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;
}
