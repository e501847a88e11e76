import type { Shape } from '../../api/problem.js';
import { t } from '../../text/text.js';

export type BoardItem = Shape<'BoardItemDetail'>;
export type Finding = BoardItem['finding'];
export type Decision = BoardItem['decision'];
export type FindingRule = Shape<'FindingRule'>;

export const FINDINGS = [
  '17545',
  '17546_a',
  '17546_b',
  '17546_c',
  '17540',
  '17542',
  'other',
] as const satisfies readonly Finding[];

export const DECISIONS = ['planned', 'approved', 'in_part', 'refused'] as const satisfies readonly Decision[];

export function decisionChoices(): { value: string; label: string }[] {
  return DECISIONS.map((value) => ({ value, label: t(`boardItems.decision_${value}`) }));
}

export function findingChoices(): { value: string; label: string }[] {
  return FINDINGS.map((value) => ({ value, label: t(`boardItems.finding_${value}`) }));
}

/** The state of a lot, which the API sends as a text. */
export function lotStateWords(state: string): string {
  const key = `lots.state_${state}`;
  return t.has(key) ? (t as (key: string) => string)(key) : state;
}

/** How the members voted; nothing before they have. */
export function voteWords({ present, yes }: Pick<BoardItem, 'present' | 'yes'>): string {
  return present === null || yes === null
    ? ''
    : t('boardItems.votes', { yes: String(yes), present: String(present) });
}
