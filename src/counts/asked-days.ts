import { InvalidInput } from '../common/refusal.js';

/**
 * Counts know no future.
 * @param field of the request that names the day
 * @throws InvalidInput
 */
export function assertNotAhead(field: string, day: string, today: string): void {
  if (day > today)
    throw new InvalidInput(`${day} has not been yet; counts go up to today, ${today}.`, [
      { field, code: 'FUTURE', detail: `at the latest ${today}` },
    ]);
}

/** @throws InvalidInput for a range that ends in the future, or before it begins */
export function assertRange(from: string, to: string, today: string): void {
  assertNotAhead('to', to, today);
  if (from > to)
    throw new InvalidInput(`From ${from} to ${to} runs backwards.`, [
      { field: 'from', code: 'AFTER_TO', detail: `not after ${to}` },
    ]);
}
