import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { District } from '../../access/entities/district.entity.js';

/** Tags with one prefix, counted up. */
@Entity('tag_series')
@Unique('tag_series_prefix_unique', ['districtId', 'prefix'])
@Check('tag_series_digits', `digits BETWEEN 1 AND 12`)
@Check('tag_series_next', `next_number >= 0 AND next_number <= power(10, digits)`)
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'tag_series_district' })
export class TagSeries {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  prefix!: string;

  /** Digits after the prefix, with leading zeros. */
  @Column('smallint')
  digits!: number;

  /** The number that is handed out next, unless a device has it by then. */
  @Column('bigint')
  nextNumber!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}

/** Tags that were handed out together, to be printed before there are devices for them. */
@Entity('tag_ranges')
@Check('tag_ranges_filled', `cardinality(tags) > 0`)
@Index('tag_ranges_latest', { synchronize: false })
@ForeignKey(() => TagSeries, ['districtId', 'seriesId'], ['districtId', 'id'], { name: 'tag_ranges_series' })
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], { name: 'tag_ranges_maker' })
export class TagRange {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  seriesId!: string;

  @Column('text', { array: true })
  tags!: string[];

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
