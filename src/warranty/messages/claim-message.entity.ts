import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { oneOf } from '../../database/known-values.js';
import { Claim } from '../claims/claim.entity.js';

/** Whose words they are. */
export const MESSAGE_SIDES = ['district', 'vendor'] as const;
export type MessageSide = (typeof MESSAGE_SIDES)[number];

/** What the district and a vendor write to each other about a claim. Both see it. Append-only. */
@Entity('claim_messages')
@Index('claim_messages_of_claim', ['districtId', 'claimId', 'id'])
@Check('claim_messages_side_known', oneOf('side', MESSAGE_SIDES))
@Check('claim_messages_text_filled', `btrim(text) <> ''`)
@ForeignKey(() => Claim, ['districtId', 'claimId'], ['districtId', 'id'], { name: 'claim_messages_claim' })
@ForeignKey(() => Account, ['districtId', 'writtenBy'], ['districtId', 'id'], {
  name: 'claim_messages_writer',
})
export class ClaimMessage {
  @PrimaryColumn('uuid')
  districtId!: string;

  /** In the order in which the messages were written. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  claimId!: string;

  @Column('text')
  side!: MessageSide;

  @Column('text')
  text!: string;

  @Column('uuid', { nullable: true })
  writtenBy!: string | null;

  @Column('timestamptz')
  writtenAt!: Date;
}
