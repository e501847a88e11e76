import { DateTime } from 'luxon';

/** A quarter of the calendar year, such as `2026-Q3`. */
export const QUARTER = /^(?:19|20|21)\d{2}-Q[1-4]$/;

/** The quarter that a day is in. */
export function quarterOf(day: string): string {
  const { year, quarter } = DateTime.fromISO(day, { zone: 'utc' });
  return `${year}-Q${quarter}`;
}

/** The first day of a quarter, and the first day after it. */
export function daysOf(quarter: string): { from: string; after: string } {
  const first = firstOf(quarter);
  return { from: iso(first), after: iso(first.plus({ quarters: 1 })) };
}

/** The quarter that is so many quarters earlier. */
export function quartersBefore(quarter: string, count: number): string {
  return quarterOf(iso(firstOf(quarter).minus({ quarters: count })));
}

function firstOf(quarter: string): DateTime {
  return DateTime.utc(Number(quarter.slice(0, 4)), 3 * Number(quarter.slice(-1)) - 2, 1);
}

function iso(day: DateTime): string {
  return day.toISODate() ?? '';
}
