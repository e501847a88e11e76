import type { LayoutField } from './layout-fields.js';

export const LAYOUT_FORMATS = ['csv', 'xlsx', 'json', 'fixed_width'] as const;
export type LayoutFormat = (typeof LAYOUT_FORMATS)[number];

/** What one row of the file stands for. A claim without parts has one row in either case. */
export const ROWS_PER = ['claim', 'part'] as const;
export type RowsPer = (typeof ROWS_PER)[number];

export const DATE_FORMATS = [
  'YYYY-MM-DD',
  'MM/DD/YYYY',
  'DD/MM/YYYY',
  'DD.MM.YYYY',
  'YYYYMMDD',
  'MMDDYYYY',
] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** `utf-8-bom` begins with a byte order mark, which Excel needs to read CSV as UTF-8. */
export const ENCODINGS = ['utf-8', 'utf-8-bom', 'windows-1252', 'iso-8859-1', 'ascii'] as const;
export type LayoutEncoding = (typeof ENCODINGS)[number];

export const LINE_ENDS = ['crlf', 'lf'] as const;
export type LineEnd = (typeof LINE_ENDS)[number];

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A date format for dates; `dollars` (`12.50`) or `cents` (`1250`) for amounts; `upper` for texts in capitals. */
export const COLUMN_FORMATS = [...DATE_FORMATS, 'dollars', 'cents', 'upper'] as const;
export type ColumnFormat = (typeof COLUMN_FORMATS)[number];

/** A column of the file: what stands above it, and what stands in it. */
export interface LayoutColumn {
  header: string;
  /** What Rollcall writes into it. Null if every row has the constant. */
  field: LayoutField | null;
  /** The text of every row. Null if the column has a field. */
  constant: string | null;
  format: ColumnFormat | null;
  /** The vendor's words for Rollcall's values, such as `{"screen": "LCD", "true": "Y"}`. Other values stay as they are. */
  words: Record<string, string> | null;
  /** Most characters. In a fixed-width file, the exact number of characters. */
  longest: number | null;
  /** What happens to a text that is longer: the claim stays ready, or Rollcall cuts the text with a note. */
  whenTooLong: 'refuse' | 'cut';
  /** A claim without a value for this column stays ready. */
  isRequired: boolean;
  /** Fixed width only: on which side the text stands. */
  align: 'left' | 'right';
  /** Fixed width only: what fills the rest. */
  pad: ' ' | '0';
}

/** How the claims of a vendor become a file. Rows are in the order of claim numbers, columns in the order of the list. */
export interface LayoutDefinition {
  format: LayoutFormat;
  rowsPer: RowsPer;
  columns: LayoutColumn[];
  dateFormat: DateFormat;
  encoding: LayoutEncoding;
  /** A character that the encoding does not have: the claim stays ready, or Rollcall writes the nearest Latin letters. */
  whenNotEncodable: 'refuse' | 'replace';
  lineEnd: LineEnd;
  /** CSV only. */
  delimiter: Delimiter;
  /** Whether the first row has the headers. A JSON file has them in each row. */
  hasHeader: boolean;
}

/** What a layout has where it says nothing else. */
export const USUAL: Omit<LayoutDefinition, 'format' | 'columns'> = {
  rowsPer: 'claim',
  dateFormat: 'YYYY-MM-DD',
  encoding: 'utf-8',
  whenNotEncodable: 'refuse',
  lineEnd: 'crlf',
  delimiter: ',',
  hasHeader: true,
};

export const USUAL_COLUMN: Omit<LayoutColumn, 'header'> = {
  field: null,
  constant: null,
  format: null,
  words: null,
  longest: null,
  whenTooLong: 'refuse',
  isRequired: false,
  align: 'left',
  pad: ' ',
};

export const MOST_COLUMNS = 100;
export const LONGEST_HEADER = 200;
export const LONGEST_CELL = 4_000;
