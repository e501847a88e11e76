import { DateTime } from 'luxon';

/** How far the points of a series lie apart. A school year ends where the district's fiscal year does. */
export const INTERVALS = ['day', 'week', 'month', 'quarter', 'schoolYear', 'year'] as const;

export type Interval = (typeof INTERVALS)[number];

/** A chart of more points than this is read by nobody; days of three years are less. */
export const MOST_POINTS = 1_200;

/**
 * The days at whose end a series is counted: the last day of each period that ends from `from` on, and `to`. A week
 * ends on Sunday (ISO 8601).
 * @param from first calendar date, `YYYY-MM-DD`
 * @param to last calendar date, not before `from`
 * @param fiscalYearStarts month, 1 to 12
 * @returns at most `MOST_POINTS` + 1, so that the caller can see that there are too many
 */
export function seriesPoints(
  from: string,
  to: string,
  interval: Interval,
  fiscalYearStarts: number,
): string[] {
  const points: string[] = [];
  const last = DateTime.fromISO(to, { zone: 'utc' });
  let day = DateTime.fromISO(from, { zone: 'utc' });
  while (day <= last && points.length <= MOST_POINTS) {
    const end = DateTime.min(periodEnd(day, interval, fiscalYearStarts), last);
    points.push(end.toISODate() ?? to);
    day = end.plus({ days: 1 });
  }
  return points;
}

function periodEnd(day: DateTime, interval: Interval, fiscalYearStarts: number): DateTime {
  if (interval !== 'schoolYear') return day.endOf(interval).startOf('day');
  const shift = { months: fiscalYearStarts - 1 };
  return day.minus(shift).endOf('year').plus({ days: 1 }).startOf('day').plus(shift).minus({ days: 1 });
}

/**
 * The day from which a series must be added up by days: the first of the month in which a point is not the last day.
 * Before it whole months will do.
 */
export function daysFrom(points: readonly string[], interval: Interval): string {
  const isByMonth = interval !== 'day' && interval !== 'week';
  const first = DateTime.fromISO((isByMonth ? points.at(-1) : points[0]) ?? '', { zone: 'utc' });
  const isWhole = isByMonth && first.plus({ days: 1 }).day === 1;
  return (isWhole ? first.plus({ days: 1 }) : first.startOf('month')).toISODate() ?? '';
}
