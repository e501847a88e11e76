import type { Shape } from '../../api/problem.js';
import { isSame } from '../../common/edits.js';
import { t } from '../../text/text.js';

export type Words = Shape<'ReplyWordsView'>;
export type Word = Pick<Words['items'][number], 'word' | 'meaning' | 'outcome' | 'denialReason'>;
export type Meaning = Word['meaning'];

/** The words of a vendor as a form holds them, by a name that stays the same while a word is edited. Null: removed. */
export type WordsForm = Record<string, Word | null>;

export const MEANINGS: readonly Meaning[] = [
  'acknowledged',
  'in_progress',
  'waiting',
  'resolved',
  'denied',
  'no_change',
];

export const newWord = (word = ''): Word => ({
  word,
  meaning: 'acknowledged',
  outcome: null,
  denialReason: null,
});

/** Upper and lower case and spaces make no difference, as in the API. */
export function wordKey(word: string): string {
  return word.trim().toLowerCase().replace(/\s+/g, ' ');
}

export function formOf({ items }: Words): WordsForm {
  return Object.fromEntries(
    items.map(({ word, meaning, outcome, denialReason }) => [
      `word ${wordKey(word)}`,
      { word, meaning, outcome, denialReason },
    ]),
  );
}

/** What is saved now, for a form that knows the words of `base`: those that are gone are null. */
export function formNow(base: WordsForm, now: Words): WordsForm {
  return { ...Object.fromEntries(Object.keys(base).map((name) => [name, null])), ...formOf(now) };
}

/** The words that are shown, in their order. */
export function rowsOf(form: WordsForm): { name: string; word: Word }[] {
  return Object.entries(form).flatMap(([name, word]) => (word === null ? [] : { name, word }));
}

/** The form with another word at its end. */
export function withNew(form: WordsForm, word: string): Partial<WordsForm> {
  return { [`new ${Object.keys(form).length}`]: newWord(word) };
}

export function isWordsChanged(base: WordsForm, form: WordsForm): boolean {
  return changedNames(base, form).length > 0;
}

export function changedNames(base: WordsForm, form: WordsForm): string[] {
  return Object.keys(form).filter((name) => !isSame(base[name] ?? null, form[name] ?? null));
}

/** What changed, as the API takes it. A word that is spelled anew is another word. */
export function bodyOf(base: WordsForm, form: WordsForm): Shape<'ReplyWordsBody'> {
  const names = changedNames(base, form);
  const words = names.flatMap((name) => form[name] ?? []);
  const kept = new Set(rowsOf(form).map(({ word }) => wordKey(word.word)));
  const remove = names.flatMap((name) => {
    const before = base[name]?.word;
    return before === undefined || kept.has(wordKey(before)) ? [] : before;
  });
  return { words, remove };
}

/** Words that are on the list twice, as their keys. */
export function repeatedWords(form: WordsForm): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { word } of rowsOf(form)) {
    const key = wordKey(word.word);
    if (key !== '' && seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return twice;
}

/** What a word means, for people. */
export function meaningWords(word: Word | null): string {
  if (word === null) return t('words.removed');
  const { meaning, outcome, denialReason } = word;
  const how = outcome ? t(`claims.outcome_${outcome}`) : denialReason && t(`claims.denial_${denialReason}`);
  return [t(`words.meaning_${meaning}`), how].filter(Boolean).join(': ');
}
