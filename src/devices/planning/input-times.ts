import { startOfDate } from '../../common/time/clock.js';
import type { PlanRequest } from './device-plan.js';
import type { InputProblem } from './input-codes.js';

/** When a change takes effect. */
export interface InputTime {
  effectiveAt: Date;
  statusAt: Date;
  /** Undefined where the loan is part of the change. */
  loanedAt: Date | undefined;
  now: Date;
  /** A new device enters in the place of another one. */
  replaces?: boolean;
  /** By when its holder should have brought it back, as things are. */
  wasDueOn?: string | null;
}

/** Reads the dates of a request; adds those that have not been yet to `problems`. */
export function timesOf(
  { input, effectiveAt: instant }: PlanRequest,
  timeZone: string,
  now: Date,
  today: string,
  problems: InputProblem[],
): InputTime {
  for (const field of [
    'effectiveOn',
    'statusOn',
    'purchasedOn',
    'inServiceOn',
    'loanedOn',
    'missingSince',
  ] as const) {
    const date = input[field];
    if (date && date > today)
      problems.push({
        column: field,
        code: 'FUTURE_DATE',
        detail: `${date} is in the future. Enter today, ${today}, or an earlier date.`,
      });
  }
  // Today means now: the start of the day would lie before what was done this morning.
  const at = (date: string | null | undefined): Date | undefined =>
    date ? (date === today ? now : startOfDate(timeZone, date)) : undefined;
  const effectiveAt = instant ?? at(input.effectiveOn) ?? now;
  return { effectiveAt, statusAt: at(input.statusOn) ?? effectiveAt, loanedAt: at(input.loanedOn), now };
}
