import { InvalidInput } from '../common/refusal.js';

/**
 * Counts know no future.
 * @param field of the request that names the day
 * @throws InvalidInput
 */
export function assertNotAhead(field: string, day: string, today: string): void {
  if (day > today)
    throw new InvalidInput(`${day} is in the future. Choose today, ${today}, or an earlier day.`, [
      { field, code: 'FUTURE', detail: `Choose ${today} or an earlier day.` },
    ]);
}

/** @throws InvalidInput for a range that ends in the future, or before it begins */
export function assertRange(from: string, to: string, today: string): void {
  assertNotAhead('to', to, today);
  if (from > to)
    throw new InvalidInput(`The first day, ${from}, is after the last day, ${to}.`, [
      { field: 'from', code: 'AFTER_TO', detail: `Choose ${to} or an earlier day.` },
    ]);
}
