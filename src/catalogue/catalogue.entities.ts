import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { District } from '../access/entities/district.entity.js';
import type { DeviceKind, Platform } from './kinds.js';

/** When a model's automatic updates end, as its maker publishes it. Shared by all districts; dates move. */
@Entity('auto_update_ends')
export class AutoUpdateEnd {
  @PrimaryColumn('text')
  name!: string;

  @Column('date')
  endsOn!: string;

  @Column('date')
  publishedOn!: string;

  @Column('text')
  source!: string;
}

/** A manufacturer's product. Its kind is fixed once a device is of it. */
@Entity('device_models')
@Unique('device_models_name_unique', ['districtId', 'matchKey'])
@Index('device_models_by_bare_name', ['districtId', 'nameKey'])
@Index('device_models_by_maker', ['districtId', 'manufacturer', 'name', 'id'])
@Unique('device_models_kind_fixed', ['districtId', 'id', 'kind'])
@Check('device_models_kind_known', `kind IN ('desktop', 'laptop', 'ipad', 'chromebook', 'other')`)
@Check('device_models_platform_known', `platform IN ('chromeos', 'ipados', 'macos', 'windows', 'other')`)
@Check('device_models_life_positive', `expected_life_months > 0`)
@Check(
  'device_models_value_sourced',
  `value_cents >= 0 AND (value_cents IS NULL) = (coalesce(btrim(value_source), '') = '')`,
)
@Check(
  'device_models_weight_sourced',
  `weight_grams > 0 AND (weight_grams IS NULL) = (coalesce(btrim(weight_source), '') = '')`,
)
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'device_models_district' })
@ForeignKey(() => AutoUpdateEnd, ['autoUpdateName'], ['name'], { name: 'device_models_auto_update' })
export class DeviceModel {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  manufacturer!: string;

  @Column('text')
  name!: string;

  /** Maker and name as files are matched by them; see `modelName`. */
  @Column('text')
  matchKey!: string;

  /** The name alone, for files that name no maker; null where another row stands for the same model. */
  @Column('text', { nullable: true })
  nameKey!: string | null;

  /** The change set that made it, where no person did. */
  @Column('uuid', { nullable: true })
  changeSetId!: string | null;

  @Column('text')
  kind!: DeviceKind;

  @Column('text')
  platform!: Platform;

  /** Its line in the published list; the date is read from there, so that a refreshed list is obeyed at once. */
  @Column('text', { nullable: true })
  autoUpdateName!: string | null;

  /** Set by the district; overrules the list. */
  @Column('date', { nullable: true })
  autoUpdateEndsOn!: string | null;

  @Column('integer', { nullable: true })
  expectedLifeMonths!: number | null;

  /** What a working device of this model is worth, as the district knows it. It overrides the curve by kind and age. */
  @Column('integer', { nullable: true })
  valueCents!: number | null;

  /** Where the district has this value from, such as a sale or an offer with its date. */
  @Column('text', { nullable: true })
  valueSource!: string | null;

  /** What one device of this model weighs, as the district knows it. */
  @Column('integer', { nullable: true })
  weightGrams!: number | null;

  /** Where the district has this weight from, such as a data sheet or a scale. */
  @Column('text', { nullable: true })
  weightSource!: string | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}

/** Who paid: a fund, or a grant with its federal award identification number and federal share. */
@Entity('funding_sources')
@Unique('funding_sources_name_unique', ['districtId', 'matchKey'])
@Index('funding_sources_by_name', ['districtId', 'name', 'id'])
@Check('funding_sources_share', `federal_share_percent BETWEEN 0 AND 100`)
@Check('funding_sources_kept', 'keep_years BETWEEN 1 AND 50')
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'funding_sources_district' })
export class FundingSource {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  matchKey!: string;

  /** The change set that made it, where no person did. */
  @Column('uuid', { nullable: true })
  changeSetId!: string | null;

  /** Federal award identification number; 2 CFR 200.313(d)(1). */
  @Column('text', { nullable: true })
  fain!: string | null;

  /** Percent of the cost that federal money paid, 0 to 100. */
  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  federalSharePercent!: string | null;

  /** Who holds title; 2 CFR 200.313(d)(1). */
  @Column('text', { nullable: true })
  titleHolder!: string | null;

  /** For how many years after its installation a device must be kept. Five for E-rate (47 CFR 54.513), three for ECF. */
  @Column('integer', { nullable: true })
  keepYears!: number | null;

  /** Where that comes from. */
  @Column('text', { nullable: true })
  keepSource!: string | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
