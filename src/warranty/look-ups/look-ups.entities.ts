import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { oneOf } from '../../database/known-values.js';
import { Device } from '../../devices/entities/device.entity.js';
import { Vendor } from '../../vendors/vendor.entity.js';
import { MAKERS, type MakerName } from './makers/maker.js';

/** When a maker is asked by itself, in the district's time zone, and about which devices. */
export interface LookUpSchedule {
  /** From 1 for Monday to 7 for Sunday. */
  weekdays: number[];
  /** `HH:MM`. */
  at: string;
  /** Devices whose answer is older are asked about again. Null: only devices without an answer. */
  askAgainAfterDays: number | null;
}

/** What a district needs to ask a maker. */
@Entity('maker_accounts')
@Check('maker_accounts_maker_known', oneOf('maker', MAKERS))
@Check('maker_accounts_scheduled', '(schedule IS NULL) = (next_run_at IS NULL)')
@Index('maker_accounts_of_vendor', ['districtId', 'vendorId'])
@Index('maker_accounts_due', ['districtId', 'nextRunAt'], { where: 'next_run_at IS NOT NULL' })
@ForeignKey(() => Vendor, ['districtId', 'vendorId'], ['districtId', 'id'], { name: 'maker_accounts_vendor' })
@ForeignKey(() => Account, ['districtId', 'setBy'], ['districtId', 'id'], { name: 'maker_accounts_setter' })
export class MakerAccount {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('text')
  maker!: MakerName;

  /** The provider of what the maker says. */
  @Column('uuid')
  vendorId!: string;

  /** The credentials as JSON, by `SecretBox`. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz')
  setAt!: Date;

  @Column('uuid', { nullable: true })
  setBy!: string | null;

  /** When the last look-up ended, and why it ended early. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  problem!: string | null;

  /** Null if people start each look-up themselves. */
  @Column('jsonb', { nullable: true })
  schedule!: LookUpSchedule | null;

  @Column('timestamptz', { nullable: true })
  nextRunAt!: Date | null;
}

/**
 * `refused`: what the maker said cannot be kept. `failed`: it said nothing that could be used, and is asked again.
 */
export const ANSWER_OUTCOMES = ['found', 'unknown', 'refused', 'failed'] as const;
export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number];

/** What a maker last said of a device. */
@Entity('coverage_answers')
@Check('coverage_answers_maker_known', oneOf('maker', MAKERS))
@Check('coverage_answers_outcome_known', oneOf('outcome', ANSWER_OUTCOMES))
@Index('coverage_answers_by_time', ['districtId', 'askedAt', 'deviceId'])
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], {
  name: 'coverage_answers_device',
})
export class CoverageAnswer {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  deviceId!: string;

  @PrimaryColumn('text')
  maker!: MakerName;

  /** As it was asked about. A device that gets another one counts as not asked about. */
  @Column('text')
  serialNumber!: string;

  @Column('text')
  outcome!: AnswerOutcome;

  /** Coverages in the answer, without those that are no warranty. */
  @Column('integer', { default: 0 })
  coverages!: number;

  /** Why nothing was found, or what differs from what others said. */
  @Column('text', { nullable: true })
  detail!: string | null;

  @Column('timestamptz')
  askedAt!: Date;
}
