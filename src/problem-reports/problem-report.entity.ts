import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../access/entities/account.entity.js';
import { Device } from '../devices/entities/device.entity.js';
import { Site } from '../sites/entities/site.entity.js';
import { stateCheck } from '../steps/step-machine.js';

export const PROBLEM_STATES = ['open', 'closed'] as const;

export type ProblemState = (typeof PROBLEM_STATES)[number];

/** A problem that somebody at a site reports: what is broken, and where. */
@Entity('problem_reports')
@Check('problem_reports_state_known', stateCheck(PROBLEM_STATES))
@Check('problem_reports_description_filled', `btrim(description) <> ''`)
@Index('problem_reports_of_site', ['districtId', 'siteId', 'id'])
@Index('problem_reports_by_state', ['districtId', 'state', 'id'])
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'problem_reports_site' })
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], {
  name: 'problem_reports_device',
})
@ForeignKey(() => Account, ['districtId', 'reportedBy'], ['districtId', 'id'], {
  name: 'problem_reports_reporter',
})
export class ProblemReport {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  siteId!: string;

  /** Null where the problem is not about one device that Rollcall knows. */
  @Column('uuid', { nullable: true })
  deviceId!: string | null;

  /** Where a technician should go, in the reporter's own words, such as `Room 12`. */
  @Column('text', { nullable: true })
  room!: string | null;

  @Column('text')
  description!: string;

  @Column('text', { default: 'open' })
  state!: ProblemState;

  @Column('integer', { default: 1 })
  version!: number;

  /** Null for Rollcall itself, such as the command line. */
  @Column('uuid', { nullable: true })
  reportedBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;
}
