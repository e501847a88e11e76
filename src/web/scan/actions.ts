import type { ScanSaid } from '../journal/database.js';
import type { FieldAction } from '../journal/field-actions.js';
import { today, wordsIn } from '../common/words.js';
import { t } from '../text/text.js';
import type { Asked } from './use-scanning.js';

/** What is picked before scanning; kept so that a reload does not lose it. */
export interface Picked {
  action: string;
  site?: string;
  room?: string;
  cart?: string;
  person?: string;
  dueOn?: string;
  note?: string;
  /** By the name of the question. */
  answers?: Record<string, string>;
  /** What was typed into a field, while nothing is chosen for it. */
  typed?: Partial<Record<TypedField, Typed>>;
}

type TypedField = 'site' | 'room' | 'cart' | 'person';

export interface Typed {
  text: string;
  /** The choice that has exactly this name; blank where the field was cleared. */
  means?: string;
}

/** Words for text that stands for no choice. */
export const UNCLEAR: Record<TypedField, (text: string) => string> = {
  site: (text) => t('scan.siteUnclear', { text }),
  room: (name) => t('scan.roomNotAdded', { name }),
  cart: (name) => t('scan.cartNotAdded', { name }),
  person: (text) => t('scan.personUnclear', { text }),
};

/** What goes into the journal of what was picked: only what belongs to the action. */
function saidBy(picked: Picked, action: FieldAction): ScanSaid {
  const said = action.fields.flatMap((field) =>
    picked[field]?.trim() ? [[field, picked[field].trim()]] : [],
  );
  const answers = askedQuestions(picked, action).flatMap((question) => {
    const answer = answerTo(picked, question);
    return answer ? [{ question: question.name, answer }] : [];
  });
  return {
    action: picked.action,
    ...Object.fromEntries(said),
    ...(answers.length > 0 ? { answers } : {}),
  } as ScanSaid;
}

type Question = FieldAction['questions'][number];

/** The questions that are asked, after what was answered so far. */
export function askedQuestions(picked: Picked, action: FieldAction | undefined): Question[] {
  const questions = action?.questions ?? [];
  return questions.filter(({ onlyWith }) => {
    if (!onlyWith) return true;
    const other = questions.find(({ name }) => name === onlyWith.question);
    return other !== undefined && answerTo(picked, other) === onlyWith.answer;
  });
}

/** What stays answered for the next device: of questions with a usual answer, every device begins anew. */
export function answersAfterScan({ answers }: Picked, action: FieldAction | undefined): Picked['answers'] {
  const usual = (action?.questions ?? []).filter((question) => question.usual !== undefined);
  return Object.fromEntries(
    Object.entries(answers ?? {}).filter(([name]) => !usual.some((question) => question.name === name)),
  );
}

/** With what is typed exactly as it is called, as if it were chosen. */
function settled(picked: Picked): Picked {
  const { site, room, cart } = picked.typed ?? {};
  const isMoved = site?.means !== undefined && site.means !== (picked.site ?? '');
  const at = isMoved ? { ...picked, site: site.means, room: '', cart: '' } : picked;
  return { ...at, room: room?.means ?? at.room, cart: cart?.means ?? at.cart };
}

/** What was answered. Until somebody says otherwise, it is the usual answer; a date is today. */
export function answerTo({ answers }: Picked, { name, type, usual }: Question): string {
  return answers?.[name]?.trim() || usual || (type === 'date' ? today() : '');
}

/** What goes with the next scan, or what must be picked before it. */
export function askedBy(given: Picked, actions: readonly FieldAction[]): Asked {
  const picked = settled(given);
  const action = actions.find(({ name }) => name === picked.action);
  const missing = missingFrom(picked, action);
  return action && missing === undefined ? saidBy(picked, action) : { missing: missing ?? '' };
}

function missingFrom(picked: Picked, action: FieldAction | undefined): string | undefined {
  if (!action) return t('scan.chooseAction');
  const unclear = (Object.keys(UNCLEAR) as TypedField[]).find((field) => {
    const typed = picked.typed?.[field];
    return action.fields.includes(field) && typed?.text.trim() && typed.means === undefined;
  });
  if (unclear) return UNCLEAR[unclear](picked.typed?.[unclear]?.text.trim() ?? '');
  if (action.required.includes('site') && !picked.site) return t('scan.chooseSite');
  if (action.required.includes('person') && !picked.person?.trim()) return t('scan.choosePerson');
  const open = askedQuestions(picked, action).find(
    (question) => question.isRequired && !answerTo(picked, question),
  );
  return open && t('scan.answerFirst', { question: wordsIn(open.label) });
}
