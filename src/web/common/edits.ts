import { Problem } from '../api/problem.js';

/** A field that two people changed to different values. */
export interface Clash<Form> {
  field: keyof Form & string;
  mine: Form[keyof Form];
  theirs: Form[keyof Form];
}

/** Whether two values of a field say the same. */
export type SameValue<Form> = (
  field: keyof Form & string,
  one: Form[keyof Form],
  other: Form[keyof Form],
) => boolean;

/**
 * Brings what a person typed onto what another has saved meanwhile. What only one of them changed stands; what both
 * did is asked.
 */
export function merge<Form extends object>(
  base: Form,
  mine: Form,
  theirs: Form,
  isSameValue: SameValue<Form> = (_, one, other) => isSame(one, other),
): { merged: Form; clashes: Clash<Form>[] } {
  const merged = { ...theirs };
  const clashes: Clash<Form>[] = [];
  // A form whose fields are rows of a list has fields that only one of the two has.
  for (const field of Object.keys({ ...theirs, ...mine }) as (keyof Form & string)[]) {
    const same = (one: Form[keyof Form], other: Form[keyof Form]): boolean => isSameValue(field, one, other);
    if (same(mine[field], base[field]) || same(mine[field], theirs[field])) continue;
    merged[field] = mine[field];
    if (!same(theirs[field], base[field])) clashes.push({ field, mine: mine[field], theirs: theirs[field] });
  }
  return { merged, clashes };
}

/** What a person changes of a record, and what they began from. */
export interface Edit<Form> {
  /** What was saved when this edit began. */
  base: Form;
  form: Form;
  /** Version of the record that the edit began from. */
  etag: string;
  /** The fields that both changed, if somebody else has saved meanwhile. */
  clashes?: Clash<Form>[];
}

/** A record as it is saved now. Fields that are not of the record can be left out. */
export interface Saved<Form> {
  form: Partial<Form>;
  etag: string;
}

/** Saves. If somebody else has saved meanwhile, it reads what they saved instead. Every other error is thrown. */
export async function saveOrRead<Form>(
  save: () => Promise<unknown>,
  read: () => Promise<Saved<Form>>,
): Promise<Saved<Form> | 'saved'> {
  try {
    await save();
    return 'saved';
  } catch (error) {
    if (error instanceof Problem && error.status === 412) return read();
    throw error;
  }
}

/** An edit after somebody else has saved: it goes on from what they saved. */
export function meet<Form extends object>(
  { base, form }: Edit<Form>,
  now: Saved<Form>,
  isSameValue?: SameValue<Form>,
): Edit<Form> {
  const theirs = { ...base, ...now.form };
  const { merged, clashes } = merge(base, form, theirs, isSameValue);
  return { base: theirs, form: merged, etag: now.etag, clashes };
}

/** Whether two values of a field are equal; lists are, where they have the same entries in the same order. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
