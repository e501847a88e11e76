import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ChangeSet } from '../../devices/entities/change-set.entity.js';
import { Coverage } from './coverage.entity.js';

/** What became of a coverage when its device was replaced. */
@Entity('replaced_coverages')
@Index('replaced_coverages_by_successor', ['districtId', 'successorId'], {
  unique: true,
  where: 'successor_id IS NOT NULL',
})
@ForeignKey(() => ChangeSet, ['districtId', 'changeSetId'], ['districtId', 'id'], {
  name: 'replaced_coverages_change_set',
})
@ForeignKey(() => Coverage, ['districtId', 'coverageId'], ['districtId', 'id'], {
  name: 'replaced_coverages_coverage',
})
@ForeignKey(() => Coverage, ['districtId', 'successorId'], ['districtId', 'id'], {
  name: 'replaced_coverages_successor',
})
export class ReplacedCoverage {
  @PrimaryColumn('uuid')
  districtId!: string;

  /** The change set that replaced the device. */
  @PrimaryColumn('uuid')
  changeSetId!: string;

  /** The coverage of the old device, which ended on that day. */
  @PrimaryColumn('uuid')
  coverageId!: string;

  /** The same coverage of the new device. Null where it ended with the old one. */
  @Column('uuid', { nullable: true })
  successorId!: string | null;

  /** `cancelledOn` of the old coverage before. */
  @Column('date', { nullable: true })
  cancelledOnBefore!: string | null;

  @Column('date')
  endedOn!: string;
}
