import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { Device } from '../../devices/entities/device.entity.js';
import { Vendor } from '../../vendors/vendor.entity.js';

export const COVERAGE_KINDS = [
  'manufacturer',
  'extended',
  'accidental_damage',
  'insurance',
  'battery',
  'other',
] as const;
export type CoverageKind = (typeof COVERAGE_KINDS)[number];

export const SERVICE_LEVELS = ['depot', 'carry_in', 'on_site', 'parts_only', 'advance_exchange'] as const;
export type ServiceLevel = (typeof SERVICE_LEVELS)[number];

/** What a coverage can leave out. */
export const EXCLUSIONS = ['theft', 'loss', 'liquid', 'battery', 'charger', 'stylus'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** When the device is replaced, the new one takes over the rest of the coverage, or the coverage ends. */
export const ON_REPLACEMENT = ['transfers', 'ends'] as const;
export type OnReplacement = (typeof ON_REPLACEMENT)[number];

/** Who said that there is this coverage. What one of them says never overwrites what another said. */
export const COVERAGE_SOURCES = ['person', 'rule', 'file', 'look_up'] as const;
export type CoverageSource = (typeof COVERAGE_SOURCES)[number];

const oneOf = (column: string, values: readonly string[]): string =>
  `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`;

/** One warranty or contract on one device. A device may have several at the same time. */
@Entity('coverages')
@Index('coverages_once', { synchronize: false })
@Index('coverages_by_end', { synchronize: false })
@Index('coverages_of_vendor', ['districtId', 'vendorId'])
@Index('coverages_of_source', ['districtId', 'sourceId'], { where: 'source_id IS NOT NULL' })
@Check('coverages_kind_known', oneOf('kind', COVERAGE_KINDS))
@Check('coverages_service_level_known', oneOf('service_level', SERVICE_LEVELS))
@Check('coverages_dates_ordered', 'starts_on <= ends_on')
@Check(
  'coverages_amounts_positive',
  `incidents_a_year > 0 AND incidents_in_total > 0 AND deductible_cents >= 0 AND repair_cap_cents > 0
   AND waiting_days >= 0`,
)
@Check(
  'coverages_excludes_known',
  `excludes <@ ARRAY['theft', 'loss', 'liquid', 'battery', 'charger', 'stylus']`,
)
@Check('coverages_on_replacement_known', oneOf('on_replacement', ON_REPLACEMENT))
@Check('coverages_source_known', oneOf('source', COVERAGE_SOURCES))
@Check('coverages_source_named', `(source IN ('rule', 'file')) = (source_id IS NOT NULL)`)
@Check('coverages_withdrawal_whole', '(withdrawn_at IS NULL) = (withdrawal_reason IS NULL)')
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], { name: 'coverages_device' })
@ForeignKey(() => Vendor, ['districtId', 'vendorId'], ['districtId', 'id'], { name: 'coverages_vendor' })
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], { name: 'coverages_creator' })
@ForeignKey(() => Account, ['districtId', 'withdrawnBy'], ['districtId', 'id'], {
  name: 'coverages_withdrawer',
})
export class Coverage {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  deviceId!: string;

  /** Who provides it. */
  @Column('uuid')
  vendorId!: string;

  @Column('text')
  kind!: CoverageKind;

  @Column('text', { nullable: true })
  serviceLevel!: ServiceLevel | null;

  /** First and last day. */
  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  /** The last day of a coverage that was cancelled. It takes precedence over `endsOn` where it is earlier. */
  @Column('date', { nullable: true })
  cancelledOn!: string | null;

  /** Empty where it has none. */
  @Column('text', { default: '' })
  contractNumber!: string;

  /** Null for any number. */
  @Column('integer', { nullable: true })
  incidentsAYear!: number | null;

  @Column('integer', { nullable: true })
  incidentsInTotal!: number | null;

  /** What the district pays for each incident. */
  @Column('integer', { nullable: true })
  deductibleCents!: number | null;

  /** The most that all repairs together may cost the vendor. */
  @Column('integer', { nullable: true })
  repairCapCents!: number | null;

  /** Days from the first day in which no claim is taken. */
  @Column('integer', { default: 0 })
  waitingDays!: number;

  @Column('text', { array: true, default: () => `'{}'` })
  excludes!: Exclusion[];

  @Column('text', { default: 'transfers' })
  onReplacement!: OnReplacement;

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
