import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { guardFormula } from '../../../common/documents/formula-guard.js';
import { inOneBatch, type TableColumn } from '../../../common/documents/table-writer.js';
import { writeXlsx } from '../../../common/documents/xlsx-writer.js';
import { mapInSlices } from '../../../common/turns.js';
import type { LayoutColumn, LayoutDefinition, LayoutFormat } from '../layout.js';
import { LAYOUT_FIELDS } from '../layout-fields.js';
import type { Cell } from './cells.js';
import { encoded } from './encodings.js';

export const LAYOUT_ENDING: Record<LayoutFormat, string> = {
  csv: 'csv',
  xlsx: 'xlsx',
  json: 'json',
  fixed_width: 'txt',
};

export function mediaTypeOf({ format, encoding }: LayoutDefinition): string {
  if (format === 'xlsx') return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  if (format === 'json') return 'application/json';
  const charset = encoding === 'utf-8-bom' ? 'utf-8' : encoding === 'ascii' ? 'us-ascii' : encoding;
  return `${format === 'csv' ? 'text/csv' : 'text/plain'}; charset=${charset}`;
}

/** The bytes of a file. Its cells have been fitted to the layout before. */
export async function layoutFile(layout: LayoutDefinition, rows: readonly Cell[][]): Promise<Buffer> {
  const { format, encoding, lineEnd } = layout;
  if (format === 'xlsx') return workbook(layout, rows);
  const end = lineEnd === 'crlf' ? '\r\n' : '\n';
  const lines = await linesOf(layout, rows, end);
  return encoded(lines.join(''), encoding);
}

async function linesOf(layout: LayoutDefinition, rows: readonly Cell[][], end: string): Promise<string[]> {
  const { format, columns, hasHeader } = layout;
  if (format === 'json') return jsonLines(layout, rows, end);
  const line = format === 'csv' ? csvLine : fixedLine;
  const headers = columns.map(({ header }) => (format === 'csv' ? guardFormula(header) : header));
  const written = await mapInSlices(rows, (row) => `${line(layout, row)}${end}`);
  // A header is text, whatever its column holds.
  return hasHeader ? [`${line(asText(layout), headers)}${end}`, ...written] : written;
}

function asText(layout: LayoutDefinition): LayoutDefinition {
  return { ...layout, columns: layout.columns.map((column) => ({ ...column, align: 'left', pad: ' ' })) };
}

function csvLine({ delimiter }: LayoutDefinition, cells: readonly Cell[]): string {
  return cells
    .map((cell) => {
      const text = textOf(cell);
      const isPlain = !text.includes(delimiter) && !/["\r\n]/.test(text) && text.trim() === text;
      return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
    })
    .join(delimiter);
}

/** Each cell takes exactly the characters of its column, and each character is one byte. */
function fixedLine({ columns }: LayoutDefinition, cells: readonly Cell[]): string {
  return columns
    .map(({ longest, align, pad }, i) => {
      const text = textOf(cells[i] ?? null);
      // Zeros would turn a missing number into the number 0.
      const filler = text === '' ? ' ' : pad;
      return align === 'right' ? text.padStart(longest ?? 0, filler) : text.padEnd(longest ?? 0, filler);
    })
    .join('');
}

async function jsonLines(
  { columns }: LayoutDefinition,
  rows: readonly Cell[][],
  end: string,
): Promise<string[]> {
  const objects = await mapInSlices(rows, (row, i) => {
    const object = Object.fromEntries(columns.map(({ header }, at) => [header, row[at] ?? null]));
    return `${JSON.stringify(object)}${i + 1 < rows.length ? ',' : ''}${end}`;
  });
  return [`[${end}`, ...objects, `]${end}`];
}

async function workbook({ columns }: LayoutDefinition, rows: readonly Cell[][]): Promise<Buffer> {
  const out = new PassThrough();
  const bytes = buffer(out);
  const sheet = columns.map((column): TableColumn => ({ header: column.header, type: typeOf(column) }));
  await writeXlsx(sheet, inOneBatch(rows.map((row) => [...row])), out);
  return bytes;
}

function typeOf({ field, words }: LayoutColumn): TableColumn['type'] {
  return field !== null && words === null && LAYOUT_FIELDS[field].kind === 'integer' ? 'integer' : 'text';
}

function textOf(cell: Cell): string {
  return cell === null ? '' : String(cell);
}
