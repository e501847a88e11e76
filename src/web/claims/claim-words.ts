import type { Shape } from '../api/problem.js';
import { daysBetween, today } from '../common/words.js';
import { refusalText } from '../text/refusals.js';
import { t } from '../text/text.js';

export type Claim = Shape<'ClaimView'>;
export type ClaimState = Claim['state'];
export type ClaimStep = Shape<'ClaimStepBody'>['step'];
type Warning = Shape<'ClaimWarning'>;
type Outcome = NonNullable<Claim['outcome']>;
type Denial = NonNullable<Claim['denialReason']>;

/** Columns of the board: what somebody at the district has to do next. */
export const COLUMNS = ['draft', 'ready', 'vendor', 'waiting', 'answered', 'ended'] as const;
export type ClaimColumn = (typeof COLUMNS)[number];

export const STATES_OF = {
  draft: ['draft'],
  ready: ['ready'],
  vendor: ['sent', 'acknowledged', 'in_progress'],
  waiting: ['waiting'],
  answered: ['resolved', 'denied'],
  ended: ['closed', 'cancelled'],
} as const satisfies Record<ClaimColumn, readonly ClaimState[]>;

const CATEGORIES = [
  'screen',
  'keyboard',
  'trackpad',
  'battery',
  'power',
  'charging_port',
  'hinge',
  'case',
  'camera',
  'audio',
  'storage',
  'mainboard',
  'network',
  'liquid',
  'software',
  'other',
] as const satisfies readonly Claim['category'][];

const OUTCOMES = [
  'repaired',
  'part_shipped',
  'replaced',
  'credited',
  'no_fault_found',
] as const satisfies readonly Outcome[];

const DENIALS = [
  'customer_damage',
  'liquid',
  'cosmetic',
  'wear',
  'altered_serial',
  'limit_used',
  'not_on_plan',
  'no_fault_found',
  'other',
] as const satisfies readonly Denial[];

interface Choice {
  value: string;
  label: string;
}

export function categoryChoices(): Choice[] {
  return CATEGORIES.map((value) => ({ value, label: t(`claims.category_${value}`) }));
}

export function outcomeChoices(): Choice[] {
  return OUTCOMES.map((value) => ({ value, label: t(`claims.outcome_${value}`) }));
}

export function denialChoices(): Choice[] {
  return DENIALS.map((value) => ({ value, label: t(`claims.denial_${value}`) }));
}

/** A device by its code and model. */
export function deviceWords({ deviceCode, deviceModel }: Pick<Claim, 'deviceCode' | 'deviceModel'>): string {
  return deviceCode === null
    ? deviceModel
    : t('claims.deviceWords', { code: deviceCode, model: deviceModel });
}

/** Why the vendor may refuse to pay, a sentence for each warning. */
export function warningWords(warnings: readonly Warning[]): string[] {
  return warnings.map(({ code }) => t(`claims.warning_${code}`));
}

/** Whether somebody still has to accept that the vendor may refuse. */
export function needsAcceptance({ warnings, warningsAcceptedAt }: Claim): boolean {
  return warnings.length > 0 && warningsAcceptedAt === null;
}

/** A step of the history; a step that these pages do not know keeps its name. */
export function stepWords(step: string): string {
  const key = `claims.step_${step}`;
  return t.has(key) ? (t as (key: string) => string)(key) : step;
}

/** How old a claim is, or how long it took, by the days of the district. @param now for tests */
export function ageWords(
  { openedAt, endedAt }: Pick<Claim, 'openedAt' | 'endedAt'>,
  now = new Date(),
): string {
  const until = endedAt === null ? now : new Date(endedAt);
  const count = daysBetween(today(new Date(openedAt)), today(until));
  return endedAt === null ? t('claims.age', { count }) : t('claims.took', { count });
}

/** Statuses of devices that no vendor repairs any more. */
const GONE: readonly Shape<'DeviceDetail'>['status'][] = ['retired', 'disposed', 'void'];

export function isGone({ status }: Pick<Shape<'DeviceDetail'>, 'status'>): boolean {
  return GONE.includes(status);
}

/** Why one of many claims was refused a step. */
export function refusalOfMany(
  step: ClaimStep,
  claim: Claim | undefined,
  { code = '', detail = '' }: Shape<'ClaimStepResult'>,
): string {
  if (step === 'ready' && claim && needsAcceptance(claim))
    return t('claims.refusedWarnings', { warnings: warningWords(claim.warnings).join(' ') });
  return refusalText(code) ?? detail;
}
