import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../access/scope.js';
import { explainConstraint } from '../common/constraint-refusals.js';
import { StaleVersion } from '../common/http/etag.js';
import { InvalidInput } from '../common/refusal.js';
import { schoolYearName, schoolYearOf } from '../common/time/school-year.js';
import { Transactions } from '../database/transactions.js';
import { type Closure, type SchoolDays, schoolDaysBetween } from './school-days.js';

/** The calendar of a school year. */
export interface SchoolCalendarView {
  schoolYear: string;
  /** First and last day of school. Null until somebody enters them. */
  startsOn: string | null;
  endsOn: string | null;
  closures: Closure[];
  /** Mondays to Fridays from the first day to the last, without the closures. */
  schoolDays: number;
  /** 0 until somebody enters the calendar. */
  version: number;
}

type Row = SchoolDays & { closures: Closure[]; version: number };

explainConstraint('school_calendars_days_ordered', () =>
  wrong('endsOn', 'Choose the first day of school or a later day.'),
);
explainConstraint('school_calendars_in_year', () =>
  wrong('startsOn', 'The first and last day of school must be in the school year, from July 1 to June 30.'),
);

/** When there is school in a district. */
@Injectable()
export class SchoolCalendars {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** @throws InvalidInput where the text is no school year */
  async find(scope: Scope, schoolYear: string): Promise<SchoolCalendarView> {
    const year = schoolYearOf(schoolYear);
    const [row] = await this.source.query<Row[]>(
      `SELECT starts_on AS "startsOn", ends_on AS "endsOn", closures, version FROM school_calendars
        WHERE district_id = $1 AND school_year = $2`,
      [scope.districtId, year],
    );
    const name = schoolYearName(year);
    return row
      ? { schoolYear: name, ...row, schoolDays: schoolDaysBetween([row], row.startsOn, row.endsOn) }
      : { schoolYear: name, startsOn: null, endsOn: null, closures: [], schoolDays: 0, version: 0 };
  }

  /**
   * @param version null for whatever version there is
   * @throws InvalidInput for days that are not in the school year
   */
  async set(
    scope: Scope,
    schoolYear: string,
    version: number | null,
    { startsOn, endsOn, closures }: SchoolDays,
  ): Promise<SchoolCalendarView> {
    const year = schoolYearOf(schoolYear);
    for (const [i, { from, to }] of closures.entries())
      if (from > to || from < startsOn || to > endsOn)
        throw wrong(
          `closures[${i}]`,
          'A closure must begin on or after the first day of school, end on or before the last, and not end before it begins.',
        );
    const rows = await this.transactions.run((tx) =>
      tx.query<unknown[]>(
        `INSERT INTO school_calendars (district_id, school_year, starts_on, ends_on, closures)
         SELECT $1::uuid, $2::smallint, $4::date, $5::date, $6::jsonb WHERE coalesce($3::integer, 0) = 0
             OR EXISTS (SELECT 1 FROM school_calendars WHERE district_id = $1 AND school_year = $2)
         ON CONFLICT (district_id, school_year) DO UPDATE SET starts_on = excluded.starts_on,
                ends_on = excluded.ends_on, closures = excluded.closures, version = school_calendars.version + 1
          WHERE $3::integer IS NULL OR school_calendars.version = $3
         RETURNING 1`,
        [scope.districtId, year, version, startsOn, endsOn, JSON.stringify(closures)],
      ),
    );
    const calendar = await this.find(scope, schoolYear);
    if (rows.length === 0) throw new StaleVersion('The calendar', calendar.version);
    return calendar;
  }
}

function wrong(field: string, detail: string): InvalidInput {
  return new InvalidInput(detail, [{ field, code: 'SCHOOL_CALENDAR', detail }]);
}
