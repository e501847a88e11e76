import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { oneOf } from '../../database/known-values.js';
import { FINDINGS, type Finding } from './findings.js';

/** `planned`: the board has not voted yet. `in_part`: the board approved only the lots that the item names. */
export const BOARD_DECISIONS = ['planned', 'approved', 'in_part', 'refused'] as const;
export type BoardDecision = (typeof BOARD_DECISIONS)[number];

/** An item on the agenda of a board meeting, about devices that leave the district. */
@Entity('board_items')
@Unique('board_items_number_unique', ['districtId', 'meetingOn', 'number'])
@Check('board_items_finding_known', oneOf('finding', FINDINGS))
@Check('board_items_decision_known', oneOf('decision', BOARD_DECISIONS))
@Check('board_items_other_said', `finding <> 'other' OR btrim(finding_text) <> ''`)
@Check('board_items_votes', 'yes BETWEEN 0 AND present AND present <= 100')
@Check('board_items_voted', `decision NOT IN ('approved', 'in_part') OR yes IS NOT NULL`)
@Check('board_items_valid', 'valid_from <= valid_to')
@Index('board_items_by_meeting', ['districtId', 'meetingOn', 'id'])
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], { name: 'board_items_creator' })
export class BoardItem {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('date')
  meetingOn!: string;

  /** Number of the item on the agenda. */
  @Column('text')
  number!: string;

  @Column('text')
  title!: string;

  @Column('text')
  finding!: Finding;

  /** The district's own words, if `finding` is `other`. */
  @Column('text', { nullable: true })
  findingText!: string | null;

  /** Members of the board who were present. */
  @Column('integer', { nullable: true })
  present!: number | null;

  @Column('integer', { nullable: true })
  yes!: number | null;

  @Column('text')
  decision!: BoardDecision;

  /** First day on which this item can approve lots. Some boards approve a fiscal year ahead. */
  @Column('date')
  validFrom!: string;

  @Column('date')
  validTo!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;
}
