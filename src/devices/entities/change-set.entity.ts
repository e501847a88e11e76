import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';

export type ChangeSetKind =
  'single' | 'batch' | 'bulk' | 'import' | 'scan_batch' | 'sync' | 'undo' | 'replacement' | 'lot';

/** What events came from together; it can be shown whole, and undone under one other change set. */
@Entity('change_sets')
@Check(
  'change_sets_kind_known',
  `kind IN ('single', 'batch', 'bulk', 'import', 'scan_batch', 'sync', 'undo', 'replacement', 'lot')`,
)
@Unique('change_sets_undone_once', ['districtId', 'undoesId'])
@ForeignKey(() => Account, ['districtId', 'actorId'], ['districtId', 'id'], { name: 'change_sets_actor' })
@ForeignKey(() => ChangeSet, ['districtId', 'undoesId'], ['districtId', 'id'], { name: 'change_sets_undoes' })
export class ChangeSet {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: ChangeSetKind;

  @Column('uuid', { nullable: true })
  actorId!: string | null;

  /** The import or job it belongs to. */
  @Column('uuid', { nullable: true })
  subjectId!: string | null;

  @Column('uuid', { nullable: true })
  undoesId!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  recordedAt!: Date;
}
