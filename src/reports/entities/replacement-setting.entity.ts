import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { District } from '../../access/entities/district.entity.js';
import { DeviceModel } from '../../catalogue/catalogue.entities.js';
import type { DeviceKind } from '../../catalogue/kinds.js';

/** How long a kind or a model is expected to last and what its replacement costs, as the district says. */
@Entity('replacement_settings')
@Unique('replacement_settings_unique', ['districtId', 'kind', 'modelId'])
@Check('replacement_settings_kind_known', `kind IN ('desktop', 'laptop', 'ipad', 'chromebook', 'other')`)
@Check('replacement_settings_says', `life_months IS NOT NULL OR price_cents IS NOT NULL`)
@Check('replacement_settings_positive', `life_months > 0 AND price_cents >= 0`)
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'replacement_settings_district' })
@ForeignKey(() => DeviceModel, ['districtId', 'modelId', 'kind'], ['districtId', 'id', 'kind'], {
  name: 'replacement_settings_model',
})
export class ReplacementSetting {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: DeviceKind;

  /** Null for every model of the kind that has no setting of its own. */
  @Column('uuid', { nullable: true })
  modelId!: string | null;

  @Column('integer', { nullable: true })
  lifeMonths!: number | null;

  @Column('integer', { nullable: true })
  priceCents!: number | null;

  /** The source of the numbers, such as a quote, a contract or a policy. */
  @Column('text')
  source!: string;

  /** The calendar date of that source. */
  @Column('date')
  asOf!: string;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;
}
