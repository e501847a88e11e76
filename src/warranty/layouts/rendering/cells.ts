import { guardFormula } from '../../../common/documents/formula-guard.js';
import { decimalOfCents } from '../../../common/documents/table-writer.js';
import type { DateFormat, LayoutColumn, LayoutDefinition } from '../layout.js';
import { DATE_FORMATS, LONGEST_CELL } from '../layout.js';
import { LAYOUT_FIELDS } from '../layout-fields.js';
import { notIn, replaced } from './encodings.js';

/** Why a claim cannot be written, or what Rollcall did to its values. */
export interface CellRemark {
  /** Header of the column. */
  column: string;
  code: 'MISSING' | 'TOO_LONG' | 'NOT_ENCODABLE' | 'CUT' | 'REPLACED';
  detail: string;
}

/** A cell of the file. Numbers and truth values are for JSON and XLSX; everything else is text. */
export type Cell = string | number | boolean | null;

/** What a field holds. Dates are `YYYY-MM-DD`, amounts are integer cents. */
export type FieldValue = string | number | boolean | null;

export interface FilledCell {
  cell: Cell;
  /** The claim stays ready because of it. */
  problem?: CellRemark;
  note?: CellRemark;
}

/** What a spreadsheet, a mail or a line of a file takes for the end of a line, and other characters that cannot be seen. */
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;
const UNSEEN = /[\u200b-\u200f\u2060\ufeff]/g;

/** Writes one value as the layout wants it. */
export function fillCell(layout: LayoutDefinition, column: LayoutColumn, value: FieldValue): FilledCell {
  const written = writtenValue(layout, column, value);
  if (written === '' || written === null) {
    if (!column.isRequired) return { cell: written };
    return { cell: null, problem: remark(column, 'MISSING', 'The claim has no value for this column.') };
  }
  if (typeof written !== 'string') return { cell: written };
  return fitted(layout, column, written);
}

function fitted(layout: LayoutDefinition, column: LayoutColumn, text: string): FilledCell {
  const { encoding, whenNotEncodable, format } = layout;
  let note: CellRemark | undefined;
  // The writer of XLSX files guards by itself. A machine reads the other formats, and must get the text as it is.
  let cell = format === 'csv' ? guardFormula(text) : text;
  const foreign = notIn(cell, encoding);
  if (foreign.length > 0) {
    const shown = foreign.slice(0, 5).join(' ');
    if (whenNotEncodable === 'refuse')
      return {
        cell: null,
        problem: remark(
          column,
          'NOT_ENCODABLE',
          `The encoding ${encoding} does not have these characters: ${shown}. Change the text, or choose another encoding.`,
        ),
      };
    cell = replaced(cell, encoding);
    note = remark(
      column,
      'REPLACED',
      `The encoding ${encoding} does not have ${shown}. Rollcall wrote "${cell.slice(0, 100)}".`,
    );
  }
  const longest = column.longest ?? LONGEST_CELL * 2;
  const letters = [...cell];
  if (letters.length <= longest) return note ? { cell, note } : { cell };
  if (column.whenTooLong === 'refuse')
    return {
      cell: null,
      problem: remark(
        column,
        'TOO_LONG',
        `The text has ${letters.length} characters, and the vendor takes ${longest}. Shorten it.`,
      ),
    };
  const left = letters.slice(0, longest).join('');
  return { cell: left, note: remark(column, 'CUT', `Rollcall cut the text after ${longest} characters.`) };
}

function writtenValue(layout: LayoutDefinition, column: LayoutColumn, value: FieldValue): Cell {
  const { field, constant, words, format } = column;
  if (field === null) return cleaned(layout, constant ?? '');
  if (value === null) return null;
  const said = words?.[String(value)];
  if (said !== undefined) return cleaned(layout, said);
  const { kind } = LAYOUT_FIELDS[field];
  const isTyped = layout.format === 'json' || layout.format === 'xlsx';
  if (kind === 'integer') return isTyped ? Number(value) : String(value);
  if (kind === 'boolean') return layout.format === 'json' ? value === true : value === true ? 'yes' : 'no';
  if (kind === 'cents') return format === 'cents' ? String(value) : decimalOfCents(value);
  if (kind === 'date') return dateText(String(value), dateFormatOf(layout, column));
  const text = cleaned(layout, String(value));
  return format === 'upper' ? text.toUpperCase() : text;
}

/** A line break inside a value would begin another row where rows are lines. */
function cleaned({ format }: LayoutDefinition, text: string): string {
  const clean = text.normalize('NFC').replaceAll(UNSEEN, '');
  const breaks = format === 'json' ? clean : clean.replaceAll(CONTROL, ' ');
  return breaks.trim();
}

function dateFormatOf({ dateFormat }: LayoutDefinition, { format }: LayoutColumn): DateFormat {
  return DATE_FORMATS.find((one) => one === format) ?? dateFormat;
}

function dateText(day: string, format: DateFormat): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return format.replace('YYYY', year).replace('MM', month).replace('DD', date);
}

function remark({ header }: LayoutColumn, code: CellRemark['code'], detail: string): CellRemark {
  return { column: header, code, detail: `${header}: ${detail}` };
}
