import { cellParser } from '../staging/cell-parser.js';
import type { ImportKind, RowNote, RowProblem } from '../import-kind.js';
import type { ImportMapping } from './import-mapping.js';

/**
 * Finds the defaults and translated words of a mapping that their field does not accept.
 * If such a mapping were saved, every row would be refused later, when somebody else uploads a file.
 */
export function problemsOfValues(kind: ImportKind, mapping: ImportMapping): string[] {
  const plain: ImportMapping = { ...mapping, words: {} };
  const check = (name: string, text: string, where: string): string[] => {
    const field = kind.fields.find((candidate) => candidate.name === name);
    if (!field || text === '') return [];
    const problems: RowProblem[] = [];
    const notes: RowNote[] = [];
    cellParser(
      field,
      field.header,
      where === 'defaults' ? mapping : plain,
      [],
      () => true,
    )(text, {
      problems,
      notes,
    });
    return problems.map(({ detail }) => `${where}.${name}: ${detail}`);
  };
  const defaults = Object.entries(mapping.defaults ?? {});
  const words = Object.entries(mapping.words ?? {}).flatMap(([name, meant]) =>
    Object.values(meant).map((ours): [string, string] => [name, ours]),
  );
  return [
    ...defaults.flatMap(([name, text]) => check(name, text, 'defaults')),
    ...words.flatMap(([name, text]) => check(name, text, 'words')),
  ];
}
