import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { District } from '../../access/entities/district.entity.js';
import { Site } from '../../sites/entities/site.entity.js';
import { stateCheck } from '../../steps/step-machine.js';
import { Technician } from './technician.entities.js';

/** A kind of work of the district's own, beside those of the papers. */
@Entity('work_kinds')
@Check('work_kinds_key_form', `key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('work_kinds_name_filled', `btrim(name) <> ''`)
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'work_kinds_district' })
export class WorkKindRow {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  name!: string;

  /** Not for a site: travel, projects, learning. */
  @Column('boolean', { default: false })
  isAside!: boolean;
}

export const TIME_ENTRY_STATES = ['reported', 'approved', 'withdrawn'] as const;

export type TimeEntryState = (typeof TIME_ENTRY_STATES)[number];

/** What a technician did, where, from when to when, as it is known now. Nobody does two things at once. */
@Entity('time_entries')
@Check('time_entries_ordered', `starts_at < ends_at AND ends_at <= starts_at + interval '24 hours'`)
@Check('time_entries_state_known', stateCheck(TIME_ENTRY_STATES))
@Exclusion(
  'time_entries_one_at_a_time',
  `USING gist (district_id WITH =, technician_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state <> 'withdrawn')`,
)
@Index('time_entries_of_site', ['districtId', 'siteId', 'startsAt'])
@Index('time_entries_of_technician', { synchronize: false })
@Index('time_entries_latest', { synchronize: false })
@ForeignKey(() => Technician, ['districtId', 'technicianId'], ['districtId', 'id'], {
  name: 'time_entries_technician',
})
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'time_entries_site' })
export class TimeEntry {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  technicianId!: string;

  /** Null for what is for no site. */
  @Column('uuid', { nullable: true })
  siteId!: string | null;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  /** Key of a kind of work. */
  @Column('text')
  work!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { default: 'reported' })
  state!: TimeEntryState;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;
}
