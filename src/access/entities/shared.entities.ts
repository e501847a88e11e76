import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.js';

/** A one-time link that sets up the first district of an empty deployment. Belongs to no district. */
@Entity('setup_links')
export class SetupLink {
  @PrimaryColumn('bytea')
  tokenHash!: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}

/** Failed sign-ins by address and by network, before any district is known. */
@Entity('sign_in_failures')
@Index('sign_in_failures_by_age', ['lastFailedAt'])
export class SignInFailure {
  @PrimaryColumn('text')
  key!: string;

  @Column('integer')
  failures!: number;

  @Column('timestamptz')
  lastFailedAt!: Date;
}

/** What a POST with this key answered, so that sending it again does nothing twice. Kept for a day. */
@Entity('idempotency_keys')
@Index('idempotency_keys_by_age', ['createdAt'])
@ForeignKey(() => Account, ['districtId', 'accountId'], ['districtId', 'id'], {
  name: 'idempotency_keys_account',
})
export class IdempotencyKey {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  accountId!: string;

  @PrimaryColumn('text')
  key!: string;

  /** SHA-256 of method, path and body; of an upload, of its fields and its file. */
  @Column('bytea')
  requestHash!: Buffer;

  /** Null between the commit of the work and the keeping of its answer. */
  @Column('smallint', { nullable: true })
  status!: number | null;

  @Column('jsonb', { nullable: true })
  body!: unknown;

  @Column('jsonb', { nullable: true })
  headers!: Record<string, string> | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
