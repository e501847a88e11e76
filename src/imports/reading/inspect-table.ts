import { isEmptyText, trimInvisible } from './cells/cell-text.js';
import { warnOfColumns } from './column-warnings.js';
import { createTextDecoder, piecesOf, readStart } from './text/delimited-records.js';
import { guessDelimiter } from './text/delimiter-guess.js';
import { guessEncoding, type EncodingGuess } from './text/encoding.js';
import { guessHeader, type HeaderGuess } from './header-guess.js';
import { nameColumns } from './headers.js';
import { HEAD_ROWS, SAMPLE_ROWS } from './limits.js';
import { assertNotTooLarge, openRecords } from './open-records.js';
import { EmptyTable, HeaderRowNotFound } from './reading.errors.js';
import { sniffContent } from './sniff.js';
import { fitRow, shapeOf } from './table-shape.js';
import type { RawRecord, TableGuess, TableReading, TableRow, TableSource, TableWarning } from './table.js';
import { listSheets } from './workbook/sheet-records.js';

/** Everything about a reading but its header, with how sure each part is. */
interface Layout {
  reading: Omit<TableReading, 'headerRow'>;
  confidence: { encoding: number; delimiter: number };
  warnings: TableWarning[];
  sheets?: string[];
}

/**
 * Guesses how an upload is to be read and shows what comes of it. What the person has `chosen` is taken as it is and
 * the rest is guessed around it; the format alone is always read from the bytes. Throws a refusal if it is no table.
 */
export async function inspectTable(
  source: TableSource,
  chosen: Partial<TableReading> = {},
): Promise<TableGuess> {
  assertNotTooLarge(source);
  const start = await readStart(source);
  if (start.length === 0) throw new EmptyTable();
  const isWorkbook = sniffContent(start) === 'zip';
  const layout = isWorkbook ? await workbookLayout(source, chosen) : await textLayout(source, start, chosen);

  const found = await firstRecords(source, { ...layout.reading, headerRow: chosen.headerRow });
  const records = found.filter(isFilled);
  if (records.length === 0) throw new EmptyTable();
  const header = headerOf(records, chosen.headerRow);
  const { headers, rows, warnings } = tableUnder(records, header.headerRow, isWorkbook);
  return {
    reading: { ...layout.reading, headerRow: header.headerRow },
    headers,
    sample: rows.slice(0, SAMPLE_ROWS).map((row) => row.cells),
    warnings: [...layout.warnings, ...header.warnings, ...warnings, ...warnOfRecords(found)],
    confidence: { ...layout.confidence, headerRow: header.confidence },
    ...(layout.sheets && { sheets: layout.sheets }),
  };
}

async function workbookLayout(source: TableSource, chosen: Partial<TableReading>): Promise<Layout> {
  const { sheet, sheets } = await listSheets(source, chosen.sheet);
  const others = sheets.filter((name) => name !== sheet);
  const detail = `Rollcall reads only the sheet "${sheet}". The workbook also has these sheets: ${others.join(', ')}.`;
  return {
    reading: { format: 'xlsx', encoding: 'utf-8', sheet },
    confidence: { encoding: 1, delimiter: 1 },
    warnings: chosen.sheet === undefined && others.length > 0 ? [{ code: 'MORE_SHEETS', detail }] : [],
    sheets,
  };
}

async function textLayout(
  source: TableSource,
  start: Buffer,
  chosen: Partial<TableReading>,
): Promise<Layout> {
  const encoded: EncodingGuess = chosen.encoding
    ? { encoding: chosen.encoding, confidence: 1, warnings: [] }
    : await guessEncoding(piecesOf(source.open()));
  const text = createTextDecoder(encoded.encoding).write(start);
  const cut = chosen.delimiter ? { delimiter: chosen.delimiter, confidence: 1 } : guessDelimiter(text);
  const format = cut.delimiter === '\t' ? 'tsv' : 'csv';
  return {
    reading: { format, encoding: encoded.encoding, delimiter: cut.delimiter },
    confidence: { encoding: encoded.confidence, delimiter: cut.confidence },
    warnings:
      text.includes('\uFFFD') && encoded.warnings.length === 0 ? [replacementWarning()] : encoded.warnings,
  };
}

function replacementWarning(): TableWarning {
  const detail =
    'Some characters could not be read and show as "\uFFFD". Choose another encoding, or export the file again as UTF-8.';
  return { code: 'DAMAGED_BYTES', detail };
}

/** Rows of nothing but errors or formulas without a result are kept, to warn of them. */
async function firstRecords(source: TableSource, reading: Partial<TableReading>): Promise<RawRecord[]> {
  const found: RawRecord[] = [];
  for await (const records of openRecords(source, reading)) {
    found.push(...records.filter((record) => isFilled(record) || record.errorCells || record.uncalculated));
    if (found.length >= HEAD_ROWS) break;
  }
  return found.slice(0, HEAD_ROWS);
}

function isFilled(record: RawRecord): boolean {
  return record.problem !== undefined || !record.cells.every(isEmptyText);
}

function headerOf(records: RawRecord[], chosen: number | undefined): HeaderGuess {
  if (chosen === undefined) {
    return guessHeader(records.map((record) => ({ ...record, cells: record.cells.map(trimInvisible) })));
  }
  if (chosen > 0 && !records.some((record) => record.rowNo === chosen)) throw new HeaderRowNotFound(chosen);
  return { headerRow: chosen, confidence: 1, warnings: [] };
}

function tableUnder(
  records: RawRecord[],
  headerRow: number,
  isWorkbook: boolean,
): { headers: string[]; rows: TableRow[]; warnings: TableWarning[] } {
  const header = records.find((record) => record.rowNo === headerRow)?.cells;
  const shape = shapeOf(header ?? records[0]?.cells ?? [], isWorkbook);
  const rows = records
    .filter((record) => record.rowNo > headerRow)
    .map((record) => fitRow(record, shape))
    .filter((row) => row !== undefined);
  const good = rows.filter((row) => row.problem === undefined).map((row) => row.cells);
  const { headers, warnings } = nameColumns(header?.map(trimInvisible), shape.width, good);
  warnings.push(...warnOfColumns(headers, good));
  if (rows.length === 0)
    warnings.push({ code: 'NO_ROWS', detail: 'The file has a header row, but no rows below it.' });
  return { headers, rows, warnings };
}

/** What was found row by row, summed up for the person before the import. */
function warnOfRecords(records: RawRecord[]): TableWarning[] {
  const warnings: TableWarning[] = [];
  const refused = records.filter((record) => record.problem !== undefined);
  const first = refused[0];
  if (first) {
    const detail = `Rollcall cannot read ${refused.length} of the first ${records.length} rows. Row ${first.rowNo}: ${first.problem?.detail}`;
    warnings.push({ code: 'BAD_ROWS', detail });
  }
  const errors = records.reduce((sum, record) => sum + (record.errorCells ?? 0), 0);
  if (errors > 0) {
    warnings.push({
      code: 'ERROR_CELLS',
      detail: `${errors} cells show an error such as #N/A. Rollcall reads them as blank.`,
    });
  }
  const uncalculated = records.reduce((sum, record) => sum + (record.uncalculated ?? 0), 0);
  if (uncalculated > 0) {
    const detail = `${uncalculated} formulas were saved without a result, so Rollcall reads them as blank. Open the file in a spreadsheet program, save it, and upload it again.`;
    warnings.push({ code: 'FORMULA_WITHOUT_RESULT', detail });
  }
  return warnings;
}
