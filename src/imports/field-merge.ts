import type { ImportOptions, RowNote } from './import-kind.js';

/** What a row of a file makes of a record that is there already. */
export interface FieldMerge<T> {
  after: T;
  /** Field → [before, after]. */
  changes: Record<string, [unknown, unknown]>;
  /** Fields where the file differs and what a person said was kept. */
  kept: string[];
}

/**
 * Puts the values of a file over a record, but never over what a person said (DESIGN section 3, rule 2).
 * @param given only fields that the row states; null empties one
 * @param setByPerson names of the fields that a person gave
 */
export function mergeFields<T extends object>(
  current: T,
  given: Partial<NoInfer<T>>,
  setByPerson: readonly string[],
): FieldMerge<T> {
  const after = { ...current };
  const changes: FieldMerge<T>['changes'] = {};
  const kept: string[] = [];
  for (const field of Object.keys(given) as (keyof T & string)[]) {
    const value = given[field];
    if (value === undefined || value === current[field]) continue;
    if (setByPerson.includes(field)) kept.push(field);
    else {
      changes[field] = [current[field], value];
      after[field] = value;
    }
  }
  return { after, changes, kept };
}

/** Whether the person who imports said that the file wins over what people set in this field. */
export function isOverwritten(field: string, overwrite: ImportOptions['overwrite']): boolean {
  return overwrite === 'all' || (overwrite?.includes(field) ?? false);
}

/** The fields that a file must leave as people set them. */
export function fieldsToKeep(setByPerson: readonly string[], { overwrite }: ImportOptions): string[] {
  return setByPerson.filter((field) => !isOverwritten(field, overwrite));
}

/**
 * Tells the reader of an import what was kept against the file; not a refusal.
 * @param on the day on which the person set it, where that is known
 */
export function keptByPerson(fields: readonly string[], on?: string): RowNote[] {
  return fields.map((field) => ({
    column: field,
    code: 'KEPT_BY_PERSON',
    detail: `A person set this field${on ? ` on ${on}` : ''}, so Rollcall kept its value. To use the file's value, import the file with the option overwrite: ["${field}"], or change the field in Rollcall.`,
  }));
}

/** What an undo makes of a record. */
export interface FieldReversal<T> {
  after: T;
  /** Fields that went back. */
  reverted: string[];
  /** Fields that were changed since, and are left as they are. */
  left: string[];
}

/** Takes the changes of a file back where nothing else has changed the field since. */
export function revertFields<T extends object>(
  current: T,
  changes: Readonly<Record<string, readonly [unknown, unknown]>>,
  setByPerson: readonly string[],
): FieldReversal<T> {
  const after = { ...current } as Record<string, unknown>;
  const reverted: string[] = [];
  const left: string[] = [];
  for (const [field, [before, changed]] of Object.entries(changes)) {
    if (!(field in current)) continue;
    if (after[field] !== changed || setByPerson.includes(field)) left.push(field);
    else {
      after[field] = before;
      reverted.push(field);
    }
  }
  return { after: after as T, reverted, left };
}
