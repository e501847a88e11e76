import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ReportHead } from '../report.js';
import { SavedReport } from './saved-report.entity.js';

export type OutputState = 'making' | 'made' | 'failed' | 'cancelled';

/** What a saved report said once. Never made again: what was sent stays what it was. */
@Entity('report_outputs')
@Unique('report_outputs_once', ['districtId', 'reportId', 'dueAt'])
@Check('report_outputs_state_known', `state IN ('making', 'made', 'failed', 'cancelled')`)
@Check(
  'report_outputs_made',
  `(state = 'made') = (head IS NOT NULL AND rows IS NOT NULL AND known_at IS NOT NULL AND made_at IS NOT NULL)`,
)
@Index('report_outputs_by_report', ['districtId', 'reportId', 'createdAt', 'id'])
@ForeignKey(() => SavedReport, ['districtId', 'reportId'], ['districtId', 'id'], {
  name: 'report_outputs_report',
})
export class ReportOutput {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  reportId!: string;

  /** The instant of its schedule that it was made for; null where somebody asked for it. */
  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  @Column('text', { default: 'making' })
  state!: OutputState;

  @Column('uuid', { nullable: true })
  jobId!: string | null;

  @Column('jsonb', { nullable: true })
  head!: ReportHead | null;

  @Column('integer', { nullable: true })
  rows!: number | null;

  @Column('timestamptz', { nullable: true })
  knownAt!: Date | null;

  @Column('text', { nullable: true })
  problem!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  madeAt!: Date | null;
}

/** Rows of an output, as they came out, in parts of a batch each. */
@Entity('report_output_parts')
@ForeignKey(() => ReportOutput, ['districtId', 'outputId'], ['districtId', 'id'], {
  name: 'report_output_parts_output',
})
export class ReportOutputPart {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  outputId!: string;

  @PrimaryColumn('integer')
  part!: number;

  @Column('jsonb')
  rows!: unknown[][];
}
