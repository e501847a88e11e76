import { StreamableFile } from '@nestjs/common';
import { PassThrough, type Readable } from 'node:stream';
import { type PrintedTable, writePdf } from './pdf-table.js';
import { csvStream, type TableBatches } from './table-writer.js';
import { type AboutSheet, writeXlsx } from './xlsx-writer.js';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_TYPE: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** A table for any of the formats; what a workbook says of itself besides stands on a sheet of its own. */
export interface ExportedTable extends PrintedTable {
  about?: AboutSheet;
}

/** A table as a file that streams: its first rows leave while the last are still in the database. */
export function tableStream(table: ExportedTable, rows: TableBatches, format: ExportFormat): Readable {
  if (format === 'csv') return csvStream(table.columns, rows);
  const out = new PassThrough();
  const written =
    format === 'xlsx' ? writeXlsx(table.columns, rows, out, table.about) : writePdf(table, rows, out);
  // A failure half-way cuts the file off, so that nobody takes half of it for the whole.
  written.catch((error: Error) => out.destroy(error));
  return out;
}

/** The same as a download called `name` with the format's ending. */
export function tableFile(
  name: string,
  format: ExportFormat,
  table: ExportedTable,
  rows: TableBatches,
): StreamableFile {
  return new StreamableFile(tableStream(table, rows, format), {
    type: EXPORT_TYPE[format],
    disposition: `attachment; filename="${name}.${format}"`,
  });
}
