import { isDay } from '../../common/time/days-and-times.js';

/**
 * Dates as whole days since 1970-01-01, so that a life of ten dates costs ten additions and not ten `Date`s.
 * A date here is a calendar date: it has no time zone.
 */
const MILLISECONDS_A_DAY = 86_400_000;

const monthStarts: number[] = [];

/** The day of a date; `month` counts from 1 and `date` may run past the month's end. */
export function dayOf(year: number, month: number, date: number): number {
  const place = year * 12 + month;
  // A life asks for the same few months again and again.
  const start = (monthStarts[place] ??= Date.UTC(year, month - 1, 1) / MILLISECONDS_A_DAY);
  return start + date - 1;
}

/** Reads `2016-09-01`; refuses anything that is not a date of the calendar. */
export function parseDay(iso: string): number {
  if (!isDay(iso)) throw new RangeError(`${iso} is not a date like 2016-09-01.`);
  return Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

const written: string[] = [];

/** Writes a day as `2016-09-01`. A fleet uses a few thousand different days, so each is written once. */
export function isoDay(day: number): string {
  return (written[day] ??= new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10));
}

export function yearOf(day: number): number {
  return Number(isoDay(day).slice(0, 4));
}

/** The 1st of September: what stands then has been bought, handed out or cleared in the summer before. */
export function checkpointDay(year: number): number {
  return dayOf(year, 9, 1);
}
