import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '../scope.js';
import { District } from './district.entity.js';

/** Somebody who may sign in. Sites and regions bound what field roles reach. */
@Entity('accounts')
@Unique('accounts_email_unique', ['districtId', 'email'])
@Check('accounts_email_lower', `email = lower(email)`)
@Check(
  'accounts_role_known',
  `role IN ('admin', 'its', 'lead', 'liaison', 'technician', 'site_staff', 'vendor')`,
)
@Index('accounts_by_email', ['email'])
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

  @Column('timestamptz', { nullable: true })
  disabledAt!: Date | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
