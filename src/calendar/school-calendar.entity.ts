import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { District } from '../access/entities/district.entity.js';
import type { Closure } from './school-days.js';

/** When there is school in a school year, which runs from July 1 to June 30. */
@Entity('school_calendars')
@Check('school_calendars_days_ordered', `starts_on <= ends_on`)
@Check(
  'school_calendars_in_year',
  `starts_on >= make_date(school_year, 7, 1) AND ends_on <= make_date(school_year + 1, 6, 30)`,
)
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'school_calendars_district' })
export class SchoolCalendar {
  @PrimaryColumn('uuid')
  districtId!: string;

  /** The calendar year in which the school year begins. */
  @PrimaryColumn('smallint')
  schoolYear!: number;

  /** First and last day of school. */
  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('jsonb')
  closures!: Closure[];

  @Column('integer', { default: 1 })
  version!: number;
}
