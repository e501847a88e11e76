import { useState } from 'react';

/** A field that two people changed to different values. */
export interface Clash<Form> {
  field: keyof Form & string;
  mine: Form[keyof Form];
  theirs: Form[keyof Form];
}

/**
 * Brings what a person typed onto what another has saved meanwhile. What only one of them changed stands; what both
 * did is asked.
 */
export function merge<Form extends object>(
  base: Form,
  mine: Form,
  theirs: Form,
): { merged: Form; clashes: Clash<Form>[] } {
  const merged = { ...theirs };
  const clashes: Clash<Form>[] = [];
  for (const field of Object.keys(theirs) as (keyof Form & string)[]) {
    if (isSame(mine[field], base[field]) || isSame(mine[field], theirs[field])) continue;
    merged[field] = mine[field];
    if (!isSame(theirs[field], base[field]))
      clashes.push({ field, mine: mine[field], theirs: theirs[field] });
  }
  return { merged, clashes };
}

/** Whether two values of a field are equal; lists are, where they have the same entries in the same order. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What a person changes of a record, and what it began from. */
interface Edit<Form> {
  base: Form;
  form: Form;
  /** Version of the record that the edit began from. */
  etag: string;
  /** What both changed, where somebody else has saved meanwhile. */
  clashes?: Clash<Form>[];
}

/** An edit of a record that somebody else may change meanwhile. */
export function useEdit<Form extends object>(first: Form, firstEtag: string) {
  const [edit, setEdit] = useState<Edit<Form>>({ base: first, form: first, etag: firstEtag });
  return {
    ...edit,
    change: (change: Partial<Form>): void =>
      setEdit((before) => ({ ...before, form: { ...before.form, ...change } })),
    /** Brings in what somebody else has saved. */
    meet: (theirs: Form, etag: string): void =>
      setEdit(({ base, form }) => {
        const { merged, clashes } = merge(base, form, theirs);
        return { base: theirs, form: merged, etag, clashes };
      }),
  };
}
