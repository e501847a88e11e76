import {
  daysIn,
  FIRST_TRACKED_YEAR,
  type FirstYear,
  LAST_YEAR,
} from '../../../common/time/days-and-times.js';
import { isNoDate, saysNoDate } from './no-date.js';
import { failed, parsed, type Parsed, type ParseFailure } from './parsed.js';
import { dateOfSerial } from './spreadsheet-date.js';

/** The order of day, month and year in a column; `auto` takes only what can be read in one way. */
export type DateOrder = 'mdy' | 'dmy' | 'ymd' | 'auto';

/** Two-digit years: 70 to 99 are 19xx, for no district had a device to track before 1970. */
const PIVOT = 70;

/** A bare number in this range is a spreadsheet's day: October 1954 to April 2064. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 60_000;

/** No date is longer; patterns are not tried on a cell of 32,767 blanks, where some would take seconds. */
const LONGEST = 80;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `12:00 AM`, `T00:00:00.000Z`, `00:00:00 GMT-0800 (PST)`: the time of day, which a date drops. */
const TIME =
  /(?:T|,?\s+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|P[SD]T)?\s*(?:[+-]\d{2}:?\d{2})?(?:\s*\([a-z ]+\))?$/i;
const NUMERIC = /^(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})$/;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ,]+([a-z]{3,9})\.?[-/. ,]+(\d{2}|\d{4})$/i;
const MONTH_FIRST = /^([a-z]{3,9})\.?[-/. ]+(\d{1,2})(?:st|nd|rd|th)?[-/. ,]+(\d{2}|\d{4})$/i;
const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;

/**
 * A calendar date as `YYYY-MM-DD`, from ISO dates and timestamps, `M/D/YY`, `12-Mar-2016`, `March 12, 2016`, a
 * spreadsheet's serial number, or milliseconds since 1970. The date of a timestamp is the one that is written, without
 * moving it between time zones: vendors write a day as its midnight in UTC, and mean that day. Milliseconds are UTC.
 * What other systems write for no date gives undefined, with a note.
 * @param firstYear first year that the column may say
 */
export function parseDate(
  text: string,
  order: DateOrder = 'auto',
  firstYear: FirstYear = FIRST_TRACKED_YEAR,
): Parsed<string | undefined> {
  const read = saysNoDate(text) ? parsed(undefined) : readDate(text, order);
  if (!read.ok) return read;
  const date = read.value && (firstYear < FIRST_TRACKED_YEAR ? inTheirCentury(text, read.value) : read.value);
  if (date && !isNoDate(date, firstYear)) return within(text, date, firstYear);
  const detail = `Other systems write "${text}" when they have no date. Rollcall reads it as a blank cell.`;
  return parsed(undefined, { code: 'READ_AS_BLANK', detail });
}

/** A column that reaches back before 1970 means 1958 by 58, and still 2027 by 27. */
function inTheirCentury(text: string, date: string): string {
  const isShort = !/\d{4}/.test(text) && date >= '2040' && date < `20${PIVOT}`;
  return isShort ? `19${date.slice(2)}` : date;
}

function readDate(text: string, order: DateOrder): Parsed<string> {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return notADate(text.slice(0, LONGEST));
  if (/^\d+(\.\d+)?$/.test(trimmed)) return fromNumber(text, trimmed);
  const day = trimmed.replace(TIME, '').replace(WEEKDAY, '');
  const numeric = NUMERIC.exec(day);
  if (numeric) return fromParts(text, [numeric[1] ?? '', numeric[3] ?? '', numeric[4] ?? ''], order);
  const dayFirst = DAY_FIRST.exec(day);
  if (dayFirst) return named(text, dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(day);
  if (monthFirst) return named(text, monthFirst[3], monthFirst[1], monthFirst[2]);
  return notADate(text);
}

/** The order that the samples prove, by a number above 12 or a year in front; `auto` if they prove none, or both. */
export function guessDateOrder(samples: string[]): DateOrder {
  const proven = new Set<DateOrder>();
  for (const sample of samples) {
    const match = NUMERIC.exec(sample.trim().replace(TIME, ''));
    if (!match) continue;
    const [first, second] = [match[1] ?? '', match[3] ?? ''];
    if (first.length === 4) proven.add('ymd');
    else if (Number(first) > 12) proven.add('dmy');
    else if (Number(second) > 12) proven.add('mdy');
  }
  // Years in front are read rightly under any order, so they do not contradict the others.
  if (proven.size > 1) proven.delete('ymd');
  const [only] = proven;
  return proven.size === 1 && only ? only : 'auto';
}

function fromNumber(text: string, digits: string): Parsed<string> {
  const value = Number(digits);
  if (/^(0001|1[6-9]\d\d|20\d\d|9999)\d{4}$/.test(digits)) {
    return calendarDate(
      text,
      Number(digits.slice(0, 4)),
      Number(digits.slice(4, 6)),
      Number(digits.slice(6)),
    );
  }
  if (value >= FIRST_SERIAL && value <= LAST_SERIAL) {
    const date = dateOfSerial(Math.floor(value));
    if (date !== undefined) return parsed(date);
  }
  if (/^\d{12,13}$/.test(digits)) return parsed(new Date(value).toISOString().slice(0, 10));
  return notADate(text);
}

function fromParts(text: string, [a, b, c]: [string, string, string], order: DateOrder): Parsed<string> {
  const [first, second, third] = [Number(a), Number(b), Number(c)];
  if (a.length >= 3) return a.length === 4 ? calendarDate(text, first, second, third) : notADate(text);
  if (order === 'ymd')
    return c.length > 2 ? wrongOrder(text) : calendarDate(text, fullYear(a), second, third);
  if (c.length !== 2 && c.length !== 4) return notADate(text);
  if (order === 'mdy') return calendarDate(text, fullYear(c), first, second);
  if (order === 'dmy') return calendarDate(text, fullYear(c), second, first);
  if (second > 12 || first === second) return calendarDate(text, fullYear(c), first, second);
  if (first > 12) return calendarDate(text, fullYear(c), second, first);
  const detail = `"${text}" can be month/day or day/month. Choose the order of the dates in this file.`;
  return failed('AMBIGUOUS_DATE', detail);
}

function named(text: string, year = '', month = '', day = ''): Parsed<string> {
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return index < 0 ? notADate(text) : calendarDate(text, fullYear(year), index + 1, Number(day));
}

function fullYear(year: string): number {
  const value = Number(year);
  if (year.length > 2) return value;
  return value < PIVOT ? 2000 + value : 1900 + value;
}

function calendarDate(text: string, year: number, month: number, day: number): Parsed<string> {
  const days = daysIn(year, month);
  if (days === 0) return failed('IMPOSSIBLE_DATE', `"${text}" is not a date: there is no month ${month}.`);
  if (day < 1 || day > days) {
    return failed(
      'IMPOSSIBLE_DATE',
      `"${text}" is not a date: the month has ${days} days, and this is day ${day}.`,
    );
  }
  const [mm, dd] = [month, day].map((part) => String(part).padStart(2, '0'));
  return parsed(`${String(year).padStart(4, '0')}-${mm}-${dd}`);
}

function within(text: string, date: string, firstYear: number): Parsed<string> {
  const year = Number(date.slice(0, 4));
  if (year >= firstYear && year <= LAST_YEAR) return parsed(date);
  return failed(
    'DATE_OUT_OF_RANGE',
    `"${text}" is outside of the years ${firstYear} to ${LAST_YEAR}. Check the year.`,
  );
}

function wrongOrder(text: string): ParseFailure {
  return failed(
    'NOT_A_DATE',
    `"${text}" does not begin with the year, but year/month/day was chosen for this file.`,
  );
}

function notADate(text: string): ParseFailure {
  return failed(
    'NOT_A_DATE',
    `Rollcall cannot read "${text}" as a date. Write it like 2025-08-31 or 8/31/2025.`,
  );
}
