import type { FieldError } from '../../common/refusal.js';
import type { LayoutColumn, LayoutDefinition } from './layout.js';
import { DATE_FORMATS } from './layout.js';
import { type FieldKind, LAYOUT_FIELDS } from './layout-fields.js';
import { LayoutUnusable } from './layouts.errors.js';
import { canEncode } from './rendering/encodings.js';

/** Encodings in which every character is one byte, so that columns of a fixed width stay where they are. */
const ONE_BYTE: readonly string[] = ['windows-1252', 'iso-8859-1', 'ascii'];

const MOST_WORDS = 100;
const LONGEST_WORD = 200;

/** @throws LayoutUnusable where parts of the layout contradict each other */
export function assertUsable(layout: LayoutDefinition): void {
  const errors = [
    ...problemsOf(layout),
    ...layout.columns.flatMap((column, i) => problemsIn(layout, column, i)),
  ];
  if (errors.length > 0) throw new LayoutUnusable(errors);
}

function problemsOf({ format, encoding, columns, hasHeader }: LayoutDefinition): FieldError[] {
  const errors: FieldError[] = [];
  const add = (field: string, code: string, detail: string): number => errors.push({ field, code, detail });
  if (format === 'fixed_width' && !ONE_BYTE.includes(encoding))
    add(
      'encoding',
      'NOT_ONE_BYTE',
      'A fixed-width file needs an encoding with one byte for each character: windows-1252, iso-8859-1 or ascii.',
    );
  if ((format === 'json' || format === 'xlsx') && encoding !== 'utf-8')
    add('encoding', 'ALWAYS_UTF_8', 'JSON and XLSX files are always UTF-8. Choose the encoding utf-8.');
  if (format === 'xlsx' && !hasHeader)
    add('hasHeader', 'HEADER_NEEDED', 'An XLSX file always has a row with the headers.');
  if (!columns.some(({ field }) => field === 'number' || field === 'serialNumber'))
    add(
      'columns',
      'CLAIM_NOT_NAMED',
      'Add a column with the claim number or the serial number. Otherwise, nobody can tell which claim a row is about.',
    );
  const seen = new Set<string>();
  for (const [i, { header }] of columns.entries()) {
    if (seen.has(header))
      add(`columns.${i}.header`, 'HEADER_TWICE', `Two columns are called "${header}". Enter another header.`);
    seen.add(header);
  }
  return errors;
}

function problemsIn(layout: LayoutDefinition, column: LayoutColumn, index: number): FieldError[] {
  const { header, field, constant, format, words, longest, isRequired } = column;
  const errors: FieldError[] = [];
  const add = (name: string, code: string, detail: string): number =>
    errors.push({ field: `columns.${index}.${name}`, code, detail: `Column "${header}": ${detail}` });
  if ((field === null) === (constant === null))
    add('field', 'FIELD_OR_CONSTANT', 'choose a field or enter a constant, and not both.');
  if (isRequired && field === null)
    add('isRequired', 'CONSTANT_REQUIRED', 'only a column with a field can be required.');
  if (words !== null && !areWords(words))
    add(
      'words',
      'NOT_WORDS',
      `enter up to ${MOST_WORDS} words, each as a text of up to ${LONGEST_WORD} characters.`,
    );
  if (format !== null && field !== null && !formatFits(format, LAYOUT_FIELDS[field].kind))
    add('format', 'FORMAT_OF_OTHER_KIND', `the format "${format}" does not fit this field.`);
  if (layout.format === 'fixed_width' && longest === null)
    add('longest', 'WIDTH_MISSING', 'enter how many characters it has, because the file has a fixed width.');
  if (field !== null && LAYOUT_FIELDS[field].source === 'part' && layout.rowsPer === 'claim')
    add('field', 'PART_OF_CLAIM', 'a column with a part needs a file with one row per part.');
  const isCounted = layout.format === 'fixed_width' || column.whenTooLong === 'refuse';
  if (constant !== null && longest !== null && isCounted && [...constant].length > longest)
    add('constant', 'CONSTANT_TOO_LONG', `the constant is longer than ${longest} characters.`);
  if (!canEncode(header, layout.encoding) || !canEncode(constant ?? '', layout.encoding))
    add('header', 'NOT_ENCODABLE', `the encoding ${layout.encoding} does not have all of its characters.`);
  if (layout.format === 'fixed_width' && layout.hasHeader && longest !== null && [...header].length > longest)
    add('header', 'HEADER_TOO_LONG', `the header is longer than ${longest} characters.`);
  return errors;
}

function areWords(words: Readonly<Record<string, unknown>>): boolean {
  const said = Object.values(words);
  return (
    said.length <= MOST_WORDS && said.every((word) => typeof word === 'string' && word.length <= LONGEST_WORD)
  );
}

function formatFits(format: string, kind: FieldKind): boolean {
  if (format === 'dollars' || format === 'cents') return kind === 'cents';
  if (format === 'upper') return kind === 'text' || kind === 'code';
  return kind === 'date' && DATE_FORMATS.some((one) => one === format);
}
