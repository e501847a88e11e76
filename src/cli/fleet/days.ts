/**
 * Dates as whole days since 1970-01-01, so that a life of ten dates costs ten additions and not ten `Date`s.
 * A date here is a calendar date: it has no time zone.
 */
const MILLISECONDS_A_DAY = 86_400_000;

/** The day of a date; `month` counts from 1 and `date` may run past the month's end. */
export function dayOf(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / MILLISECONDS_A_DAY;
}

/** Reads `2016-09-01`; refuses anything that is not a date of the calendar. */
export function parseDay(iso: string): number {
  const day = /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS_A_DAY : Number.NaN;
  if (Number.isNaN(day) || isoDay(day) !== iso) throw new RangeError(`${iso} is not a date like 2016-09-01.`);
  return day;
}

const written = new Map<number, string>();

/** Writes a day as `2016-09-01`. A fleet uses a few thousand different days, so each is written once. */
export function isoDay(day: number): string {
  let iso = written.get(day);
  if (iso === undefined) {
    iso = new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
    written.set(day, iso);
  }
  return iso;
}

export function yearOf(day: number): number {
  return Number(isoDay(day).slice(0, 4));
}

const checkpoints = new Map<number, number>();

/** The 1st of September: what stands then has been bought, handed out or cleared in the summer before. */
export function checkpointDay(year: number): number {
  let day = checkpoints.get(year);
  if (day === undefined) {
    day = dayOf(year, 9, 1);
    checkpoints.set(year, day);
  }
  return day;
}
