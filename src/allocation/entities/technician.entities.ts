import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import type { SetAside } from '../settings/allocation-settings.service.js';
import { District } from '../../access/entities/district.entity.js';
import { Site } from '../../sites/entities/site.entity.js';
import { SupportPurchase } from './support-purchase.entities.js';

/** Somebody who gives help at sites, on some days of the week. */
@Entity('technicians')
@Unique('technicians_account_once', ['districtId', 'accountId'])
@Check('technicians_name_filled', `btrim(name) <> ''`)
@Check(
  'technicians_weekdays_known',
  `weekdays <@ '{1,2,3,4,5,6,7}'::smallint[] AND cardinality(weekdays) BETWEEN 1 AND 7`,
)
@Check('technicians_dates_ordered', `ends_on >= starts_on`)
@Index('technicians_by_home', ['districtId', 'homeSiteId', 'id'])
@ForeignKey(() => Site, ['districtId', 'homeSiteId'], ['districtId', 'id'], { name: 'technicians_home' })
@ForeignKey(() => Account, ['districtId', 'accountId'], ['districtId', 'id'], { name: 'technicians_account' })
export class Technician {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** What they sign in by, where they do. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  /** Where their day begins and ends. */
  @Column('uuid')
  homeSiteId!: string;

  /** From 1 for Monday to 7 for Sunday. */
  @Column('smallint', { array: true, default: () => `'{1,2,3,4,5}'` })
  weekdays!: number[];

  @Column('text', { array: true, default: () => `'{}'` })
  skills!: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  languages!: string[];

  @Column('date')
  startsOn!: string;

  /** The last day. Null if there is none. */
  @Column('date', { nullable: true })
  endsOn!: string | null;

  @Column('integer', { default: 1 })
  version!: number;
}

/** A technician is at a site on a weekday, from a day to a day. Nobody is at two sites on one day. */
@Entity('support_assignments')
@Check('support_assignments_weekday_known', `weekday BETWEEN 1 AND 7`)
@Check('support_assignments_dates_ordered', `starts_on <= ends_on`)
@Exclusion(
  'support_assignments_one_place',
  `USING gist (district_id WITH =, technician_id WITH =, weekday WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (cancelled_at IS NULL)`,
)
@Index('support_assignments_of_technician', ['districtId', 'technicianId', 'id'])
@Index('support_assignments_of_site', ['districtId', 'siteId', 'id'])
@Index('support_assignments_of_purchase', ['districtId', 'purchaseId'], { where: 'purchase_id IS NOT NULL' })
@ForeignKey(() => Technician, ['districtId', 'technicianId'], ['districtId', 'id'], {
  name: 'support_assignments_technician',
})
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'support_assignments_site' })
@ForeignKey(() => SupportPurchase, ['districtId', 'purchaseId'], ['districtId', 'id'], {
  name: 'support_assignments_purchase',
})
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], {
  name: 'support_assignments_maker',
})
export class SupportAssignment {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  technicianId!: string;

  @Column('uuid')
  siteId!: string;

  /** The purchase that the assignment fulfills, if it was bought. */
  @Column('uuid', { nullable: true })
  purchaseId!: string | null;

  /** From 1 for Monday to 7 for Sunday. */
  @Column('smallint')
  weekday!: number;

  /** First and last day, included. */
  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  /** A person said so: a proposal keeps it as it is. */
  @Column('boolean', { default: true })
  isFixed!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;
}

/** What a district decides about planning help. */
@Entity('allocation_settings')
@Check('allocation_settings_reserve', `reserve_share >= 0 AND reserve_share < 1`)
@Check('allocation_settings_set_aside_list', `jsonb_typeof(set_aside) = 'array'`)
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'allocation_settings_district' })
export class AllocationSettingsRow {
  @PrimaryColumn('uuid')
  districtId!: string;

  /** Share of the technicians' days that no proposal places: for absences, projects and urgent work. */
  @Column('double precision')
  reserveShare!: number;

  /** Key of the model in force. */
  @Column('text', { nullable: true })
  modelKey!: string | null;

  /** Hours a week of a full-time technician that are planned for what is not for a site. */
  @Column('jsonb', { default: [] })
  setAside!: SetAside[];

  @Column('integer', { default: 1 })
  version!: number;
}
