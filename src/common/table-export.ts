import { StreamableFile } from '@nestjs/common';
import { PassThrough } from 'node:stream';
import { csvStream, type TableBatches, type TableColumn } from './table-writer.js';
import { writeXlsx } from './xlsx-writer.js';

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const TYPE: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A table as a download that streams: its first rows leave while the last are still in the database. */
export function tableFile(
  name: string,
  format: ExportFormat,
  columns: TableColumn[],
  rows: TableBatches,
): StreamableFile {
  const options = { type: TYPE[format], disposition: `attachment; filename="${name}.${format}"` };
  if (format === 'csv') return new StreamableFile(csvStream(columns, rows), options);
  const out = new PassThrough();
  // A failure half-way cuts the download off, so that nobody takes half a register for the whole.
  writeXlsx(columns, rows, out).catch((error: Error) => out.destroy(error));
  return new StreamableFile(out, options);
}
