import { today } from '../common/words.js';

/** This school year and the next, such as `2025-26`. A school year begins in July. */
export function schoolYears(on: string = today()): string[] {
  const begins = Number(on.slice(0, 4)) - (on.slice(5) < '07-01' ? 1 : 0);
  return [begins, begins + 1].map((year) => `${year}-${String((year + 1) % 100).padStart(2, '0')}`);
}
