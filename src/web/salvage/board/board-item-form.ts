import type { Shape } from '../../api/problem.js';
import { isSame } from '../../common/edits.js';
import { day } from '../../common/words.js';
import { t } from '../../text/text.js';
import type { BoardItem, Decision, Finding } from './board-words.js';

/** Texts as they are typed. */
export interface BoardItemForm {
  meetingOn: string;
  number: string;
  title: string;
  finding: string;
  findingText: string;
  decision: Decision;
  present: string;
  yes: string;
  validFrom: string;
  validTo: string;
  /** Ids of the lots that the item names. */
  lots: readonly string[];
  note: string;
}

export const NEW_ITEM: BoardItemForm = {
  meetingOn: '',
  number: '',
  title: '',
  finding: '',
  findingText: '',
  decision: 'planned',
  present: '',
  yes: '',
  validFrom: '',
  validTo: '',
  lots: [],
  note: '',
};

/** Fields that show their own errors. */
export const ITEM_FIELDS: readonly string[] = Object.keys(NEW_ITEM);

export function formOfItem(item: BoardItem): BoardItemForm {
  const { meetingOn, number, title, finding, decision, validFrom, validTo } = item;
  return {
    meetingOn,
    number,
    title,
    finding,
    findingText: item.findingText ?? '',
    decision,
    present: textOf(item.present),
    yes: textOf(item.yes),
    validFrom,
    validTo,
    lots: item.lots.filter(({ isNamed }) => isNamed).map(({ id }) => id),
    note: item.note ?? '',
  };
}

type Change = Shape<'BoardItemChangeBody'>;

/** All that a form says. A blank day of validity is left to the server. */
function factsOf(form: BoardItemForm): Change {
  return {
    meetingOn: form.meetingOn,
    number: form.number.trim(),
    title: form.title.trim(),
    finding: form.finding as Finding,
    findingText: form.finding === 'other' ? form.findingText.trim() || null : null,
    decision: form.decision,
    present: numberOf(form.present),
    yes: numberOf(form.yes),
    ...(form.validFrom && { validFrom: form.validFrom }),
    ...(form.validTo && { validTo: form.validTo }),
    lots: [...form.lots],
    note: form.note.trim() || null,
  };
}

export function newItemBody(form: BoardItemForm): Shape<'NewBoardItemBody'> {
  // What is blank is sent as it is, so that the API says at which field something is missing.
  return factsOf(form) as Shape<'NewBoardItemBody'>;
}

/** What is sent: only what differs. */
export function changeOfItem(before: BoardItemForm, now: BoardItemForm): Change {
  const was = factsOf(before);
  return Object.fromEntries(
    Object.entries(factsOf(now)).filter(([field, value]) => !isSame(was[field as keyof Change], value)),
  );
}

/** A value of the form as people read it. */
export function valueWords(field: keyof BoardItemForm, value: string | readonly string[]): string {
  if (typeof value !== 'string') return t('boardItems.lotsCount', { count: value.length });
  if (value === '') return '';
  if (field === 'finding') return t(`boardItems.finding_${value as Finding}`);
  if (field === 'decision') return t(`boardItems.decision_${value as Decision}`);
  return field === 'meetingOn' || field === 'validFrom' || field === 'validTo' ? day(value) : value;
}

function textOf(count: number | null): string {
  return count === null ? '' : String(count);
}

function numberOf(typed: string): number | null {
  return typed.trim() === '' ? null : Number(typed);
}
