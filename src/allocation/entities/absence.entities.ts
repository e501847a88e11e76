import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { Site } from '../../sites/entities/site.entity.js';
import { SupportAssignment, Technician } from './technician.entities.js';

export const ABSENCE_REASONS = ['sick', 'leave', 'learning', 'other'] as const;

export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

export const COVER_KINDS = ['absence', 'urgent', 'project'] as const;

/** What a technician in reserve goes somewhere for. */
export type CoverKind = (typeof COVER_KINDS)[number];

/** Days on which a technician is away; their sites have a hole then. */
@Entity('technician_absences')
@Check('technician_absences_days_ordered', `from_on <= to_on`)
@Check('technician_absences_reason_known', `reason IN ('sick', 'leave', 'learning', 'other')`)
@Exclusion(
  'technician_absences_once',
  `USING gist (district_id WITH =, technician_id WITH =, daterange(from_on, to_on, '[]') WITH &&) WHERE (cancelled_at IS NULL)`,
)
@Index('technician_absences_of_technician', ['districtId', 'technicianId', 'id'])
@ForeignKey(() => Technician, ['districtId', 'technicianId'], ['districtId', 'id'], {
  name: 'technician_absences_technician',
})
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], {
  name: 'technician_absences_maker',
})
export class TechnicianAbsence {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  technicianId!: string;

  /** First and last day, included. */
  @Column('date')
  fromOn!: string;

  @Column('date')
  toOn!: string;

  @Column('text')
  reason!: AbsenceReason;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;
}

/** Somebody in reserve is at a site on one day. */
@Entity('support_covers')
@Check('support_covers_kind_known', `kind IN ('absence', 'urgent', 'project')`)
@Check('support_covers_whose', `(kind = 'absence') = (assignment_id IS NOT NULL)`)
@Index('support_covers_one_place', ['districtId', 'technicianId', 'onDate'], {
  unique: true,
  where: 'cancelled_at IS NULL',
})
@Index('support_covers_once', ['districtId', 'assignmentId', 'onDate'], {
  unique: true,
  where: 'cancelled_at IS NULL AND assignment_id IS NOT NULL',
})
@Index('support_covers_of_site', ['districtId', 'siteId', 'id'])
@ForeignKey(() => Technician, ['districtId', 'technicianId'], ['districtId', 'id'], {
  name: 'support_covers_technician',
})
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'support_covers_site' })
@ForeignKey(() => SupportAssignment, ['districtId', 'assignmentId'], ['districtId', 'id'], {
  name: 'support_covers_assignment',
})
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], {
  name: 'support_covers_maker',
})
export class SupportCover {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('date')
  onDate!: string;

  @Column('uuid')
  technicianId!: string;

  @Column('uuid')
  siteId!: string;

  @Column('text')
  kind!: CoverKind;

  /** Whose day it is, of an absence. */
  @Column('uuid', { nullable: true })
  assignmentId!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;
}
