import type { Shape } from '../api/problem.js';
import { isSame } from '../common/edits.js';

export type Layout = Shape<'LayoutView'>;
export type LayoutDefinition = Layout['definition'];
export type LayoutColumn = LayoutDefinition['columns'][number];

/** A layout as a form holds it. */
export type LayoutDraft = LayoutDefinition & { name: string };

export const FORMATS = ['csv', 'xlsx', 'json', 'fixed_width'] as const;
export const ENCODINGS = ['utf-8', 'utf-8-bom', 'windows-1252', 'iso-8859-1', 'ascii'] as const;
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export const DATE_FORMATS = [
  'YYYY-MM-DD',
  'MM/DD/YYYY',
  'DD/MM/YYYY',
  'DD.MM.YYYY',
  'YYYYMMDD',
  'MMDDYYYY',
] as const;
export const COLUMN_FORMATS = [...DATE_FORMATS, 'dollars', 'cents', 'upper'] as const;

export const NEW_COLUMN: LayoutColumn = {
  header: '',
  field: null,
  constant: '',
  format: null,
  words: null,
  longest: null,
  whenTooLong: 'refuse',
  isRequired: false,
  align: 'left',
  pad: ' ',
};

export const NEW_LAYOUT: LayoutDraft = {
  name: '',
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  lineEnd: 'crlf',
  dateFormat: 'YYYY-MM-DD',
  hasHeader: true,
  rowsPer: 'claim',
  whenNotEncodable: 'refuse',
  columns: [
    { ...NEW_COLUMN, header: 'Claim', field: 'number', constant: null, isRequired: true },
    { ...NEW_COLUMN, header: 'Serial number', field: 'serialNumber', constant: null, isRequired: true },
  ],
};

/** The file that a draft describes, as the API takes it. */
export function definitionOf({ name: _, ...definition }: LayoutDraft): LayoutDefinition {
  return definition;
}

export function isLayoutChanged(base: LayoutDraft, draft: LayoutDraft): boolean {
  return !isSame(base, draft);
}

export function withColumn(
  columns: readonly LayoutColumn[],
  index: number,
  change: Partial<LayoutColumn>,
): LayoutColumn[] {
  return columns.map((column, at) => (at === index ? { ...column, ...change } : column));
}

/** Moves a column one place to the left or to the right in the file. */
export function movedColumn(columns: readonly LayoutColumn[], index: number, by: 1 | -1): LayoutColumn[] {
  const moved = [...columns];
  const [column] = moved.splice(index, 1);
  if (column) moved.splice(index + by, 0, column);
  return moved;
}
