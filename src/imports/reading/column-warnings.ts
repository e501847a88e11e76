import { looksLikeSpreadsheetNumber } from './cells/cells.js';
import type { TableWarning } from './table.js';

/** Headers of columns whose digits are a name, not a quantity. */
const IDENTIFIER = /\b(asset|tag|serial|barcode|imei|meid|code|id|no|number|upc|part)\b|#|№/i;

/** Warnings about whole columns that a spreadsheet has damaged before the file came here. Nothing is mended by guess. */
export function warnOfColumns(headers: string[], rows: string[][]): TableWarning[] {
  const warnings: TableWarning[] = [];
  for (const [index, column] of headers.entries()) {
    if (column === '') continue;
    const values = rows.map((cells) => cells[index] ?? '').filter((value) => value !== '');
    const squashed = values.filter(looksLikeSpreadsheetNumber);
    if (squashed.length > 0) warnings.push(numbersLost(column, squashed));
    else if (IDENTIFIER.test(column) && seemsToHaveLostZeros(values)) warnings.push(zerosLost(column));
  }
  return warnings;
}

function numbersLost(column: string, squashed: string[]): TableWarning {
  const detail = `A spreadsheet turned ${squashed.length} cells, such as "${squashed[0]}", into rounded numbers, and their last digits are lost. Format the column as text where it comes from, and export the file again.`;
  return { code: 'SPREADSHEET_NUMBERS', detail, column };
}

function zerosLost(column: string): TableWarning {
  const detail =
    'Some codes are shorter than the others, and none begins with 0. A spreadsheet may have removed leading zeros. Compare a few codes with the labels.';
  return { code: 'LEADING_ZEROS_LOST', detail, column };
}

/** All digits, most of one length, some shorter, none with a zero in front. */
function seemsToHaveLostZeros(values: string[]): boolean {
  if (values.length < 5 || !values.every((value) => /^[1-9]\d*$/.test(value))) return false;
  const longest = Math.max(...values.map((value) => value.length));
  const full = values.filter((value) => value.length === longest).length;
  return longest >= 5 && full < values.length && full >= values.length / 2;
}
