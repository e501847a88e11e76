import { isEmptyText } from './cells/cell-text.js';
import type { RawRecord, TableWarning } from './table.js';

export interface HeaderGuess {
  headerRow: number;
  confidence: number;
  warnings: TableWarning[];
}

/** A header further down than this was not meant to be found by a machine. */
const SEARCHED_ROWS = 20;
const COMPARED_ROWS = 100;

/**
 * Finds the header: the first row that is nearly as full as the fullest, whose cells read like labels, and do not
 * come again below themselves. What stands above it are title lines.
 *
 * @param records the first rows, cells cleaned, empty rows left out
 */
export function guessHeader(records: RawRecord[]): HeaderGuess {
  const searched = records.slice(0, SEARCHED_ROWS);
  const fullest = Math.max(...searched.map(countFilled));
  const enough = Math.max(Math.min(2, fullest), fullest * 0.6);
  const index = searched.findIndex((record) => countFilled(record) >= enough);
  const candidate = searched[index];
  if (!candidate) return { headerRow: 1, confidence: 0, warnings: [] };
  const below = records.slice(index + 1, index + 1 + COMPARED_ROWS);
  const labels = shareOf(candidate, looksLikeLabel);
  const repeats = repeatedShare(candidate, below);
  if (labels < 0.6 || repeats > 0.15) {
    const detail = `Row ${candidate.rowNo} looks like data, so Rollcall numbered the columns. If this row has the column names, choose it as the header row.`;
    return { headerRow: 0, confidence: 0.6, warnings: [{ code: 'NO_HEADER', detail }] };
  }
  const hasData = below.some((record) => shareOf(record, looksLikeLabel) < labels);
  return {
    headerRow: candidate.rowNo,
    confidence: hasData ? 0.95 : 0.7,
    warnings: index === 0 ? [] : [titleWarning(candidate.rowNo)],
  };
}

function titleWarning(headerRow: number): TableWarning {
  const detail = `Rollcall uses row ${headerRow} as the header row and leaves out the rows above it.`;
  return { code: 'TITLE_LINES', detail };
}

function countFilled(record: RawRecord): number {
  return record.cells.filter((cell) => !isEmptyText(cell)).length;
}

function shareOf(record: RawRecord, test: (cell: string) => boolean): number {
  const filled = record.cells.filter((cell) => !isEmptyText(cell));
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}

/** "Serial #" and "2025-26" are labels, "5CD1234XYZ", "03/12/2016" and "a@b.org" are not. */
function looksLikeLabel(cell: string): boolean {
  if (cell.length > 100 || /^[^\s@]+@[^\s@]+$/.test(cell) || /^https?:/i.test(cell)) return false;
  if (/^#$|^(19|20)\d\d([-–/](\d\d|\d{4}))?$/.test(cell)) return true;
  const digits = cell.match(/\d/g)?.length ?? 0;
  return /\p{L}/u.test(cell) && digits * 2 < cell.length;
}

/** Share of the cells whose text comes again in the same column: labels do not, "Chromebook" and "deployed" do. */
function repeatedShare(candidate: RawRecord, below: RawRecord[]): number {
  const own = candidate.cells.join('\n').toLowerCase();
  // Files that were stuck together repeat the whole header; that says nothing against it.
  const others = below.filter(({ cells }) => cells.join('\n').toLowerCase() !== own);
  let filled = 0;
  let repeated = 0;
  for (const [column, cell] of candidate.cells.entries()) {
    if (cell === '') continue;
    filled += 1;
    if (others.some(({ cells }) => cells[column]?.toLowerCase() === cell.toLowerCase())) repeated += 1;
  }
  return filled === 0 ? 0 : repeated / filled;
}
