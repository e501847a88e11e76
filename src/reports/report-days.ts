import { applyDecorators } from '@nestjs/common';
import { ValidateBy } from 'class-validator';
import { DateTime } from 'luxon';
import { isDay } from '../common/time/days-and-times.js';
import { InvalidInput } from '../common/refusal.js';
import { IfGiven, Trimmed } from '../common/http/request-fields.js';
import type { ReportContext } from './report.js';

const ANCHORS = ['today', 'monthStart', 'yearStart', 'schoolYearStart'] as const;
const WORDS = new RegExp(`^(${ANCHORS.join('|')})(?:([+-])(\\d{1,3})([dmy]))?$`);

/**
 * A day of a report: a calendar date, or a word that a schedule can say again each time. `today`, `monthStart`,
 * `yearStart` or `schoolYearStart`, with days, months or years more or less: `schoolYearStart-1y`, `monthStart-1d`.
 */
export function ReportDay(): PropertyDecorator {
  return applyDecorators(
    IfGiven(),
    Trimmed(),
    ValidateBy({
      name: 'isReportDay',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && (isDay(value) || WORDS.test(value)),
        defaultMessage: () =>
          '$property must be a date that exists, such as 2025-08-31, or a word such as today, monthStart-1d or schoolYearStart',
      },
    }),
  );
}

/** @throws InvalidInput for a word that leads out of the years that a date can have */
export function resolveDay(word: string, { today, fiscalYearStarts }: ReportContext): string {
  if (isDay(word)) return word;
  const [, anchor = '', sign, amount, unit] = WORDS.exec(word) ?? [];
  const start = anchorDay(anchor, DateTime.fromISO(today, { zone: 'utc' }), fiscalYearStarts);
  const shift = Number(amount ?? 0) * (sign === '-' ? -1 : 1);
  const shifted = start?.plus(
    unit === 'd' ? { days: shift } : unit === 'm' ? { months: shift } : { years: shift },
  );
  const day = shifted?.toISODate();
  if (!day || !isDay(day)) throw noSuchDay(word);
  return day;
}

function anchorDay(anchor: string, today: DateTime, fiscalYearStarts: number): DateTime | undefined {
  if (anchor === 'today') return today;
  if (anchor === 'monthStart') return today.startOf('month');
  if (anchor === 'yearStart') return today.startOf('year');
  if (anchor === 'schoolYearStart') return fiscalYearOf(today, fiscalYearStarts);
  return undefined;
}

/** The first day of the fiscal year that a day is in. */
export function fiscalYearOf(day: DateTime, fiscalYearStarts: number): DateTime {
  const start = day.set({ month: fiscalYearStarts, day: 1 });
  return start > day ? start.minus({ years: 1 }) : start;
}

function noSuchDay(word: string): InvalidInput {
  return new InvalidInput(
    `"${word}" is not a day. Enter a date such as 2025-08-31, or a word such as today or schoolYearStart-1y.`,
    [
      {
        field: 'parameters',
        code: 'NO_SUCH_DAY',
        detail: 'Enter a date such as 2025-08-31, or a word such as today or schoolYearStart-1y.',
      },
    ],
  );
}
