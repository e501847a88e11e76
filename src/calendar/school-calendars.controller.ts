import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { CurrentScope, Needs } from '../access/routes/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { Etag, IfMatch } from '../common/http/etag.js';
import { CalendarDate, IfGiven, NestedList, Trimmed } from '../common/http/request-fields.js';
import { SCHOOL_YEAR_PARAMETER } from '../common/time/school-year.js';
import type { Closure } from './school-days.js';
import { SchoolCalendars, type SchoolCalendarView } from './school-calendars.service.js';

export class ClosureBody implements Closure {
  /** Such as `Winter break`. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  /** First and last day without school. For a holiday, both are the same day. */
  @CalendarDate()
  from!: string;

  @CalendarDate()
  to!: string;
}

/** The complete calendar. Closures that are left out are removed. */
export class SchoolCalendarBody {
  /** First and last day of school. */
  @CalendarDate()
  startsOn!: string;

  @CalendarDate()
  endsOn!: string;

  /** Holidays and breaks. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @NestedList(() => ClosureBody)
  closures: ClosureBody[] = [];
}

@ApiTags('calendar')
@Controller('school-calendars')
export class SchoolCalendarsController {
  constructor(private readonly calendars: SchoolCalendars) {}

  /** Shows when there is school in a school year, such as `2026-27`, and how many school days that makes. */
  @Get(':schoolYear')
  @ApiParam(SCHOOL_YEAR_PARAMETER)
  @Needs('sites:read')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('schoolYear') schoolYear: string): Promise<SchoolCalendarView> {
    return this.calendars.find(scope, schoolYear);
  }

  /** Replaces the calendar of a school year: the first and last day of school, holidays and breaks. */
  @Put(':schoolYear')
  @ApiParam(SCHOOL_YEAR_PARAMETER)
  @Needs('settings:edit')
  @Etag()
  set(
    @CurrentScope() scope: Scope,
    @Param('schoolYear') schoolYear: string,
    @IfMatch() version: number | null,
    @Body() body: SchoolCalendarBody,
  ): Promise<SchoolCalendarView> {
    return this.calendars.set(scope, schoolYear, version, body);
  }
}
