import { BAD, GOOD, PLAIN, WAITS } from '../common/tones.js';
import type { JournalScan } from '../journal/database.js';
import { outcomeOf } from '../journal/outcomes.js';
import { t } from '../text/text.js';

/** Where a scan is on its way, and how it ended. */
export type ScanState =
  'waiting' | 'sent' | 'refused' | 'review' | 'unknown' | 'dismissed' | 'undoing' | 'undone';

/**
 * @param undo the scan that takes it back, where there is one. One that the server refused leaves the scan as it was.
 */
export function stateOf({ state, answer }: JournalScan, undo?: JournalScan): ScanState {
  if (undo && undo.answer?.outcome !== 'refused') return undo.state === 'waiting' ? 'undoing' : 'undone';
  if (state === 'waiting' || !answer) return 'waiting';
  const outcome = outcomeOf(answer);
  if (outcome === 'conflict') return 'review';
  if (outcome === 'refused' || outcome === 'unknown' || outcome === 'dismissed') return outcome;
  return 'sent';
}

export function stateWords(state: ScanState): string {
  return STATES[state].words();
}

export function stateColor(state: ScanState): string {
  return STATES[state].color;
}

const STATES: Record<ScanState, { words: () => string; color: string }> = {
  waiting: { words: () => t('scan.stateWaiting'), color: WAITS },
  sent: { words: () => t('scan.stateSent'), color: GOOD },
  refused: { words: () => t('scan.stateRefused'), color: BAD },
  review: { words: () => t('scan.stateReview'), color: BAD },
  unknown: { words: () => t('scan.stateUnknown'), color: PLAIN },
  dismissed: { words: () => t('scan.stateDismissed'), color: PLAIN },
  undoing: { words: () => t('scan.stateUndoing'), color: WAITS },
  undone: { words: () => t('scan.stateUndone'), color: PLAIN },
};
