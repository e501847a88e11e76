import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { Vendor } from '../vendor.entity.js';

/** That a person who works at a vendor may make an account for themselves, once and until a day. */
@Entity('vendor_invitations')
@Index('vendor_invitations_open_once', ['districtId', 'email'], {
  unique: true,
  where: 'accepted_at IS NULL AND withdrawn_at IS NULL',
})
@Index('vendor_invitations_of_vendor', ['districtId', 'vendorId', 'id'])
@Check('vendor_invitations_email_lower', 'email = lower(email)')
@Check('vendor_invitations_accepted', '(accepted_at IS NULL) = (account_id IS NULL)')
@Check('vendor_invitations_one_end', 'accepted_at IS NULL OR withdrawn_at IS NULL')
@ForeignKey(() => Vendor, ['districtId', 'vendorId'], ['districtId', 'id'], {
  name: 'vendor_invitations_vendor',
})
@ForeignKey(() => Account, ['districtId', 'invitedBy'], ['districtId', 'id'], {
  name: 'vendor_invitations_inviter',
})
@ForeignKey(() => Account, ['districtId', 'withdrawnBy'], ['districtId', 'id'], {
  name: 'vendor_invitations_withdrawer',
})
@ForeignKey(() => Account, ['districtId', 'accountId'], ['districtId', 'id'], {
  name: 'vendor_invitations_account',
})
export class VendorInvitation {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  vendorId!: string;

  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  @Column('uuid', { nullable: true })
  invitedBy!: string | null;

  @Column('timestamptz')
  invitedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  /** The account that was made with it. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  /** Null for Rollcall itself: the invitation had expired when the person was invited again. */
  @Column('uuid', { nullable: true })
  withdrawnBy!: string | null;
}

/**
 * A link of an invitation, by the hash of its secret. The secret is made when a letter leaves or when somebody asks for a
 * link, and is stored nowhere. A letter that is sent again has a link of its own, and each of them works until one is used.
 */
@Entity('vendor_invitation_links')
@Index('vendor_invitation_links_of_invitation', ['districtId', 'invitationId'])
@ForeignKey(() => VendorInvitation, ['districtId', 'invitationId'], ['districtId', 'id'], {
  name: 'vendor_invitation_links_invitation',
})
export class VendorInvitationLink {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  invitationId!: string;

  @Column('timestamptz')
  madeAt!: Date;
}
