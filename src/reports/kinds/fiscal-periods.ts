import { DateTime } from 'luxon';
import { fiscalYearStart } from '../../counts/series/fiscal-year.sql.js';
import { schoolYearName } from '../../common/time/school-year.js';
import type { ReportContext } from '../report.js';
import { fiscalYearOf } from '../report-days.js';

/**
 * SQL of the period that a day falls in, as its place in `periodNames`: `$3` today, `$4` the month in which a fiscal
 * year begins, `$5` how many years stand one by one.
 */
export function periodSql(date: string): string {
  const yearOf = (day: string): string => `extract(year FROM ${fiscalYearStart(day, '$4::integer')})`;
  return `(CASE WHEN ${date} IS NULL THEN $5::integer + 2 WHEN ${date} <= $3::date THEN 0
                ELSE least(1 + ${yearOf(date)} - ${yearOf('$3::date')}, $5 + 1) END)::integer`;
}

/** @param past what is said of days up to today; the rest of this year stands by itself */
export function periodNames(
  { today, fiscalYearStarts }: ReportContext,
  years: number,
  past: string,
): string[] {
  const { year } = fiscalYearOf(DateTime.fromISO(today, { zone: 'utc' }), fiscalYearStarts);
  return [past, ...Array.from({ length: years }, (_, i) => schoolYearName(year + i)), 'Later', 'Not known'];
}
