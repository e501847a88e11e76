import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { Site } from './site.entity.js';

/** Who a number of pupils came from. */
export type PupilSource = 'person' | 'import';

/** Pupils of a site in a school year. Append-only: the highest revision is the number that stands. */
@Entity('site_pupils')
@Check('site_pupils_counted', `pupils >= 0`)
@Check('site_pupils_year', `school_year BETWEEN 1950 AND 2200`)
@Check('site_pupils_source_known', `source IN ('person', 'import')`)
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'site_pupils_site' })
@ForeignKey(() => Account, ['districtId', 'recordedBy'], ['districtId', 'id'], {
  name: 'site_pupils_recorder',
})
export class SitePupils {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  siteId!: string;

  /** The calendar year in which it begins: 2025 for 2025-26. */
  @PrimaryColumn('smallint')
  schoolYear!: number;

  /** From 1, rising by one. */
  @PrimaryColumn('integer')
  revision!: number;

  @Column('integer')
  pupils!: number;

  @Column('text')
  source!: PupilSource;

  @Column('timestamptz', { default: () => 'now()' })
  recordedAt!: Date;

  /** Null for the system itself. */
  @Column('uuid', { nullable: true })
  recordedBy!: string | null;
}
