import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { District } from '../../access/entities/district.entity.js';
import { Site } from '../../sites/entities/site.entity.js';
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

/** What a technician did, where, from when to when, as it is known now. Nobody does two things at once. */
@Entity('time_entries')
@Check('time_entries_ordered', `starts_at < ends_at AND ends_at <= starts_at + interval '24 hours'`)
@Check('time_entries_approved_by_somebody', `(approved_at IS NULL) = (approved_by IS NULL)`)
@Exclusion(
  'time_entries_one_at_a_time',
  `USING gist (district_id WITH =, technician_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (withdrawn_at IS NULL)`,
)
@Index('time_entries_of_site', ['districtId', 'siteId', 'startsAt'])
@Index('time_entries_of_technician', { synchronize: false })
@Index('time_entries_latest', { synchronize: false })
@ForeignKey(() => Technician, ['districtId', 'technicianId'], ['districtId', 'id'], {
  name: 'time_entries_technician',
})
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'time_entries_site' })
@ForeignKey(() => Account, ['districtId', 'recordedBy'], ['districtId', 'id'], {
  name: 'time_entries_recorder',
})
@ForeignKey(() => Account, ['districtId', 'approvedBy'], ['districtId', 'id'], {
  name: 'time_entries_approver',
})
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

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  recordedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  approvedAt!: Date | null;

  @Column('uuid', { nullable: true })
  approvedBy!: string | null;
}

/** What was said of an entry at one time. */
@Entity('time_entry_revisions')
@ForeignKey(() => TimeEntry, ['districtId', 'entryId'], ['districtId', 'id'], {
  name: 'time_entry_revisions_entry',
})
@ForeignKey(() => Account, ['districtId', 'recordedBy'], ['districtId', 'id'], {
  name: 'time_entry_revisions_recorder',
})
export class TimeEntryRevision {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  entryId!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('uuid', { nullable: true })
  siteId!: string | null;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('text')
  work!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  /** Why it was corrected. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('boolean', { default: false })
  isWithdrawn!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  recordedBy!: string | null;
}
