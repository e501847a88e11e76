import { Injectable } from '@nestjs/common';
import { DateTime, IANAZone } from 'luxon';

/** The time of day, so that a test can hold it still. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** Answers that are asked for over and over: an import of a million rows knows a few thousand days. */
const MOST_KEPT = 20_000;
const dates = new Map<string, string>();
const starts = new Map<string, Date>();

/** The calendar date of an instant in a district's time zone, `YYYY-MM-DD`. */
export function dateIn(timeZone: string, instant: Date): string {
  return kept(
    dates,
    `${timeZone} ${instant.getTime()}`,
    () => DateTime.fromJSDate(instant, { zone: timeZone }).toISODate() ?? '',
  );
}

/** The first instant of a calendar date in a district's time zone. */
export function startOfDate(timeZone: string, date: string): Date {
  return kept(starts, `${timeZone} ${date}`, () =>
    DateTime.fromISO(date, { zone: timeZone }).startOf('day').toJSDate(),
  );
}

function kept<T>(answers: Map<string, T>, question: string, answer: () => T): T {
  const known = answers.get(question);
  if (known !== undefined) return known;
  if (answers.size >= MOST_KEPT) answers.clear();
  const fresh = answer();
  answers.set(question, fresh);
  return fresh;
}

/** Whether PostgreSQL and the platform both know this IANA zone. */
export function isTimeZone(name: string): boolean {
  // An offset is no place, `local` is the machine's, and PostgreSQL reads `UTC+8` the other way round.
  return /^[A-Za-z_]+(\/[\w+-]+)*$/.test(name) && IANAZone.isValidZone(name);
}
