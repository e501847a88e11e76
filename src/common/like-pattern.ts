/** For SQL: a pattern for `LIKE` in which `%`, `_` and `\` are meant as themselves. */
export function likePattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

/** For SQL: matches a text anywhere in a column. */
export function containing(text: string): string {
  return `%${likePattern(text)}%`;
}
