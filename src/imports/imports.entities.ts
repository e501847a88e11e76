import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../access/entities/account.entity.js';
import { StoredFileRow } from '../files/file.entities.js';
import { stateCheck } from '../steps/step-machine.js';
import type { ImportOptions } from './import-kind.js';
import type { ImportMapping } from './mapping/import-mapping.js';
import type { TableReading } from './reading/table.js';

export const IMPORT_STATES = [
  'uploaded',
  'rehearsing',
  'rehearsed',
  'queued',
  'committing',
  'committed',
  'cancelled',
  'failed',
  'undoing',
  'undone',
] as const;

export type ImportState = (typeof IMPORT_STATES)[number];

/** One file in: how it is read, how far it is, and what becomes of its rows. */
@Entity('imports')
@Check('imports_state_known', stateCheck(IMPORT_STATES))
@Index('imports_by_age', ['districtId', 'createdAt', 'id'])
@Unique('imports_file_once', ['districtId', 'fileId'])
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], { name: 'imports_creator' })
@ForeignKey(() => StoredFileRow, ['districtId', 'fileId'], ['districtId', 'id'], { name: 'imports_file' })
export class Import {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  /** The upload. Null once it is forgotten; its name, size and hash stay here. */
  @Column('uuid', { nullable: true })
  fileId!: string | null;

  @Column('text')
  fileName!: string;

  @Column('bigint')
  sizeBytes!: string;

  @Column('bytea')
  sha256!: Buffer;

  @Column('jsonb')
  reading!: TableReading;

  @Column('jsonb')
  mapping!: ImportMapping;

  @Column('jsonb', { default: () => `'{}'` })
  options!: ImportOptions;

  @Column('jsonb', { default: () => `'[]'` })
  warnings!: unknown;

  @Column('text')
  state!: ImportState;

  /** Counts the steps. */
  @Column('integer', { default: 1 })
  version!: number;

  /** When it took its last step. */
  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;

  /** Null until every row is staged. */
  @Column('integer', { nullable: true })
  stagedRows!: number | null;

  /** Rows up to this line are done, in this pass. */
  @Column('integer', { default: 0 })
  appliedThrough!: number;

  @Column('jsonb', { nullable: true })
  plan!: unknown;

  @Column('uuid', { nullable: true })
  changeSetId!: string | null;

  @Column('uuid', { nullable: true })
  jobId!: string | null;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  rehearsedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  committedAt!: Date | null;
}

/** A row that was read, until it is committed. */
@Entity('import_rows')
export class ImportRow {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  importId!: string;

  @PrimaryColumn('integer')
  rowNo!: number;

  @Column('uuid')
  newId!: string;

  @Column('jsonb')
  fields!: unknown;

  /** What identifies the row; a later row with one of these is refused. */
  @Column('text', { array: true })
  keys!: string[];

  @Column('jsonb', { nullable: true })
  problems!: unknown;

  /** What was read otherwise than it is written. */
  @Column('jsonb', { nullable: true })
  notes!: unknown;
}

/** What became of a row. */
@Entity('import_outcomes')
@Check('import_outcomes_known', `outcome IN ('add', 'change', 'unchanged', 'refused', 'held')`)
@Index('import_outcomes_refused', ['districtId', 'importId', 'rowNo'], {
  where: `outcome IN ('refused', 'held')`,
})
@Index('import_outcomes_noted', ['districtId', 'importId', 'rowNo'], { where: 'notes IS NOT NULL' })
export class ImportOutcome {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  importId!: string;

  @PrimaryColumn('integer')
  rowNo!: number;

  @Column('text')
  outcome!: string;

  @Column('uuid', { nullable: true })
  targetId!: string | null;

  @Column('integer', { nullable: true })
  targetVersion!: number | null;

  @Column('jsonb', { nullable: true })
  changes!: unknown;

  @Column('jsonb', { nullable: true })
  problems!: unknown;

  /** What Rollcall did that the file did not literally ask for. */
  @Column('jsonb', { nullable: true })
  notes!: unknown;
}

/** A mapping that somebody saved under a name. */
@Entity('import_mappings')
@Unique('import_mappings_name_unique', ['districtId', 'kind', 'name'])
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], {
  name: 'import_mappings_creator',
})
export class SavedMapping {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  name!: string;

  @Column('jsonb')
  mapping!: ImportMapping;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
