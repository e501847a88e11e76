import { IANAZone } from 'luxon';

/** Years that a date can have, in requests, files and commands: enough for a long plan, too few for a slip of the finger. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;
/** No district had a device to track, and nobody who held one had left, before 1970. */
export const FIRST_TRACKED_YEAR = 1970;
/** California's first public school opened in 1850; elsewhere there are older ones. */
export const FIRST_SITE_YEAR = 1800;

/** The first year that a field may say. */
export type FirstYear = typeof FIRST_YEAR | typeof FIRST_TRACKED_YEAR | typeof FIRST_SITE_YEAR;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** RFC 3339, section 5.6, without leap seconds: neither JavaScript nor PostgreSQL keeps one. */
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const CLOSING_TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** For JSON Schema: a month and a day of every year, and February 29. */
const ORDINARY_DAY =
  '(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))';
const LEAP_ENDING = '(?:0[48]|[2468][048]|[13579][26])';

/** For JSON Schema, as the functions below judge. */
export const TIME_PATTERN = TIME.source;
export const CLOSING_TIME_PATTERN = CLOSING_TIME.source;
export const MONTH_AND_DAY_PATTERN = `^(?:${ORDINARY_DAY}|02-29)$`;
const YEARS: Record<FirstYear, [all: string, leap: string]> = {
  1800: ['(?:1[89]|2[01])\\d{2}', `(?:1[89]|2[01])${LEAP_ENDING}|2000`],
  1900: ['(?:19|2[01])\\d{2}', `(?:19|2[01])${LEAP_ENDING}|2000`],
  1970: ['(?:19[7-9]\\d|2[01]\\d{2})', `19(?:7[26]|8[048]|9[26])|2[01]${LEAP_ENDING}|2000`],
};
export const DAY_PATTERNS = Object.fromEntries(
  Object.entries(YEARS).map(([first, [all, leap]]) => [
    first,
    `^(?:${all}-${ORDINARY_DAY}|(?:${leap})-02-29)$`,
  ]),
);
export const INSTANT_PATTERN = `^(?:20\\d{2}-${ORDINARY_DAY}|20(?:00|${LEAP_ENDING})-02-29)[Tt](?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$`;
/** A year with a February 29, because a day of the year is meant for every year. */
const LEAP_YEAR = '2024';

const FIRST_INSTANT = Date.parse('2000-01-01T00:00:00Z');
const LAST_INSTANT = Date.parse('2100-01-01T00:00:00Z');

/** What a refusal says of each form; `$property` is the field. */
export const EXPECTED = {
  day: (firstYear: FirstYear = FIRST_YEAR): string =>
    `must be a date that exists, from ${firstYear} to ${LAST_YEAR}, such as 2025-08-31`,
  instant:
    'must be a date and time with a time zone, from 2000 to 2100, such as 2026-11-28T15:05:00-08:00 or 2026-11-28T23:05:00Z',
  time: 'must be a time of day from 00:00 to 23:59, such as 06:30',
  closingTime: 'must be a time of day such as 17:00, or 24:00 for the end of the day',
  monthAndDay: 'must be a month and a day that exist, such as 07-17',
  schoolYear: 'must be a school year such as 2025-26',
} as const;

/** A calendar date, `YYYY-MM-DD`, of a day that exists. */
export function isDay(text: string, firstYear: FirstYear = FIRST_YEAR): boolean {
  const [, year = '', month = '', day = ''] = DAY.exec(text) ?? [];
  if (Number(year) < firstYear || Number(year) > LAST_YEAR) return false;
  return Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
}

/** How many days a month has, from 1 for January; none where there is no such month. */
export function daysIn(year: number, month: number): number {
  return month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
}

/** A calendar date as a person writes it, maybe with blanks around it; undefined for anything else. */
export function readDay(text: string, firstYear: FirstYear = FIRST_YEAR): string | undefined {
  const day = text.trim();
  return isDay(day, firstYear) ? day : undefined;
}

/** A month and a day, `MM-DD`, of some year. */
export function isMonthAndDay(text: string): boolean {
  return isDay(`${LEAP_YEAR}-${text}`);
}

/** A time of day, `HH:MM`. */
export function isTimeOfDay(text: string): boolean {
  return TIME.test(text);
}

/** A time of day, or `24:00` for the end of the day. */
export function isClosingTime(text: string): boolean {
  return CLOSING_TIME.test(text);
}

/**
 * An instant of this century as RFC 3339 writes it, with a time zone: what a broken clock says must not reach a
 * database that knows other bounds. Fractions beyond milliseconds are cut off. There may be blanks around it.
 * @returns undefined for anything else
 */
export function readInstant(text: string): Date | undefined {
  const [written, day] = INSTANT.exec(text.trim()) ?? [];
  if (written === undefined || day === undefined || !isDay(day)) return undefined;
  const instant = new Date(written.toUpperCase());
  const ms = instant.getTime();
  return ms >= FIRST_INSTANT && ms < LAST_INSTANT ? instant : undefined;
}

/** Whether PostgreSQL and the platform both know this IANA zone. */
export function isTimeZone(name: string): boolean {
  // An offset is no place, `local` is the machine's, and PostgreSQL reads `UTC+8` the other way round.
  return /^[A-Za-z_]+(\/[\w+-]+)*$/.test(name) && IANAZone.isValidZone(name);
}

/** A calendar date so many days later. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The Monday of a calendar date's week. */
export function mondayOf(date: string): string {
  return daysAfter(date, -((new Date(Date.parse(date)).getUTCDay() + 6) % 7));
}
