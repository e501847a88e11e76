import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Language, Role } from '../scope.js';
import { District } from './district.entity.js';

/**
 * A person who can sign in. Field roles reach the sites and regions of their account. This module may not import
 * `vendors`, so the entity of a vendor is named by its text.
 */
@Entity('accounts')
@Unique('accounts_email_unique', ['districtId', 'email'])
@Check('accounts_email_lower', `email = lower(email)`)
@Check(
  'accounts_role_known',
  `role IN ('admin', 'its', 'lead', 'liaison', 'technician', 'site_staff', 'vendor')`,
)
@Check('accounts_language_known', `language IN ('en', 'es')`)
@Check('accounts_vendor_of_role', `(role = 'vendor') = (vendor_id IS NOT NULL)`)
@Index('accounts_by_email', ['email'])
@Index('accounts_of_vendor', ['districtId', 'vendorId', 'email'], { where: 'vendor_id IS NOT NULL' })
@ForeignKey('Vendor', ['districtId', 'vendorId'], ['districtId', 'id'], { name: 'accounts_vendor' })
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'accounts_district' })
export class Account {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  @Column('text')
  role!: Role;

  /** Names of regions whose sites are in reach. */
  @Column('text', { array: true, default: () => `'{}'` })
  regions!: string[];

  /** Where somebody with the role `vendor` works. Null for everybody else. */
  @Column('uuid', { nullable: true })
  vendorId!: string | null;

  /** Language of the pages; null for the one of the browser. */
  @Column('text', { nullable: true })
  language!: Language | null;

  @Column('timestamptz', { nullable: true })
  disabledAt!: Date | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
