import type { Shape } from '../../api/problem.js';
import { t } from '../../text/text.js';

export type Checklist = Shape<'ChecklistView'>;
export type Point = Checklist['points'][number];

/** The list as a form holds it. A point without a key is new. */
export interface ChecklistForm {
  points: Point[];
}

export const POINT_KINDS: readonly Point['kind'][] = [
  'confirmation',
  'management_lock',
  'data_removal',
  'photo',
  'proof_of_purchase',
];

export const NEW_POINT: Point = { key: '', kind: 'confirmation', label: '' };

/** The points of the ready-made list that are not on this list, in the language of the page. */
export function missingPoints(points: readonly Point[], readyMade: readonly Point[]): Point[] {
  const known = new Set(points.map(({ key }) => key));
  return readyMade.filter(({ key }) => !known.has(key)).map((point) => ({ ...point, label: labelOf(point) }));
}

function labelOf({ key, label }: Point): string {
  const name = `checklist.ready_${key.replaceAll('-', '_')}`;
  return t.has(name) ? (t as (name: string) => string)(name) : label;
}

/** The list as the API takes it. A new point gets a key from its label, which it keeps when the label changes. */
export function pointsToSave(points: readonly Point[]): Point[] {
  const taken = new Set(points.map(({ key }) => key));
  return points.map(({ key, kind, label }) => {
    const known = key || freeKey(label, taken);
    taken.add(known);
    return { key: known, kind, label };
  });
}

const LONGEST_KEY = 45;

function freeKey(label: string, taken: ReadonlySet<string>): string {
  const words = label
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_KEY)
    .replace(/^-+|-+$/g, '');
  const start = words || 'point';
  let key = start;
  for (let n = 2; taken.has(key); n++) key = `${start}-${n}`;
  return key;
}
