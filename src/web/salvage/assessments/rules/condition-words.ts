import { money, word, wordsIn } from '../../../common/words.js';
import { t } from '../../../text/text.js';
import { answerWords, type Question, type Rule } from '../assessment-words.js';
import { NUMBERS } from './rule-form.js';

/** The conditions of a rule in words, one for each; none for a rule that always fits. */
export function conditionWords(when: Rule['when'], questions: readonly Question[]): string[] {
  const answers = (when.answers ?? []).map(({ question: name, oneOf }) => {
    const question = questions.find((one) => one.name === name);
    return t('assess.when_answer', {
      question: question ? wordsIn(question.label) : name,
      answers: oneOf.map((value) => (question ? answerWords(question, value) : value)).join(', '),
    });
  });
  const kinds = when.kinds?.length
    ? [t('assess.when_kinds', { kinds: when.kinds.map((kind) => word('kind', kind)).join(', ') })]
    : [];
  const numbers = NUMBERS.flatMap((type) => {
    const given = when[type];
    if (given === undefined) return [];
    if (type === 'updatesEndWithinMonths' && given === 0) return [t('assess.when_updatesEnded')];
    const isMoney = type === 'valueAtLeastCents' || type === 'valueAtMostCents';
    return [t(`assess.when_${type}`, { n: isMoney ? money(given) : String(given) })];
  });
  return [...answers, ...kinds, ...numbers];
}
