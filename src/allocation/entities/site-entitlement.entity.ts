import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { Site } from '../../sites/entities/site.entity.js';
import type { Unit } from '../models/allocation-model.js';

/** What the district gives a site for a school year, apart from its model; of a year the highest revision stands. */
@Entity('site_entitlements')
@Check('site_entitlements_unit_known', `unit IN ('hours', 'days')`)
@Check('site_entitlements_quarters', `amount >= 0 AND amount * 4 = floor(amount * 4)`)
@Check('site_entitlements_year', `school_year BETWEEN 1950 AND 2200`)
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'site_entitlements_site' })
@ForeignKey(() => Account, ['districtId', 'recordedBy'], ['districtId', 'id'], {
  name: 'site_entitlements_recorder',
})
export class SiteEntitlement {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  siteId!: string;

  /** The calendar year in which the school year begins. */
  @PrimaryColumn('smallint')
  schoolYear!: number;

  @PrimaryColumn('integer')
  revision!: number;

  @Column('text')
  unit!: Unit;

  /** A week; null where it was taken back, so that the model says what is given. */
  @Column('double precision', { nullable: true })
  amount!: number | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  recordedBy!: string | null;
}
