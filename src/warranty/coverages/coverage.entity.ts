import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { Device } from '../../devices/entities/device.entity.js';
import { oneOf } from '../../database/known-values.js';
import { Vendor } from '../../vendors/vendor.entity.js';
import { CheckTerms, TermsOfCoverage } from './coverage-terms.js';

/** Who said that there is this coverage. What one of them says never overwrites what another said. */
export const COVERAGE_SOURCES = ['person', 'rule', 'file', 'look_up'] as const;
export type CoverageSource = (typeof COVERAGE_SOURCES)[number];

/** One warranty or contract on one device. A device may have several at the same time. */
@Entity('coverages')
@Index('coverages_once', { synchronize: false })
@Index('coverages_by_end', { synchronize: false })
@Index('coverages_of_device', ['districtId', 'deviceId'])
@Index('coverages_of_vendor', ['districtId', 'vendorId'])
@Index('coverages_of_source', ['districtId', 'sourceId'], { where: 'source_id IS NOT NULL' })
@CheckTerms('coverages')
@Check('coverages_dates_ordered', 'starts_on <= ends_on')
@Check('coverages_source_known', oneOf('source', COVERAGE_SOURCES))
@Check('coverages_source_named', `(source <> 'person') = (source_id IS NOT NULL)`)
@Check('coverages_withdrawal_whole', '(withdrawn_at IS NULL) = (withdrawal_reason IS NULL)')
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], { name: 'coverages_device' })
@ForeignKey(() => Vendor, ['districtId', 'vendorId'], ['districtId', 'id'], { name: 'coverages_vendor' })
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], { name: 'coverages_creator' })
@ForeignKey(() => Account, ['districtId', 'withdrawnBy'], ['districtId', 'id'], {
  name: 'coverages_withdrawer',
})
export class Coverage extends TermsOfCoverage {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  deviceId!: string;

  /** First and last day. */
  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  /** The last day of a coverage that was cancelled. It takes precedence over `endsOn` where it is earlier. */
  @Column('date', { nullable: true })
  cancelledOn!: string | null;

  @Column('text')
  source!: CoverageSource;

  /** The run of a rule, or the import. */
  @Column('uuid', { nullable: true })
  sourceId!: string | null;

  @Column('timestamptz')
  sourceAt!: Date;

  /** When somebody said that there never was this coverage. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Column('uuid', { nullable: true })
  withdrawnBy!: string | null;

  @Column('text', { nullable: true })
  withdrawalReason!: string | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;
}
