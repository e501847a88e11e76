import { cellParser, type RowRemarks } from './cell-parser.js';
import { inFileColumns } from '../mapping/file-columns.js';
import type { ImportKind, RowFields, RowNote, RowProblem } from '../import-kind.js';
import type { ImportMapping } from '../mapping/import-mapping.js';
import { storable } from '../reading/cells/storable-text.js';
import type { TableRow } from '../reading/table.js';
import type { IsOwnCode } from '../import-kind.js';

/** What stands where the bytes of a file are not text in its encoding. */
const LOST = '\uFFFD';
const DAMAGED =
  'Characters of this cell could not be read and show as \uFFFD. Save the file as UTF-8, or type the cell again.';

export interface ParsedRow extends RowRemarks {
  fields: RowFields;
}

/** Makes the function that turns the cells of one file's rows into fields. */
export function rowParser(
  kind: ImportKind,
  headers: readonly string[],
  mapping: ImportMapping,
  sample: readonly string[][],
  isOwnCode?: IsOwnCode,
): (row: Pick<TableRow, 'cells' | 'stored'>) => ParsedRow {
  const columns = headers.flatMap((header, index) => {
    const field = kind.fields.find(({ name }) => name === mapping.columns[header]);
    if (!field) return [];
    const samples = sample.map((row) => row[index] ?? '');
    return [
      {
        index,
        header,
        mustBeWhole: field.type === 'code' || field.isKey === true,
        name: field.name,
        parse: cellParser(field, header, mapping, samples, isOwnCode),
      },
    ];
  });
  const present = new Set(columns.map(({ name }) => name));
  const defaults = Object.entries(mapping.defaults ?? {}).flatMap(([name, text]) => {
    const field = kind.fields.find((candidate) => candidate.name === name);
    return field ? [{ name, text, parse: cellParser(field, field.header, mapping, [], isOwnCode) }] : [];
  });
  const toFile = inFileColumns(kind, mapping);
  const required = kind.fields
    .filter((field) => field.required)
    .map(({ name, header }) => ({ name, header, column: columnOf(mapping, name) ?? header }));
  return ({ cells, stored }) => {
    const fields: RowFields = {};
    const problems: RowProblem[] = [];
    const notes: RowNote[] = [];
    const remarks = { problems, notes };
    for (const { index, header, mustBeWhole, name, parse } of columns) {
      const text = storable(cells[index] ?? '');
      if (text === '') continue;
      if (text.includes(LOST)) {
        // A name with a lost character can be mended later; a code with one belongs to another device, or to none.
        (mustBeWhole ? problems : notes).push({ column: header, code: 'DAMAGED_TEXT', detail: DAMAGED });
        if (mustBeWhole) continue;
      }
      const value = parse(text, remarks, stored?.get(index));
      if (value !== undefined) fields[name] = value;
    }
    for (const { name, text, parse } of defaults)
      if (fields[name] === undefined) {
        const value = parse(text, remarks);
        if (value === undefined) continue;
        fields[name] = value;
        const detail = `This cell is blank. Rollcall used "${text}", the default of the mapping.`;
        notes.push({ column: name, code: 'MAPPING_DEFAULT', detail });
      }
    for (const field of required)
      if (fields[field.name] === undefined && !problems.some(({ column }) => column === field.column))
        problems.push({
          column: field.column,
          code: 'REQUIRED',
          detail: present.has(field.name)
            ? 'This cell is blank, but every row needs a value here. Fill it in.'
            : `No column of this file is mapped to ${field.header}, which every row needs. Choose the column.`,
        });
    if (problems.length === 0) problems.push(...toFile(kind.check?.(fields, notes) ?? []));
    return {
      fields,
      problems: problems.length > 0 ? problems.map(withStorableDetail) : problems,
      notes: notes.length > 0 ? toFile(notes).map(withStorableDetail) : notes,
    };
  };
}

function columnOf(mapping: ImportMapping, name: string): string | undefined {
  return Object.entries(mapping.columns).find(([, field]) => field === name)?.[0];
}

/** Details quote cells, and may cut them in the middle of a character. */
function withStorableDetail<T extends RowProblem | RowNote>(said: T): T {
  return { ...said, detail: storable(said.detail) };
}
