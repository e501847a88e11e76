import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { District } from '../access/entities/district.entity.js';

/** Columns that a movement has before and after it is folded. */
abstract class MovementColumns {
  @PrimaryColumn('uuid')
  districtId!: string;

  @Column('uuid')
  changeSetId!: string;

  @Column('date')
  effectiveOn!: string;

  @Column('uuid')
  siteId!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  status!: string;

  @Column('uuid')
  modelId!: string;

  @Column('uuid', { nullable: true })
  fundingSourceId!: string | null;

  @Column('text')
  cause!: string;

  @Column('integer')
  delta!: number;
}

/** Movements that no fold has taken yet. Writers only insert here. */
@Entity('count_tail')
export class CountTail extends MovementColumns {
  @PrimaryColumn('bigint', { default: () => `nextval('count_movement_seq')` })
  seq!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  recordedAt!: Date;
}

/** The ledger: every movement ever, with the moment it became known. Append-only. */
@Entity('count_movements')
@Check('count_movements_delta_moves', `delta <> 0`)
@Check(
  'count_movements_cause_known',
  `cause IN ('opened', 'purchased', 'replaced', 'transferred', 'retired', 'reused', 'found', 'lost', 'disposed', 'deployed', 'returned', 'repair', 'corrected')`,
)
@Index('count_movements_by_known', ['districtId', 'knownAt'])
@Index('count_movements_by_day', { synchronize: false })
export class CountMovement extends MovementColumns {
  @PrimaryColumn('bigint')
  seq!: string;

  @Column('timestamptz')
  knownAt!: Date;
}

/** What moved in a day or a month, by site, kind and status. */
@Entity('count_sums')
@Check('count_sums_grain_known', `grain IN ('day', 'month')`)
export class CountSum {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('text')
  grain!: string;

  /** The day, or the first of the month. */
  @PrimaryColumn('date')
  periodOn!: string;

  @PrimaryColumn('uuid')
  siteId!: string;

  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('text')
  status!: string;

  @Column('bigint')
  delta!: string;
}

/** What moved in a day or a month of the whole district, by kind and status. */
@Entity('count_total_sums')
@Check('count_total_sums_grain_known', `grain IN ('day', 'month')`)
export class CountTotalSum {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('text')
  grain!: string;

  /** The day, or the first of the month. */
  @PrimaryColumn('date')
  periodOn!: string;

  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('text')
  status!: string;

  @Column('bigint')
  delta!: string;
}

/** Movements by model and funding source, by month and without site. No fund is the nil UUID. */
@Entity('count_model_sums')
export class CountModelSum {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('date')
  monthOn!: string;

  @PrimaryColumn('uuid')
  modelId!: string;

  @PrimaryColumn('uuid')
  fundingSourceId!: string;

  @PrimaryColumn('text')
  status!: string;

  @Column('text')
  kind!: string;

  @Column('bigint')
  delta!: string;
}

/** How many there were before the first day of a calendar quarter. */
@Entity('count_levels')
export class CountLevel {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('date')
  quarterOn!: string;

  @PrimaryColumn('uuid')
  siteId!: string;

  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('text')
  status!: string;

  @Column('bigint')
  count!: string;
}

/** One row a district: who holds it folds. */
@Entity('count_folds')
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'count_folds_district' })
export class CountFold {
  @PrimaryColumn('uuid')
  districtId!: string;

  /** First day of the last quarter that has levels. */
  @Column('date', { nullable: true })
  levelsThrough!: string | null;

  @Column('timestamptz', { nullable: true })
  foldedAt!: Date | null;
}
