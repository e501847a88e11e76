import type { Readable } from 'node:stream';

/** A stored upload that can be opened more than once. */
export interface TableSource {
  fileName: string;
  sizeBytes: number;
  open(): Readable;
  /** A path on this machine. XLSX needs random access; without this the upload is copied to a temporary file. */
  toFile?(): Promise<string>;
}

export type TableFormat = 'csv' | 'tsv' | 'xlsx';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How to read the file. Rollcall guesses first, and the person can change it. */
export interface TableReading {
  format: TableFormat;
  /**
   * Any encoding name that iconv-lite knows. Rollcall guesses one of utf-8, utf-16le, utf-16be, windows-1252 and
   * macintosh.
   */
  encoding: string;
  delimiter?: Delimiter;
  sheet?: string;
  /**
   * Number of the header row, as a spreadsheet shows it, from 1. With 0 there is no header row, and the columns are
   * called "Column 1" and so on.
   */
  headerRow: number;
}

/** Something that the person should see before the import continues. It refuses nothing. */
export interface TableWarning {
  code: string;
  detail: string;
  /** The header of the column that it is about. */
  column?: string;
}

/** What an upload seems to be. */
export interface TableGuess {
  reading: TableReading;
  /** One for each cell of a row, in order. An empty string is a column to be left out: no header, no values. */
  headers: string[];
  /** The first 20 rows, as `readTable` gives them. */
  sample: string[][];
  warnings: TableWarning[];
  /** From 0 to 1; what the person chose is 1. */
  confidence: { encoding: number; delimiter: number; headerRow: number };
  /** The visible sheets of a workbook, to choose from. */
  sheets?: string[];
}

export interface RowProblem {
  code: string;
  detail: string;
}

/**
 * What a cell of a workbook holds, where its text alone does not tell: a number of sixteen digits or more, whose last
 * digits a spreadsheet rounds; a number with a fraction or below zero; a date; a number that is shown in another way.
 */
export type StoredCell = { is: 'rounded' | 'quantity' | 'date' } | { is: 'shown'; number: string };

/** One row of data. With a `problem` it must be refused; its cells are then only good for showing it. */
export interface TableRow {
  /** The row as a spreadsheet shows it: from 1, header, titles and empty rows counted. */
  rowNo: number;
  /** As many as there are headers; more only when that is the problem. */
  cells: string[];
  /** By place in `cells`; in workbooks only. */
  stored?: Map<number, StoredCell>;
  problem?: RowProblem;
}

/** A row as it stands in the file, before it is held against the header. */
export interface RawRecord extends TableRow {
  /** Cells that hold a spreadsheet error (#N/A), read as empty. */
  errorCells?: number;
  /** Formulas that were saved without a result, read as empty. */
  uncalculated?: number;
}

/** Gives the event loop a turn: reading a large file must not hold up a scan. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
