import type { PurchaseOption } from './allocation-model.js';

/** A school year runs from 1 July to 30 June: month of its first day. */
const FIRST_MONTH = 7;
const MILLISECONDS_A_DAY = 86_400_000;

/** First and last calendar day of an option, or of the whole school year. */
export interface Days {
  startsOn: string;
  endsOn: string;
}

/** The year in which the school year of a calendar date begins. */
export function schoolYearBegin(date: string): number {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return month >= FIRST_MONTH ? year : year - 1;
}

/** @param year the one in which the school year begins */
export function schoolYearDays(year: number): Days {
  return optionDays({ from: '07-01', to: '06-30' }, year);
}

/** When an option holds in the school year that begins in `year`. */
export function optionDays({ from, to }: Pick<PurchaseOption, 'from' | 'to'>, year: number): Days {
  return { startsOn: dayOf(from, year), endsOn: dayOf(to, year) };
}

/** A place of the day in a school year, to compare `MM-DD` by: 07-01 comes first, 06-30 last. */
export function placeInYear(monthAndDay: string): number {
  const [month = 0, day = 0] = monthAndDay.split('-').map(Number);
  return ((month - FIRST_MONTH + 12) % 12) * 31 + day;
}

/** Whether days are most of a school year: then what is bought a week counts toward what is recommended a week. */
export function isMostOfTheYear({ startsOn, endsOn }: Days): boolean {
  return lengthOf({ startsOn, endsOn }) > 365 / 2;
}

function lengthOf({ startsOn, endsOn }: Days): number {
  return (Date.parse(endsOn) - Date.parse(startsOn)) / MILLISECONDS_A_DAY + 1;
}

/** 29 February is the 28th where there is none. */
function dayOf(monthAndDay: string, year: number): string {
  const inYear = placeInYear(monthAndDay) >= placeInYear('01-01') ? year + 1 : year;
  const isThere = new Date(`${inYear}-${monthAndDay}T00:00:00Z`).toISOString().slice(5, 10) === monthAndDay;
  return `${inYear}-${isThere ? monthAndDay : '02-28'}`;
}
