import type { ImportKind, RowNote, RowProblem } from '../import-kind.js';
import type { ImportMapping } from './import-mapping.js';

/**
 * Names columns as the file in hand does. Kinds speak of their fields, by name or by the header of our template; the
 * person who mends the file looks for its own headers.
 */
export function inFileColumns(
  kind: ImportKind,
  mapping: ImportMapping,
): <T extends RowProblem | RowNote>(said: readonly T[]) => T[] {
  const ofField = new Map(Object.entries(mapping.columns).map(([header, field]) => [field, header]));
  const words = new Map<string, string>();
  for (const { name, header } of kind.fields) {
    const column = ofField.get(name) ?? header;
    words.set(header, column).set(name, column);
  }
  return (said) =>
    said.map((one) => ({ ...one, column: one.column && (words.get(one.column) ?? one.column) }));
}
