import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { oneOf } from '../../database/known-values.js';
import { Vendor } from '../../vendors/vendor.entity.js';
import { COVERAGE_KINDS, type CoverageKind } from '../coverages/coverage-terms.js';

/**
 * Incidents that all devices of a plan or a purchase share, such as five for each hundred devices. A coverage belongs to
 * the pool if it has the pool's vendor, type and contract number.
 */
@Entity('incident_pools')
@Unique('incident_pools_contract_unique', ['districtId', 'vendorId', 'kind', 'contractNumber'])
@Index('incident_pools_by_name', { synchronize: false })
@Check('incident_pools_name_filled', `btrim(name) <> ''`)
@Check('incident_pools_contract_filled', `btrim(contract_number) <> ''`)
@Check('incident_pools_kind_known', oneOf('kind', COVERAGE_KINDS))
@Check('incident_pools_not_overdrawn', 'used_before >= 0 AND used >= 0 AND used_before + used <= incidents')
@ForeignKey(() => Vendor, ['districtId', 'vendorId'], ['districtId', 'id'], { name: 'incident_pools_vendor' })
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], {
  name: 'incident_pools_creator',
})
export class IncidentPool {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('uuid')
  vendorId!: string;

  @Column('text')
  kind!: CoverageKind;

  @Column('text')
  contractNumber!: string;

  /** How many there are in all. */
  @Column('integer')
  incidents!: number;

  /** Those that were used before Rollcall counted. */
  @Column('integer', { default: 0 })
  usedBefore!: number;

  /** Those that claims have. */
  @Column('integer', { default: 0 })
  used!: number;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
