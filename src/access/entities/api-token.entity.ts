import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from './account.entity.js';

/** A bearer token of an account, for programs. */
@Entity('api_tokens')
@Unique('api_tokens_hash_unique', ['districtId', 'tokenHash'])
@Index('api_tokens_by_account', ['districtId', 'accountId'])
@ForeignKey(() => Account, ['districtId', 'accountId'], ['districtId', 'id'], { name: 'api_tokens_account' })
export class ApiToken {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  @Column('text')
  name!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  /** Permissions the token is limited to; null for all of its account's role. */
  @Column('text', { array: true, nullable: true })
  scopes!: string[] | null;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
