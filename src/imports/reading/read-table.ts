import { isEmptyText } from './cells/cell-text.js';
import { BATCH_ROWS } from './limits.js';
import { openRecords } from './open-records.js';
import { HeaderRowNotFound } from './reading.errors.js';
import { fitRow, shapeOf, type TableShape } from './table-shape.js';
import { nextTurn, type RawRecord, type TableReading, type TableRow, type TableSource } from './table.js';

/**
 * Streams the rows of a table in batches of about 1,000, cells cleaned, empty rows left out; a row that cannot be
 * used comes with its problem. Memory does not grow with the file. Throws a refusal only where the file as a whole
 * cannot be read on. Cells line up with the headers that `inspectTable` gives for the same reading.
 */
export async function* readTable(source: TableSource, reading: TableReading): AsyncGenerator<TableRow[]> {
  let shape: TableShape | undefined;
  for await (const records of openRecords(source, reading)) {
    let rows: TableRow[] = [];
    for (const record of records) {
      if (shape === undefined) {
        shape = shapeFrom(record, reading);
        if (reading.headerRow > 0) continue;
      }
      const row = shape && fitRow(record, shape);
      if (row) rows.push(row);
      // Only files of very short rows come in batches that have to be cut.
      if (rows.length === 2 * BATCH_ROWS) {
        yield rows;
        rows = [];
        await nextTurn();
      }
    }
    if (rows.length > 0) yield rows;
  }
  if (shape === undefined && reading.headerRow > 0) throw new HeaderRowNotFound(reading.headerRow);
}

/** The header decides; without one, the first row that is not empty. Undefined until that row has come. */
function shapeFrom(record: RawRecord, reading: TableReading): TableShape | undefined {
  if (record.rowNo < reading.headerRow) return undefined;
  const isEmpty = record.cells.every(isEmptyText);
  if (reading.headerRow > 0 && (isEmpty || record.rowNo > reading.headerRow)) {
    throw new HeaderRowNotFound(reading.headerRow);
  }
  return isEmpty ? undefined : shapeOf(record.cells, reading.format === 'xlsx');
}
