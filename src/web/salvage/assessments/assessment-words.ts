import type { Shape } from '../../api/problem.js';
import { wordsIn } from '../../common/words.js';
import { t } from '../../text/text.js';

export type Assessment = Shape<'AssessmentRow'>;
export type AssessmentDetail = Shape<'AssessmentDetail'>;
export type Result = Assessment['result'];
export type Question = Shape<'ChecklistQuestionView'>;
export type Rule = Shape<'AssessmentRuleView'>;

export const RESULTS = ['reuse', 'repair', 'parts', 'sell', 'donate', 'recycle'] as const satisfies Result[];

export function resultWords(result: Result): string {
  return t(`assess.result_${result}`);
}

export function resultChoices(): { value: Result; label: string }[] {
  return RESULTS.map((value) => ({ value, label: resultWords(value) }));
}

/** Why, in the language of the page: the starting rules are translated, those of a district are in its own words. */
export function reasonWords({ id, reason }: { id: string; reason: string }, version: number): string {
  const key = `assess.rule_${id.replaceAll('-', '_')}`;
  return (version === 0 || id === 'swollen-battery') && t.has(key)
    ? (t as (key: string) => string)(key)
    : reason;
}

/** An answer as people read it; the value itself where the checklist no longer has it. */
export function answerWords({ answers }: Question, value: string): string {
  const found = answers.find((one) => one.value === value);
  return found ? wordsIn(found.label) : value;
}
