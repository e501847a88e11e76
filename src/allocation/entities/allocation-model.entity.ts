import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { District } from '../../access/entities/district.entity.js';
import type { AllocationModel, Unit } from '../models/allocation-model.js';

/** One version of a district's own model; a change is a new version. */
@Entity('allocation_models')
@Check('allocation_models_key_form', `key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('allocation_models_unit_known', `unit IN ('hours', 'days')`)
@Check('allocation_models_version_counted', `version >= 1`)
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'allocation_models_district' })
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], {
  name: 'allocation_models_maker',
})
export class AllocationModelVersion {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('text')
  key!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('text')
  name!: string;

  @Column('text')
  unit!: Unit;

  /** Everything else of the model. */
  @Column('jsonb')
  document!: Omit<AllocationModel, 'key' | 'version' | 'name' | 'unit' | 'source' | 'sourceDate'>;

  @Column('text')
  source!: string;

  @Column('date')
  sourceDate!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;
}
