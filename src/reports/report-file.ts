import { StreamableFile } from '@nestjs/common';
import { PassThrough, type Readable } from 'node:stream';
import { csvStream } from '../common/table-writer.js';
import { writeXlsx } from '../common/xlsx-writer.js';
import type { Report, ReportHead } from './report.js';
import { aboutLines, type ReportPaper } from './report-paper.js';
import { writeReportPdf } from './report-pdf.js';

export const REPORT_FORMATS = ['csv', 'xlsx', 'pdf'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const REPORT_TYPE: Record<ReportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** A report as a file that streams: its first rows leave while the last are still being read. */
export function reportStream({ head, rows }: Report, format: ReportFormat, paper: ReportPaper): Readable {
  if (format === 'csv') return csvStream(head.columns, rows);
  const out = new PassThrough();
  const written =
    format === 'xlsx'
      ? writeXlsx(head.columns, rows, out, { title: 'About', lines: aboutLines(head, paper) })
      : writeReportPdf(head, rows, paper, out);
  // A failure half-way cuts the file off, so that nobody takes half of it for the whole.
  written.catch((error: Error) => out.destroy(error));
  return out;
}

export function reportDownload(report: Report, format: ReportFormat, paper: ReportPaper): StreamableFile {
  return new StreamableFile(reportStream(report, format, paper), {
    type: REPORT_TYPE[format],
    disposition: `attachment; filename="${reportFileName(report.head, format)}"`,
  });
}

export function reportFileName({ kind, asOf }: ReportHead, format: ReportFormat): string {
  return `${kind}-${asOf}.${format}`;
}
