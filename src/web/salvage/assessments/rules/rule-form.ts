import { centsOf, dollarsOf } from '../../../common/dollars.js';
import type { Shape } from '../../../api/problem.js';
import type { Result, Rule } from '../assessment-words.js';

/** Conditions with one number, in the order in which they are offered. */
export const NUMBERS = [
  'ageYearsAtLeast',
  'ageYearsAtMost',
  'updatesEndWithinMonths',
  'repairAbovePercentOfValue',
  'valueAtLeastCents',
  'valueAtMostCents',
  'repairsAtLeast',
  'faultsAtLeast',
] as const;
export type NumberCondition = (typeof NUMBERS)[number];

type When = Rule['when'];
type Kinds = NonNullable<When['kinds']>;

/** One condition as somebody edits it. A number is the text that was typed; amounts are in dollars. */
export type ConditionForm =
  | { type: 'answer'; question: string; oneOf: string[] }
  | { type: 'kinds'; kinds: Kinds }
  | { type: NumberCondition; value: string };

export interface RuleForm {
  /** Tells rules apart on the page, also while their names are typed. */
  key: string;
  id: string;
  conditions: ConditionForm[];
  result: Result;
  reason: string;
  source: string;
}

export const isAmount = (type: NumberCondition): boolean =>
  type === 'valueAtLeastCents' || type === 'valueAtMostCents';

export function conditionsOf(when: When): ConditionForm[] {
  const answers = (when.answers ?? []).map((one): ConditionForm => ({ type: 'answer', ...one }));
  const kinds: ConditionForm[] = when.kinds?.length ? [{ type: 'kinds', kinds: when.kinds }] : [];
  const numbers = NUMBERS.flatMap((type): ConditionForm[] => {
    const given = when[type];
    if (given === undefined) return [];
    return [{ type, value: isAmount(type) ? dollarsOf(given) : String(given) }];
  });
  return [...answers, ...kinds, ...numbers];
}

export function formOf({ id, when, result, reason, source }: Rule): RuleForm {
  return { key: id, id, conditions: conditionsOf(when), result, reason, source: source ?? '' };
}

/** What is typed, as the API takes it. What is no number is sent as it is, and the API says so at its field. */
export function ruleOf({ id, conditions, result, reason, source }: RuleForm): Shape<'AssessmentRuleBody'> {
  const answers = conditions.flatMap((one) =>
    one.type === 'answer' ? [{ question: one.question, oneOf: one.oneOf }] : [],
  );
  const others = conditions.flatMap((one): [string, unknown][] => {
    if (one.type === 'answer') return [];
    if (one.type === 'kinds') return [['kinds', one.kinds]];
    return [[one.type, isAmount(one.type) ? centsOf(one.value) : numberOf(one.value)]];
  });
  return {
    id: id.trim(),
    when: { ...(answers.length > 0 && { answers }), ...(Object.fromEntries(others) as When) },
    result,
    reason: reason.trim(),
    ...(source.trim() && { source: source.trim() }),
  };
}

function numberOf(text: string): number | null {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || Number.isNaN(number) ? null : number;
}

/** A rule that nobody has filled in yet. */
export function newRule(rules: readonly RuleForm[]): RuleForm {
  const taken = new Set(rules.flatMap(({ id, key }) => [id, key]));
  let n = rules.length;
  while (taken.has(`rule-${n}`)) n += 1;
  return { key: `rule-${n}`, id: `rule-${n}`, conditions: [], result: 'recycle', reason: '', source: '' };
}
