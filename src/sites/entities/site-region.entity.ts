import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn } from 'typeorm';
import { Site } from './site.entity.js';

/** The region a site belonged to from one day until another, so that counts by region are as they were then. */
@Entity('site_regions')
@Check('site_regions_dates_ordered', `to_on > from_on`)
@Exclusion(
  'site_regions_no_overlap',
  `USING gist (district_id WITH =, site_id WITH =, daterange(from_on, to_on) WITH &&)`,
)
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'site_regions_site' })
export class SiteRegion {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  siteId!: string;

  @PrimaryColumn('date')
  fromOn!: string;

  @Column('text')
  region!: string;

  /** The first day on which it no longer belongs there; null while it does. */
  @Column('date', { nullable: true })
  toOn!: string | null;
}
