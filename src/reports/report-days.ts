import { applyDecorators } from '@nestjs/common';
import { IsOptional, Matches } from 'class-validator';
import { DateTime } from 'luxon';
import { InvalidInput } from '../common/refusal.js';
import type { ReportContext } from './report.js';

const ANCHORS = ['today', 'monthStart', 'yearStart', 'schoolYearStart'] as const;
const WORDS = new RegExp(`^(?:${ANCHORS.join('|')})(?:[+-]\\d{1,3}[dmy])?$`);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A day of a report: a calendar date, or a word that a schedule can say again each time. `today`, `monthStart`,
 * `yearStart` or `schoolYearStart`, with days, months or years more or less: `schoolYearStart-1y`, `monthStart-1d`.
 */
export function ReportDay(): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    Matches(new RegExp(`${DAY.source}|${WORDS.source}`), {
      message:
        '$property must be a date such as 2025-08-31, or a word such as today, monthStart-1d, schoolYearStart',
    }),
  );
}

/** @throws InvalidInput for a date that does not exist */
export function resolveDay(word: string, { today, fiscalYearStarts }: ReportContext): string {
  if (DAY.test(word)) {
    if (!DateTime.fromISO(word).isValid) throw noSuchDay(word);
    return word;
  }
  const [, anchor = '', sign, amount, unit] = /^([a-zA-Z]+)(?:([+-])(\d+)([dmy]))?$/.exec(word) ?? [];
  const start = anchorDay(anchor, DateTime.fromISO(today, { zone: 'utc' }), fiscalYearStarts);
  if (!start) throw noSuchDay(word);
  const shift = Number(amount ?? 0) * (sign === '-' ? -1 : 1);
  const shifted = start.plus(
    unit === 'd' ? { days: shift } : unit === 'm' ? { months: shift } : { years: shift },
  );
  return shifted.toISODate() ?? today;
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
  return new InvalidInput(`${word} is not a day.`, [
    {
      field: 'parameters',
      code: 'NO_SUCH_DAY',
      detail: 'a date that exists, or a word such as schoolYearStart-1y',
    },
  ]);
}
