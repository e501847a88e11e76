import type { Closure } from '../../calendar/school-days.js';
import { schoolYearName } from '../../common/time/school-year.js';
import { schoolYearBegin } from '../../allocation/models/option-days.js';
import { dayOf, isoDay, parseDay, yearOf } from '../fleet/days.js';

/** A school year as the demo's district keeps it; all days are calendar dates. */
export interface DemoYear {
  /** Such as `2026-27`. */
  name: string;
  /** The calendar year in which it begins. */
  begins: number;
  firstDay: string;
  lastDay: string;
  closures: Closure[];
  /** The latest days on which schools handed out devices, and when those are due back. */
  handedOutOn: string;
  dueOn: string;
}

const DAYS_A_WEEK = 7;
const MONDAY = 1;
const THURSDAY = 4;
/** A demo that is loaded in the first week of school shows the check-outs of the year before. */
const DAYS_TO_HAND_OUT = 14;

/** The school year around a day. */
export function demoYear(today: string): DemoYear {
  const begins = schoolYearBegin(today);
  const firstDay = firstDayOfSchool(begins);
  const lastDay = lastDayOfSchool(begins);
  const isHandedOut = parseDay(today) >= firstDay + DAYS_TO_HAND_OUT;
  return {
    name: schoolYearName(begins),
    begins,
    firstDay: isoDay(firstDay),
    lastDay: isoDay(lastDay),
    closures: closuresOf(begins),
    handedOutOn: isoDay(isHandedOut ? firstDay : firstDayOfSchool(begins - 1)),
    // In summer everything is due at the end of the next school year: most pupils keep their device.
    dueOn: isoDay(isHandedOut || parseDay(today) < lastDay ? lastDay : lastDayOfSchool(begins + 1)),
  };
}

/** The last Mondays to Fridays without a closure before a day, the earliest first. */
export function workdaysBefore(today: string, count: number, { closures }: DemoYear): string[] {
  const days: string[] = [];
  for (let day = parseDay(today) - 1; days.length < count; day -= 1)
    if (isWorkday(day, closures)) days.unshift(isoDay(day));
  return days;
}

/** The next Mondays to Fridays without a closure, from a day on. */
export function workdaysFrom(today: string, count: number, { closures }: DemoYear): string[] {
  const days: string[] = [];
  for (let day = parseDay(today); days.length < count; day += 1)
    if (isWorkday(day, closures)) days.push(isoDay(day));
  return days;
}

/** From 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return isoWeekday(parseDay(day));
}

/** A calendar date so many days later; earlier where `days` is below 0. */
export function shifted(day: string, days: number): string {
  return isoDay(parseDay(day) + days);
}

function isWorkday(day: number, closures: readonly Closure[]): boolean {
  const date = isoDay(day);
  return isoWeekday(day) < 6 && !closures.some(({ from, to }) => from <= date && date <= to);
}

/** 1970-01-01, day 0, was a Thursday. */
function isoWeekday(day: number): number {
  return ((((day + 3) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK) + 1;
}

/** The Thursday of the third week of August. */
function firstDayOfSchool(begins: number): number {
  return nth(begins, 8, THURSDAY, 3);
}

/** The first Thursday of June. */
function lastDayOfSchool(begins: number): number {
  return nth(begins + 1, 6, THURSDAY, 1);
}

/** Holidays of California's schools, and the weeks off that most of its districts have. */
function closuresOf(begins: number): Closure[] {
  const thanksgiving = nth(begins, 11, THURSDAY, 4);
  const winter = nth(begins, 12, MONDAY, 3);
  const spring = nth(begins + 1, 4, MONDAY, 1);
  const off = (name: string, first: number, days = 1): Closure => ({
    name,
    from: isoDay(first),
    to: isoDay(first + days - 1),
  });
  return [
    off('Labor Day', nth(begins, 9, MONDAY, 1)),
    off('Veterans Day', dayOf(begins, 11, 11)),
    off('Thanksgiving break', thanksgiving - 3, 5),
    off('Winter break', winter, 12),
    off('Martin Luther King Jr. Day', nth(begins + 1, 1, MONDAY, 3)),
    off('Presidents’ Day', nth(begins + 1, 2, MONDAY, 3)),
    off('Spring break', spring, 5),
    off('Memorial Day', lastMondayOfMay(begins + 1)),
  ];
}

/** The n-th such weekday of a month. */
function nth(year: number, month: number, weekday: number, n: number): number {
  const first = dayOf(year, month, 1);
  return first + ((weekday - isoWeekday(first) + DAYS_A_WEEK) % DAYS_A_WEEK) + (n - 1) * DAYS_A_WEEK;
}

function lastMondayOfMay(year: number): number {
  const fifth = nth(year, 5, MONDAY, 5);
  return yearOf(fifth) === year && isoDay(fifth).slice(5, 7) === '05' ? fifth : fifth - DAYS_A_WEEK;
}
