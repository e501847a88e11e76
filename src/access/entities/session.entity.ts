import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.js';

/** A signed-in browser. The cookie holds the secret, this row its hash. */
@Entity('sessions')
@Index('sessions_by_account', ['districtId', 'accountId'])
@Index('sessions_by_expiry', ['expiresAt'])
@ForeignKey(() => Account, ['districtId', 'accountId'], ['districtId', 'id'], { name: 'sessions_account' })
export class Session {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  accountId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
