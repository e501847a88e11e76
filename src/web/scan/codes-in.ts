/** Codes of a list: the first cell of every line, each code once. */
export function codesIn(text: string): string[] {
  const first = text
    .split(/\r\n|\r|\n/)
    .map((line) => (line.split(/[,;\t]/)[0] ?? '').replaceAll('"', '').trim());
  return [...new Set(first.filter(Boolean))];
}
