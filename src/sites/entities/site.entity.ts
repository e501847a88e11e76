import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { District } from '../../access/entities/district.entity.js';
import type { SiteType } from '../site-type.js';

/** A school, office or warehouse of a district. Never deleted: it closes, or merges into a successor. */
@Entity('sites')
@Unique('sites_code_unique', ['districtId', 'code'])
@Check('sites_code_form', `code = upper(btrim(code)) AND code <> ''`)
@Check('sites_name_filled', `btrim(name) <> ''`)
@Check(
  'sites_type_known',
  `type IN ('elementary', 'k8', 'middle', 'high', 'span', 'other', 'preschool', 'office', 'warehouse')`,
)
@Check('sites_latitude_range', `latitude BETWEEN -90 AND 90`)
@Check('sites_longitude_range', `longitude BETWEEN -180 AND 180`)
@Check('sites_dates_ordered', `closed_on >= opened_on`)
@Check('sites_successor_other', `successor_id <> id`)
@Index('sites_by_name', ['districtId', 'name', 'id'])
@Index('sites_by_region', ['districtId', 'region'])
@Index('sites_by_successor', ['districtId', 'successorId'])
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'sites_district' })
@ForeignKey(() => Site, ['districtId', 'successorId'], ['districtId', 'id'], { name: 'sites_successor' })
export class Site {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** What files call the site by: a county-district-school code, or the district's own. Upper case text. */
  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  type!: SiteType;

  @Column('text', { nullable: true })
  gradeSpan!: string | null;

  /** The present one; `site_regions` knows it by date. */
  @Column('text', { nullable: true })
  region!: string | null;

  @Column('text', { nullable: true })
  street!: string | null;

  @Column('text', { nullable: true })
  city!: string | null;

  @Column('text', { nullable: true })
  state!: string | null;

  @Column('text', { nullable: true })
  postalCode!: string | null;

  @Column('double precision', { nullable: true })
  latitude!: number | null;

  @Column('double precision', { nullable: true })
  longitude!: number | null;

  /** Whether the district's technicians support it; charters often are not. */
  @Column('boolean', { default: true })
  served!: boolean;

  @Column('boolean', { default: false })
  charter!: boolean;

  @Column('date', { nullable: true })
  openedOn!: string | null;

  /** The first day on which it is closed. */
  @Column('date', { nullable: true })
  closedOn!: string | null;

  /** The site it merged into. */
  @Column('uuid', { nullable: true })
  successorId!: string | null;

  /** Names of fields that a person set. Files never overwrite them. */
  @Column('text', { array: true, default: () => `'{}'` })
  setByPerson!: string[];

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;
}
