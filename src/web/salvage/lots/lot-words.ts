import type { Shape } from '../../api/problem.js';
import { day, daysBetween, today } from '../../common/words.js';
import { t } from '../../text/text.js';

export type Lot = Shape<'LotDetail'>;
export type LotRow = Shape<'LotRow'>;
export type LotRoute = Lot['route'];
export type LotState = Lot['state'];
export type LotStep = Shape<'LotStepBody'>['step'];
export type Lack = Lot['lacks'][number]['lack'];
export type Obligation = Shape<'ObligationView'>;

export const ROUTES = [
  'recycle',
  'sell',
  'donate',
  'trade_in',
  'agency_transfer',
  'lease_return',
] as const satisfies readonly LotRoute[];

export const STATES = [
  'open',
  'frozen',
  'approved',
  'picked_up',
  'settled',
  'cancelled',
] as const satisfies readonly LotState[];

/** Until a lot is picked up, it stands in the district. */
const STANDS_HERE: readonly LotState[] = ['open', 'frozen', 'approved'];

export function routeChoices(): { value: string; label: string }[] {
  return ROUTES.map((value) => ({ value, label: t(`lots.route_${value}`) }));
}

export function titleOf({ number, name }: Pick<LotRow, 'number' | 'name'>): string {
  return t('lots.titleOf', { number: String(number), name });
}

/** What a device lacks, in a few words. */
export function lackWords(lack: Lack): string {
  const key = `lots.lack_${lack}`;
  return t.has(key) ? (t as (key: string) => string)(key) : lack.replaceAll('_', ' ');
}

/** How much a time presses: the words say it too. */
export type Urgency = 'plain' | 'soon' | 'late';

/** Days before the end of the year that the law gives: then the page warns. */
const SOON_DAYS = 30;
const VERY_SOON_DAYS = 7;

/** How long waste may still stand here: one year from the day on which somebody decided to discard it. */
export function wasteClock(
  { wasteSince, state }: Pick<LotRow, 'wasteSince' | 'state'>,
  now = today(),
): { words: string; urgency: Urgency } | undefined {
  if (wasteSince === null || !STANDS_HERE.includes(state)) return undefined;
  const until = aYearAfter(wasteSince);
  if (until < now) return { words: t('lots.wasteOver', { day: day(until) }), urgency: 'late' };
  const left = daysBetween(now, until);
  const words = t('lots.wasteLeft', { count: left, day: day(until) });
  return { words, urgency: left <= VERY_SOON_DAYS ? 'late' : left <= SOON_DAYS ? 'soon' : 'plain' };
}

/** The same day of the next year. */
export function aYearAfter(date: string): string {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCFullYear(next.getUTCFullYear() + 1);
  return next.toISOString().slice(0, 10);
}

/** When the next paper is due. */
export function dueWords(
  dueOn: string | null,
  now = today(),
): { words: string; urgency: Urgency } | undefined {
  if (dueOn === null) return undefined;
  return dueOn < now
    ? { words: t('lots.overdue', { day: day(dueOn) }), urgency: 'late' }
    : { words: t('lots.due', { day: day(dueOn) }), urgency: 'plain' };
}

/** A step of the history; a step that these pages do not know keeps its name. */
export function stepWords(step: string): string {
  const key = `lots.step_${step}`;
  return t.has(key) ? (t as (key: string) => string)(key) : step;
}
