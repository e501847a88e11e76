import { DateTime } from 'luxon';

/** When a report is made, in the district's time zone. */
export interface Schedule {
  every: 'day' | 'week' | 'month';
  /** From 1 for Monday to 7 for Sunday. Only with `week`. */
  weekday?: number;
  /** From 1 to 31. Only with `month`. In a shorter month, the last day counts. */
  day?: number;
  /** `06:30`. */
  at: string;
}

/**
 * The next instant of a schedule after another. A time that the clocks skip in spring is taken an hour later; one that
 * comes twice in autumn is taken once.
 */
export function nextRun(schedule: Schedule, timeZone: string, after: Date): Date {
  const now = DateTime.fromJSDate(after, { zone: timeZone });
  const [hour = 0, minute = 0] = schedule.at.split(':').map(Number);
  for (let step = 0; ; step++) {
    const day = dayOf(schedule, now, step).set({ hour, minute, second: 0, millisecond: 0 });
    if (day > now) return day.toJSDate();
  }
}

function dayOf({ every, weekday = 1, day = 1 }: Schedule, now: DateTime, step: number): DateTime {
  if (every === 'day') return now.startOf('day').plus({ days: step });
  if (every === 'week') return now.startOf('week').plus({ weeks: step, days: weekday - 1 });
  const month = now.startOf('month').plus({ months: step });
  return month.set({ day: Math.min(day, month.daysInMonth ?? 28) });
}

/** When a schedule such as "workdays at 16:00" is due next. */
export function nextOnWeekdays(
  { weekdays, at }: { weekdays: readonly number[]; at: string },
  timeZone: string,
  after: Date,
): Date {
  const runs = weekdays.map((weekday) => nextRun({ every: 'week', weekday, at }, timeZone, after));
  return runs.reduce((first, run) => (run < first ? run : first));
}
