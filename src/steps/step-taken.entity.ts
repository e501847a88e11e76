import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../access/entities/account.entity.js';
import { District } from '../access/entities/district.entity.js';

/**
 * A step that a record took: who, when, why, from where to where. One table for the records of every module.
 * Append-only.
 */
@Entity('steps_taken')
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'steps_taken_district' })
@ForeignKey(() => Account, ['districtId', 'takenBy'], ['districtId', 'id'], { name: 'steps_taken_taker' })
export class StepTaken {
  @PrimaryColumn('uuid')
  districtId!: string;

  /** The `kind` of a declaration, such as `support_purchase`. */
  @PrimaryColumn('text')
  subjectKind!: string;

  @PrimaryColumn('uuid')
  subjectId!: string;

  /** Version of the record after the step. */
  @PrimaryColumn('integer')
  version!: number;

  /** Name of the step; `create` for the first. */
  @Column('text')
  step!: string;

  /** Null for the first. */
  @Column('text', { nullable: true })
  fromState!: string | null;

  @Column('text')
  toState!: string;

  /** Why. */
  @Column('text', { nullable: true })
  note!: string | null;

  /** What else the module keeps of this step, such as the price at that time. */
  @Column('jsonb', { nullable: true })
  details!: object | null;

  /** Null for the system. */
  @Column('uuid', { nullable: true })
  takenBy!: string | null;

  @Column('timestamptz')
  takenAt!: Date;
}
