import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../access/entities/account.entity.js';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/**
 * One piece of long work. This row is the truth of it; the queue only says that it is there. Whoever works on
 * it holds a lease with an epoch, and every write names that epoch.
 */
@Entity('jobs')
@Check('jobs_state_known', `state IN ('queued', 'running', 'done', 'failed', 'cancelled')`)
@Index('jobs_lane_running', ['districtId', 'lane'], { unique: true, where: `state = 'running'` })
@Index('jobs_unfinished', ['nextAttemptAt'], { where: `state IN ('queued', 'running')` })
@Index('jobs_by_subject', ['districtId', 'subjectId'])
@Index('jobs_by_creator', ['districtId', 'createdBy', 'id'])
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], { name: 'jobs_creator' })
export class Job {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  /** Of the jobs in one lane of a district, one runs at a time. */
  @Column('text')
  lane!: string;

  /** What the work is about: an import, a change set. */
  @Column('uuid')
  subjectId!: string;

  @Column('jsonb', { default: () => `'{}'` })
  input!: Record<string, unknown>;

  @Column('text', { default: 'queued' })
  state!: JobState;

  /** Which try this is, since the work last came further. */
  @Column('integer', { default: 0 })
  attempt!: number;

  @Column('integer', { default: 0 })
  leaseEpoch!: number;

  @Column('timestamptz', { nullable: true })
  leaseUntil!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  nextAttemptAt!: Date;

  @Column('bigint', { default: 0 })
  done!: string;

  @Column('bigint', { nullable: true })
  total!: string | null;

  @Column('text', { nullable: true })
  stage!: string | null;

  @Column('timestamptz', { nullable: true })
  cancelRequestedAt!: Date | null;

  @Column('jsonb', { nullable: true })
  result!: unknown;

  @Column('jsonb', { nullable: true })
  problem!: unknown;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  stageStartedAt!: Date | null;

  /** What was done already when the stage, or this attempt at it, began; the rate is of what came since. */
  @Column('bigint', { default: 0 })
  stageStartedDone!: string;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;
}
