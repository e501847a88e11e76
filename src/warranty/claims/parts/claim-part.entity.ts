import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Claim } from '../claim.entity.js';

/** A part that a claim asks for. The list of a claim is written as a whole. */
@Entity('claim_parts')
@Check('claim_parts_position_counted', 'position > 0')
@Check('claim_parts_named', `btrim(coalesce(number, '') || coalesce(description, '')) <> ''`)
@Check('claim_parts_quantity_positive', 'quantity > 0')
@ForeignKey(() => Claim, ['districtId', 'claimId'], ['districtId', 'id'], { name: 'claim_parts_claim' })
export class ClaimPart {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  claimId!: string;

  /** From 1, in the order in which the parts were entered. */
  @PrimaryColumn('integer')
  position!: number;

  /** The vendor's number of the part. Null if only its description is known. */
  @Column('text', { nullable: true })
  number!: string | null;

  @Column('integer')
  quantity!: number;

  @Column('text', { nullable: true })
  description!: string | null;

  /** Whether the defective part must go back to the vendor. */
  @Column('boolean', { default: true })
  mustReturn!: boolean;
}
