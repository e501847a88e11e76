import type { Shape } from '../../api/problem.js';
import { centsOf } from '../../common/dollars.js';
import { type MissingReport, reportOf } from '../missing-report.js';

/** Fields that many devices can get the same value of, in the order of the form. */
export const CHANGEABLE = [
  'status',
  'site',
  'room',
  'cart',
  'model',
  'fundingSource',
  'inServiceOn',
  'purchasedOn',
  'purchaseReference',
  'costCents',
  'notes',
] as const;

export type Changeable = (typeof CHANGEABLE)[number];

/** The fields that somebody has chosen, with what is typed for each. Blank empties the field. */
export type Chosen = Partial<Record<Changeable, string>>;

/** Fields that a device always has. */
const NEVER_EMPTY: readonly Changeable[] = ['status', 'site', 'model'];

export function mayBeEmptied(field: Changeable): boolean {
  return !NEVER_EMPTY.includes(field);
}

/** The maker and the name of a model in one text, for a field to choose it by. */
export const modelKey = (manufacturer: string, name: string): string => `${manufacturer}\n${name}`;

/** Whether every field that must have a value has one. */
export function isComplete(chosen: Chosen): boolean {
  const fields = Object.keys(chosen) as Changeable[];
  return fields.length > 0 && fields.every((field) => mayBeEmptied(field) || chosen[field] !== '');
}

/** What is sent: each chosen field, blank as null, money in cents. */
export function changeOf(chosen: Chosen, report: MissingReport, note: string): Shape<'DeviceBody'> {
  const values = Object.entries(chosen).flatMap(([field, text]) => entriesOf(field as Changeable, text));
  return {
    ...Object.fromEntries(values),
    ...(chosen.status === 'missing' ? reportOf(report) : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
  };
}

function entriesOf(field: Changeable, text: string): [string, unknown][] {
  const value = text.trim();
  if (field === 'model') {
    const [manufacturer, model] = text.split('\n');
    return [
      ['manufacturer', manufacturer],
      ['model', model],
    ];
  }
  if (value === '') return [[field, null]];
  return [[field, field === 'costCents' ? centsOf(value) : value]];
}
