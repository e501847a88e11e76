import { t } from '../../text/text.js';
import { dayFromNow } from './deadlines.js';

const WEEK_DAYS = 7;

/** Deadlines of the district that a list of claims can be filtered by. */
export function dueChoices(): { value: string; label: string }[] {
  return [
    { value: 'late', label: t('claimWork.dueLate') },
    { value: 'week', label: t('claimWork.dueWeek') },
  ];
}

/** The last day of the deadlines that a filter asks for. */
export function dueBy(due: string | undefined): string | undefined {
  if (due === undefined) return undefined;
  return dayFromNow(due === 'late' ? -1 : WEEK_DAYS);
}
