import type { JournalScan, ScanAnswer, ScanOutcome } from './database.js';

/** What became of a scan; of one that was sent before, what became of it then. */
export function outcomeOf({ outcome, was }: ScanAnswer): ScanOutcome {
  return outcome === 'duplicate' ? (was ?? 'applied') : outcome;
}

/**
 * Whether somebody must hear that the server did not do what a scan says. Who was told at once that no device has the
 * code knows it already.
 */
export function needsAttention({ shown }: JournalScan, answer: ScanAnswer): boolean {
  const outcome = outcomeOf(answer);
  if (outcome === 'unknown') return shown.says !== 'unknown';
  return outcome === 'refused' || outcome === 'conflict';
}

/** Whether the server has done what a scan says. */
export function hasChanged({ answer }: JournalScan): boolean {
  return answer !== undefined && outcomeOf(answer) === 'applied';
}
