import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';

/** The time of day, so that a test can hold it still. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** The calendar date of an instant in a district's time zone, `YYYY-MM-DD`. */
export function dateIn(timeZone: string, instant: Date): string {
  return DateTime.fromJSDate(instant, { zone: timeZone }).toISODate() ?? '';
}

/** The first instant of a calendar date in a district's time zone. */
export function startOfDate(timeZone: string, date: string): Date {
  return DateTime.fromISO(date, { zone: timeZone }).startOf('day').toJSDate();
}

/** Whether PostgreSQL and the platform both know this IANA zone. */
export function isTimeZone(name: string): boolean {
  return DateTime.local().setZone(name).isValid;
}
