import { delimitedRecords } from './text/delimited-records.js';
import type { RawRecord, TableReading, TableSource } from './table.js';
import { MAX_UPLOAD_BYTES } from './limits.js';
import { UploadTooLarge } from './reading.errors.js';
import { sheetRecords } from './workbook/sheet-records.js';

/** Opens an upload as the reading says, whatever its format; leaving the loop closes it. */
export function openRecords(
  source: TableSource,
  reading: Partial<TableReading>,
): AsyncGenerator<RawRecord[]> {
  assertNotTooLarge(source);
  if (reading.format === 'xlsx') return sheetRecords(source, reading.sheet);
  const { encoding = 'utf-8', delimiter = ',', headerRow } = reading;
  return delimitedRecords(source, { encoding, delimiter, headerRow });
}

export function assertNotTooLarge(source: TableSource): void {
  if (source.sizeBytes > MAX_UPLOAD_BYTES) throw new UploadTooLarge(source.sizeBytes);
}
