/** Half a character and NUL: PostgreSQL takes neither, and one such cell would fail a whole chunk of rows. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;
/** Quicker to ask; whole characters beyond the first plane go on to be looked at properly. */
const SUSPECT = /[\0\uD800-\uDFFF]/;

/** The text as PostgreSQL can keep it; what it cannot shows as "\uFFFD". */
export function storable(text: string): string {
  return SUSPECT.test(text) ? text.replaceAll(UNSTORABLE, '\uFFFD') : text;
}

/** JSON for a jsonb column, whose texts may quote cells and cut them in the middle of a character. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storable(part) : part));
}
