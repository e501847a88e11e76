import type { DeviceKind } from '../../../catalogue/kinds.js';
import type { FieldError } from '../../../common/refusal.js';
import type { AssessmentFacts } from '../assessment-facts.js';
import { type Answers, isSwollen, QUESTIONS, SWOLLEN_WHAT_NOW } from '../checklists.js';

/** What the rules can recommend for a device. */
export const RECOMMENDATIONS = ['reuse', 'repair', 'parts', 'sell', 'donate', 'recycle'] as const;
export type Recommendation = (typeof RECOMMENDATIONS)[number];

/** What makes a device dangerous. */
export const HAZARDS = ['swollen_battery'] as const;
export type Hazard = (typeof HAZARDS)[number];

export interface AnswerCondition {
  question: string;
  /** The condition holds with any of these answers. */
  oneOf: string[];
}

/** When a rule fits: every given condition must hold. A condition about a fact that is not known never holds. */
export interface RuleCondition {
  answers?: AnswerCondition[];
  kinds?: DeviceKind[];
  /** Years since the purchase. */
  ageYearsAtLeast?: number;
  ageYearsAtMost?: number;
  /** Automatic updates have ended, or end in fewer months than this. With 0, they must have ended. */
  updatesEndWithinMonths?: number;
  /** The repair costs more than this part of the value. */
  repairAbovePercentOfValue?: number;
  /** Cents. */
  valueAtLeastCents?: number;
  valueAtMostCents?: number;
  /** How often the device was in repair or had a claim, whichever number is higher. */
  repairsAtLeast?: number;
  /** How many repairs the answers call for. */
  faultsAtLeast?: number;
}

export interface AssessmentRule {
  /** A name that stays the same when the rule changes, so that its counts continue. */
  id: string;
  when: RuleCondition;
  result: Recommendation;
  /** The reason, in words for the technician. */
  reason: string;
  /** Where its figures come from. */
  source?: string | null;
}

/** What was recommended for a device, and by which rule. */
export interface Decision {
  recommendation: Recommendation;
  hazard: Hazard | null;
  rule: AssessmentRule;
}

/** Rollcall checks this rule before all rules of the district. */
export const SWOLLEN_RULE: AssessmentRule = {
  id: 'swollen-battery',
  when: { answers: [{ question: 'battery', oneOf: ['swollen'] }] },
  result: 'recycle',
  reason: `The battery is swollen. ${SWOLLEN_WHAT_NOW.en}`,
  source: '49 CFR 173.185(f): damaged or defective lithium batteries',
};

/** Whether every given part of a condition holds. */
export function fits(when: RuleCondition, answers: Answers, facts: AssessmentFacts): boolean {
  const { ageMonths, monthsToUpdateEnd, repairCents, valueCents } = facts;
  const isDear = (percent: number): boolean | null =>
    valueCents !== null && repairCents !== null && repairCents * 100 > valueCents * percent;
  const holds = <T>(wanted: T | undefined, known: unknown, test: (wanted: T) => boolean | null): boolean =>
    wanted === undefined || (known !== null && test(wanted) === true);
  return (
    (when.answers ?? []).every(({ question, oneOf }) => oneOf.includes(answers[question] ?? '')) &&
    holds(when.kinds, facts.kind, (kinds) => kinds.includes(facts.kind)) &&
    holds(when.ageYearsAtLeast, ageMonths, (years) => Number(ageMonths) >= years * 12) &&
    holds(when.ageYearsAtMost, ageMonths, (years) => Number(ageMonths) <= years * 12) &&
    holds(when.updatesEndWithinMonths, monthsToUpdateEnd, (months) => Number(monthsToUpdateEnd) < months) &&
    holds(when.repairAbovePercentOfValue, repairCents, isDear) &&
    holds(when.valueAtLeastCents, valueCents, (cents) => Number(valueCents) >= cents) &&
    holds(when.valueAtMostCents, valueCents, (cents) => Number(valueCents) <= cents) &&
    holds(when.repairsAtLeast, facts.repairsSoFar, (count) => facts.repairsSoFar >= count) &&
    holds(when.faultsAtLeast, facts.repairs, (count) => facts.repairs.length >= count)
  );
}

/** The first rule that fits decides. A swollen battery comes before all of them. */
export function decide(rules: readonly AssessmentRule[], answers: Answers, facts: AssessmentFacts): Decision {
  if (isSwollen(answers)) return { recommendation: 'recycle', hazard: 'swollen_battery', rule: SWOLLEN_RULE };
  const rule = rules.find(({ when }) => fits(when, answers, facts));
  if (!rule) throw new Error('the rules have no last rule without conditions');
  return { recommendation: rule.result, hazard: null, rule };
}

export function hasCondition({ when }: Pick<AssessmentRule, 'when'>): boolean {
  return Object.values(when).some((part) => part !== undefined && (!Array.isArray(part) || part.length > 0));
}

/** Everything that is wrong with a list of rules. */
export function ruleProblems(rules: readonly AssessmentRule[]): FieldError[] {
  const last = rules.length - 1;
  return rules.flatMap((rule, i) => {
    const problems: FieldError[] = [];
    const add = (field: string, code: string, detail: string): number =>
      problems.push({ field: `rules.${i}${field}`, code, detail: `Rule "${rule.id}": ${detail}` });
    if (rule.id === SWOLLEN_RULE.id)
      add(
        '.id',
        'RULE_ID_TAKEN',
        'this name belongs to a rule that is built into Rollcall. Choose another name.',
      );
    if (rules.findIndex(({ id }) => id === rule.id) < i)
      add('.id', 'RULE_ID_TWICE', 'another rule has the same name. Choose another name.');
    if (i === last && hasCondition(rule))
      add(
        '.when',
        'LAST_RULE_CONDITIONAL',
        'the last rule decides about devices that fit no other rule, so it cannot have a condition.',
      );
    if (i < last && !hasCondition(rule))
      add(
        '.when',
        'RULES_NEVER_REACHED',
        'it has no condition, so the rules after it would never decide. Add a condition, or move it to the end.',
      );
    for (const [k, { question, oneOf }] of (rule.when.answers ?? []).entries()) {
      const problem = answerProblem(question, oneOf);
      if (problem) add(`.when.answers.${k}`, 'UNKNOWN_ANSWER', problem);
    }
    const { ageYearsAtLeast, ageYearsAtMost, valueAtLeastCents, valueAtMostCents } = rule.when;
    if (isAbove(ageYearsAtLeast, ageYearsAtMost) || isAbove(valueAtLeastCents, valueAtMostCents))
      add(
        '.when',
        'RULE_NEVER_FITS',
        'no device can match this rule, because its lower limit is above its upper limit. Correct one of the limits.',
      );
    return problems;
  });
}

const isAbove = (least: number | undefined, most: number | undefined): boolean =>
  least !== undefined && most !== undefined && least > most;

function answerProblem(name: string, oneOf: readonly string[]): string | undefined {
  const question = QUESTIONS.find((one) => one.name === name);
  if (!question)
    return `there is no question "${name}". The questions are: ${QUESTIONS.map((one) => one.name).join(', ')}.`;
  const known = question.answers.map(({ value }) => value);
  return oneOf.every((answer) => known.includes(answer))
    ? undefined
    : `the answers to "${name}" are: ${known.join(', ')}.`;
}
