import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import type { Schedule } from '../../common/time/schedule.js';

/** A report with a name and parameters, made when asked for or on a schedule, in its owner’s scope. */
@Entity('saved_reports')
@Check('saved_reports_scheduled', `(schedule IS NULL) = (next_run_at IS NULL) OR archived_at IS NOT NULL`)
@Check('saved_reports_formats_known', `formats <@ ARRAY['csv', 'xlsx', 'pdf']`)
@Index('saved_reports_name_unique', { synchronize: false })
@Index('saved_reports_due', ['nextRunAt'], { where: 'next_run_at IS NOT NULL AND archived_at IS NULL' })
@ForeignKey(() => Account, ['districtId', 'ownerId'], ['districtId', 'id'], { name: 'saved_reports_owner' })
export class SavedReport {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: string;

  @Column('jsonb')
  parameters!: Record<string, unknown>;

  @Column('jsonb', { nullable: true })
  schedule!: Schedule | null;

  @Column('timestamptz', { nullable: true })
  nextRunAt!: Date | null;

  /** Email addresses. */
  @Column('text', { array: true })
  recipients!: string[];

  @Column('text', { array: true })
  formats!: string[];

  @Column('uuid')
  ownerId!: string;

  @Column('timestamptz', { nullable: true })
  archivedAt!: Date | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;
}
