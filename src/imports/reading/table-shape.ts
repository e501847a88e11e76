import { isEmptyText, trimInvisible } from './cells/cell-text.js';
import { MAX_CELL_CHARS, MAX_COLUMNS } from './limits.js';
import { TooManyColumns } from './reading.errors.js';
import type { RawRecord, RowProblem, TableRow } from './table.js';

/** How many cells a row must have and may have. */
export interface TableShape {
  /** Cells of the header as it is written, empty ones at its end included. */
  width: number;
  /** Cells up to the last header with a name: a row that ends before it was cut off. */
  needed: number;
}

/** What is left of a cell that is too long; enough to find it by. */
const SHOWN_CHARS = 1_000;

/** @param ragged whether rows may end early: a workbook does not store empty cells, a CSV file must */
export function shapeOf(header: string[], ragged: boolean): TableShape {
  const named = lastFilled(header) + 1;
  if (named > MAX_COLUMNS) throw new TooManyColumns();
  return { width: Math.max(named, Math.min(header.length, MAX_COLUMNS)), needed: ragged ? 0 : named };
}

/** Whether the cells are neither too few nor too many; empty ones beyond the header do no harm. */
export function fits(shape: TableShape, cells: string[]): boolean {
  return cells.length >= shape.needed && lastFilled(cells) < shape.width;
}

/**
 * Makes a record into a row: cells cleaned, held against the header, and filled up to its width.
 * The record itself is changed, since a million copies would be thrown away at once. Empty rows give undefined.
 */
export function fitRow(record: RawRecord, shape: TableShape): TableRow | undefined {
  const { cells } = record;
  let filled = -1;
  for (let i = 0; i < cells.length; i += 1) {
    const text = trimInvisible(cells[i] ?? '');
    if (text !== '') filled = i;
    if (text.length > MAX_CELL_CHARS) {
      record.problem ??= cellTooLong(i, text.length);
      cells[i] = text.slice(0, SHOWN_CHARS);
    } else {
      cells[i] = text;
    }
  }
  if (filled < 0 && record.problem === undefined) return undefined;
  if (filled >= shape.width) record.problem ??= tooMany(filled, shape, cells);
  else if (cells.length < shape.needed) record.problem ??= tooFew(cells.length, shape);
  if (filled < shape.width) cells.length = Math.min(cells.length, shape.width);
  while (cells.length < shape.width) cells.push('');
  return record;
}

function cellTooLong(index: number, length: number): RowProblem {
  const detail = `The cell in column ${index + 1} has ${length} characters. The limit is ${MAX_CELL_CHARS}.`;
  return { code: 'CELL_TOO_LONG', detail };
}

function tooMany(filled: number, shape: TableShape, cells: string[]): RowProblem {
  const extra = (cells[filled] ?? '').slice(0, 40);
  const detail = `This row has ${filled + 1} cells, but the header row has ${shape.width}. The last cell is "${extra}". Put quotation marks around cells that contain the delimiter.`;
  return { code: 'TOO_MANY_CELLS', detail };
}

function tooFew(found: number, shape: TableShape): RowProblem {
  return {
    code: 'TOO_FEW_CELLS',
    detail: `This row has ${found} cells, but the header row has ${shape.needed}. Check the delimiters in this row.`,
  };
}

function lastFilled(cells: string[]): number {
  for (let i = cells.length - 1; i >= 0; i -= 1) if (!isEmptyText(cells[i] ?? '')) return i;
  return -1;
}
