/** For SQL: matches a text anywhere in a column, with `%`, `_` and `\` meant as themselves. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
