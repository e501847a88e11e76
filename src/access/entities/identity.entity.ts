import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Account } from './account.entity.js';

/** One way in for an account: a password today, an OpenID Connect subject later. */
@Entity('identities')
@Unique('identities_subject_unique', ['districtId', 'provider', 'subject'])
@Unique('identities_account_unique', ['districtId', 'accountId', 'provider'])
@ForeignKey(() => Account, ['districtId', 'accountId'], ['districtId', 'id'], { name: 'identities_account' })
export class Identity {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  @Column('text')
  provider!: string;

  @Column('text')
  subject!: string;

  /** Argon2id; only where the provider is `password`. */
  @Column('text', { nullable: true })
  secretHash!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
