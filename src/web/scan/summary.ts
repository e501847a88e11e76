import { day, wordsIn } from '../common/words.js';
import type { FieldAction } from '../journal/field-actions.js';
import { useSiteName } from '../journal/site-names.js';
import { t } from '../text/text.js';
import { answerTo, askedQuestions, type Picked } from './actions.js';
import { personName } from './known-people.js';

/**
 * What was picked for an action, in one line: "Move here · Room 12 · Alderwood Elementary".
 * @param first what it begins with, where that is not the action
 */
export function useSummary(picked: Picked, action: FieldAction | undefined, first?: string): string {
  const siteName = useSiteName();
  if (!action) return t('scan.chooseAction');
  const has = (field: FieldAction['fields'][number]): string | undefined =>
    action.fields.includes(field) ? picked[field]?.trim() : undefined;
  const person = has('person');
  const dueOn = has('dueOn');
  const room = has('room');
  const cart = has('cart');
  const site = has('site');
  const parts = [
    first ?? wordsIn(action.label),
    // What is as usual is not worth a word.
    ...askedQuestions(picked, action)
      .filter((question) => question.usual === undefined || answerTo(picked, question) !== question.usual)
      .map((question) => answerWords(picked, question)),
    person && (personName(person) ?? person),
    dueOn && t('scan.dueOn', { date: day(dueOn) }),
    room && t('verdict.room', { room }),
    cart && t('verdict.cart', { cart }),
    site && siteName(site),
    has('note'),
  ];
  return parts.filter(Boolean).join(' · ');
}

function answerWords(picked: Picked, question: FieldAction['questions'][number]): string {
  const answer = answerTo(picked, question);
  const choice = question.choices?.find(({ value }) => value === answer);
  if (choice) return wordsIn(choice.label);
  return question.type === 'date' ? day(answer) : answer;
}
