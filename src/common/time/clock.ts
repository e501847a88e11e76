import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { cached } from '../answer-cache.js';

/** The time of day, so that a test can hold it still. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

const dates = new Map<string, string>();
const starts = new Map<string, Date>();

/** The calendar date of an instant in a district's time zone, `YYYY-MM-DD`. */
export function dateIn(timeZone: string, instant: Date): string {
  return cached(
    dates,
    `${timeZone} ${instant.getTime()}`,
    () => DateTime.fromJSDate(instant, { zone: timeZone }).toISODate() ?? '',
  );
}

/** The first instant of a calendar date in a district's time zone. */
export function startOfDate(timeZone: string, date: string): Date {
  return cached(starts, `${timeZone} ${date}`, () =>
    DateTime.fromISO(date, { zone: timeZone }).startOf('day').toJSDate(),
  );
}
