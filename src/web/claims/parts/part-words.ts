import type { Shape } from '../../api/problem.js';

export type Part = Shape<'ClaimPartView'>;

/** A part as the API takes it: its place follows from the list. */
export function sent({ position: _, ...part }: Part): Shape<'ClaimPartBody'> {
  return part;
}

/** A part by its number, or by its description if it has no number. */
export function nameOfPart({ number, description }: Pick<Part, 'number' | 'description'>): string {
  return number ?? description ?? '';
}

/** What an edit of the parts replaces: the list as a whole. */
export const partsOf = ({ parts }: { parts: Part[] }): Part[] => parts;
