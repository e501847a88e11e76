import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { District } from '../access/entities/district.entity.js';
import type { Guarantee, LetterState, Outcome } from './letter.js';

/** Everything that leaves Rollcall: one letter to one address. */
@Entity('outbox')
@Unique('outbox_once', ['districtId', 'subjectKind', 'subjectId', 'channel', 'address', 'round'])
@Check('outbox_state_known', `state IN ('waiting', 'taken', 'sending', 'sent', 'unsure', 'failed', 'kept')`)
@Check('outbox_guarantee_known', `guarantee IN ('at_most_once', 'at_least_once')`)
@Check('outbox_leased', `(state IN ('taken', 'sending')) = (lease_until IS NOT NULL)`)
@Check('outbox_sent', `(state = 'sent') = (sent_at IS NOT NULL)`)
@Index('outbox_by_age', ['districtId', 'createdAt', 'id'])
@Index('outbox_by_state', ['districtId', 'state', 'createdAt', 'id'])
@Index('outbox_due', ['districtId', 'channel', 'nextAttemptAt'], { where: `state = 'waiting'` })
@Index('outbox_leased_until', ['districtId', 'channel', 'leaseUntil'], { where: 'lease_until IS NOT NULL' })
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'outbox_district' })
export class OutboxLetter {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  channel!: string;

  @Column('text')
  subjectKind!: string;

  @Column('uuid')
  subjectId!: string;

  @Column('text')
  address!: string;

  /** 1 at first. The number goes up by 1 each time that somebody sends the letter again. */
  @Column('integer', { default: 1 })
  round!: number;

  @Column('text')
  guarantee!: Guarantee;

  @Column('text', { default: 'waiting' })
  state!: LetterState;

  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('timestamptz', { default: () => 'now()' })
  nextAttemptAt!: Date;

  /** Whoever has taken the letter is taken for dead after this. */
  @Column('timestamptz', { nullable: true })
  leaseUntil!: Date | null;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  /** The last answer of the receiver, or what went wrong. */
  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}

/** One attempt to send a letter, once it is over. */
@Entity('outbox_attempts')
@Check(
  'outbox_attempts_outcome_known',
  `outcome IN ('delivered', 'refused_for_now', 'refused_for_good', 'unsure')`,
)
@ForeignKey(() => OutboxLetter, ['districtId', 'letterId'], ['districtId', 'id'], {
  name: 'outbox_attempts_letter',
})
export class OutboxAttempt {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  letterId!: string;

  /** From 1. */
  @PrimaryColumn('integer')
  attempt!: number;

  @Column('text')
  outcome!: Outcome;

  @Column('text')
  answer!: string;

  @Column('timestamptz')
  endedAt!: Date;
}
