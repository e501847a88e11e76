import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { District } from '../../access/entities/district.entity.js';
import type { DeviceKind } from '../../catalogue/kinds.js';
import type { Weighed } from '../weights/weights.js';

/** One weight of a version of a district's weights; a change is a new version of all of them. */
@Entity('support_load_weights')
@Unique('support_load_weights_once', ['districtId', 'version', 'kind', 'per', 'work'])
@Check('support_load_weights_kind_known', `kind IN ('desktop', 'laptop', 'ipad', 'chromebook', 'other')`)
@Check('support_load_weights_per_known', `per IN ('device', 'open_repair', 'claim')`)
@Check('support_load_weights_minutes', `minutes >= 0 AND minutes <= 100000`)
@Check('support_load_weights_source_filled', `btrim(source) <> ''`)
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'support_load_weights_district' })
@ForeignKey(() => Account, ['districtId', 'recordedBy'], ['districtId', 'id'], {
  name: 'support_load_weights_recorder',
})
export class SupportLoadWeight {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('integer')
  version!: number;

  /** Place in the list, from 0. */
  @PrimaryColumn('integer')
  place!: number;

  @Column('text')
  kind!: DeviceKind;

  /** Key of a kind of work; null for all other work. */
  @Column('text', { nullable: true })
  work!: string | null;

  @Column('text')
  per!: Weighed;

  @Column('double precision')
  minutes!: number;

  @Column('text')
  source!: string;

  @Column('date')
  sourceDate!: string;

  @Column('timestamptz', { default: () => 'now()' })
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  recordedBy!: string | null;
}
