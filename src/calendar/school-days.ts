/** Days without school, both included: a holiday or a break. */
export interface Closure {
  /** Such as `Winter break`. */
  name: string;
  /** First and last day, `YYYY-MM-DD`. */
  from: string;
  to: string;
}

/** The days of one school year. School is on Mondays to Fridays. */
export interface SchoolDays {
  /** First and last day of school, `YYYY-MM-DD`. */
  startsOn: string;
  endsOn: string;
  closures: readonly Closure[];
}

const DAY_MS = 86_400_000;

/** Whether there is school on a date, `YYYY-MM-DD`. */
export function isSchoolDay({ startsOn, endsOn, closures }: SchoolDays, date: string): boolean {
  const weekday = new Date(date).getUTCDay();
  return (
    weekday >= 1 &&
    weekday <= 5 &&
    startsOn <= date &&
    date <= endsOn &&
    !closures.some(({ from, to }) => from <= date && date <= to)
  );
}

/**
 * Counts the school days from one date to another, both included.
 * @param years the calendars of the school years; days of none of them are no school days
 */
export function schoolDaysBetween(years: readonly SchoolDays[], from: string, to: string): number {
  return years.reduce((days, year) => days + daysOf(year, from, to), 0);
}

function daysOf(year: SchoolDays, from: string, to: string): number {
  const first = Date.parse(from > year.startsOn ? from : year.startsOn);
  const last = Date.parse(to < year.endsOn ? to : year.endsOn);
  let days = 0;
  for (let at = first; at <= last; at += DAY_MS)
    if (isSchoolDay(year, new Date(at).toISOString().slice(0, 10))) days += 1;
  return days;
}
