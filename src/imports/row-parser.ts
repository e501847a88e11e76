import { kept } from '../common/kept.js';
import { type DateOrder, guessDateOrder, parseDate } from './reading/cell-dates.js';
import { type CellNote, type Parsed, parsed } from './reading/parsed.js';
import { storable } from './reading/storable-text.js';
import {
  isBlank,
  looksLikeSpreadsheetNumber,
  parseBoolean,
  parseInteger,
  parseMoney,
} from './reading/cells.js';
import { inFileColumns } from './file-columns.js';
import type { ImportField, ImportKind, RowFields, RowNote, RowProblem } from './import-kind.js';
import { headerKey, type ImportMapping } from './import-mapping.js';

/** Empties a field; the one word that a blank cell cannot say. */
const CLEAR = 'CLEAR';
const LONGEST_TEXT = 500;
/** Different cells of a column that are remembered. */
const MOST_CELLS_KEPT = 4_000;
/** What a column of whole numbers, or of cents, can hold in PostgreSQL. */
const LARGEST_WHOLE = 2_147_483_647;

export interface ParsedRow {
  fields: RowFields;
  problems: RowProblem[];
  notes: RowNote[];
}

type Value = string | number | boolean | null;
type ParseCell = (text: string, row: Pick<ParsedRow, 'problems' | 'notes'>) => Value | undefined;

/** Makes the function that turns the cells of one file's rows into fields. */
export function rowParser(
  kind: ImportKind,
  headers: readonly string[],
  mapping: ImportMapping,
  sample: readonly string[][],
): (cells: readonly string[]) => ParsedRow {
  const columns = headers.flatMap((header, index) => {
    const field = kind.fields.find(({ name }) => name === mapping.columns[header]);
    if (!field) return [];
    const samples = sample.map((row) => row[index] ?? '');
    return [{ index, name: field.name, parse: cellParser(field, header, mapping, samples) }];
  });
  const present = new Set(columns.map(({ name }) => name));
  const defaults = Object.entries(mapping.defaults ?? {}).flatMap(([name, text]) => {
    const field = kind.fields.find((candidate) => candidate.name === name);
    return field ? [{ name, text, parse: cellParser(field, field.header, mapping, []) }] : [];
  });
  const toFile = inFileColumns(kind, mapping);
  const required = kind.fields
    .filter((field) => field.required)
    .map(({ name, header }) => ({ name, header, column: columnOf(mapping, name) ?? header }));
  return (cells) => {
    const fields: RowFields = {};
    const problems: RowProblem[] = [];
    const notes: RowNote[] = [];
    for (const { index, name, parse } of columns) {
      const text = storable(cells[index] ?? '');
      if (text === '') continue;
      const value = parse(text, { problems, notes });
      if (value !== undefined) fields[name] = value;
    }
    for (const { name, text, parse } of defaults)
      if (fields[name] === undefined) {
        const value = parse(text, { problems, notes });
        if (value !== undefined) fields[name] = value;
      }
    for (const field of required)
      if (fields[field.name] === undefined && !problems.some(({ column }) => column === field.column))
        problems.push({
          column: field.column,
          code: 'REQUIRED',
          detail: present.has(field.name)
            ? 'this cell must be filled'
            : `the file has no column for the ${field.header.toLowerCase()}`,
        });
    if (problems.length === 0) problems.push(...toFile(kind.check?.(fields, notes) ?? []));
    return {
      fields,
      problems: problems.map(withStorableDetail),
      notes: toFile(notes).map(withStorableDetail),
    };
  };
}

function cellParser(
  field: ImportField,
  header: string,
  mapping: ImportMapping,
  samples: readonly string[],
): ParseCell {
  const parse = valueParser(field, mapping, samples);
  const words = new Map(
    Object.entries(mapping.words?.[field.name] ?? {}).map(([theirs, ours]) => [headerKey(theirs), ours]),
  );
  const saysNothing = field.type === 'name' ? isBlankName : isBlank;
  const read = (raw: string): ValueResult | { ok: 'blank'; note?: CellNote } => {
    if (saysNothing(raw)) return { ok: 'blank' };
    if (raw !== CLEAR) return parse(words.get(headerKey(raw)) ?? raw);
    return field.clearable
      ? { ok: true, value: null }
      : { ok: false, code: 'CANNOT_CLEAR', detail: 'this can be changed but not emptied' };
  };
  // Codes hardly ever come twice; everything else does.
  const answers = new Map<string, ReturnType<typeof read>>();
  const readOnce: typeof read = (raw) => kept(answers, raw, () => read(raw), MOST_CELLS_KEPT);
  const result = field.type === 'code' ? read : readOnce;
  return (raw, { problems, notes }) => {
    const cell = result(raw);
    if (cell.ok === false) problems.push({ column: header, code: cell.code, detail: cell.detail });
    else if (cell.note) notes.push({ column: header, ...cell.note });
    return cell.ok === true ? cell.value : undefined;
  };
}

type ValueResult = Parsed<Value>;

function valueParser(
  field: ImportField,
  mapping: ImportMapping,
  samples: readonly string[],
): (text: string) => ValueResult {
  if (field.oneOf) return oneOfParser(field.oneOf);
  switch (field.type) {
    case 'date': {
      const order = dateOrder(mapping, samples);
      return (text) => parseDate(text, order);
    }
    case 'cents':
      return (text) => storableNumber(text, parseMoney(text, mapping.decimal));
    case 'integer':
      return (text) => storableNumber(text, parseInteger(text));
    case 'boolean':
      return parseBoolean;
    case 'number':
      return parseNumber;
    case 'code':
      return codeParser(field.name === 'assetTag' ? mapping.padTagsTo : undefined);
    case 'text':
    case 'name':
      return textParser(field.maxLength ?? LONGEST_TEXT);
  }
}

/** American order where a file proves nothing: `1/2/20` in a California district is the second of January. */
function dateOrder(mapping: ImportMapping, samples: readonly string[]): DateOrder {
  if (mapping.dateOrder) return mapping.dateOrder;
  const guess = guessDateOrder([...samples]);
  return guess === 'auto' ? 'mdy' : guess;
}

function textParser(longest: number): (text: string) => ValueResult {
  return (text) =>
    text.length > longest
      ? { ok: false, code: 'TOO_LONG', detail: `this has ${text.length} characters; ${longest} are the most` }
      : { ok: true, value: text };
}

function codeParser(padTo: number | undefined): (text: string) => ValueResult {
  return (text) => {
    if (looksLikeSpreadsheetNumber(text))
      return {
        ok: false,
        code: 'SHORTENED_NUMBER',
        detail: `"${text}" was shortened by a spreadsheet; its digits are lost`,
      };
    return padded(text, padTo);
  };
}

/** A purely numeric tag that is shorter than the mapping says gets its zeros back. */
function padded(text: string, padTo: number | undefined): ValueResult {
  if (!padTo || text.length >= padTo || !/^\d+$/.test(text)) return parsed(text);
  const value = text.padStart(padTo, '0');
  const detail = `The file says "${text}"; the mapping fills tags up to ${padTo} digits, so it was read as "${value}".`;
  return parsed(value, { code: 'TAG_PADDED', detail });
}

function columnOf(mapping: ImportMapping, name: string): string | undefined {
  return Object.entries(mapping.columns).find(([, field]) => field === name)?.[0];
}

/** A word of letters may be a name, whatever else it means; `N/A`, `-` and `#REF!` are none. */
function isBlankName(text: string): boolean {
  return isBlank(text) && !/^\p{L}+$/u.test(text.trim());
}

/** Details quote cells, and may cut them in the middle of a character. */
function withStorableDetail<T extends RowProblem | RowNote>(said: T): T {
  return { ...said, detail: storable(said.detail) };
}

function storableNumber(text: string, result: Parsed<number>): ValueResult {
  return result.ok && Math.abs(result.value) > LARGEST_WHOLE
    ? { ok: false, code: 'NUMBER_TOO_LARGE', detail: `"${text}" is too large` }
    : result;
}

function parseNumber(text: string): ValueResult {
  const value = Number(text.replace(/%$/, '').trim());
  return Number.isFinite(value) && /\d/.test(text)
    ? { ok: true, value }
    : { ok: false, code: 'NOT_A_NUMBER', detail: `"${text}" is not a number` };
}

function oneOfParser(oneOf: Readonly<Record<string, readonly string[]>>): (text: string) => ValueResult {
  const byWord = new Map<string, string>();
  for (const [value, words] of Object.entries(oneOf))
    for (const word of [value, ...words]) byWord.set(headerKey(word), value);
  const known = Object.keys(oneOf).join(', ');
  return (text) => {
    const value = byWord.get(headerKey(text));
    return value === undefined
      ? { ok: false, code: 'UNKNOWN_WORD', detail: `"${text}" is none of ${known}` }
      : { ok: true, value };
  };
}
