import type { StreamableFile } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { instantIn, type Letterhead } from '../../common/documents/letterhead.js';
import {
  type ExportedTable,
  type ExportFormat,
  tableFile,
  tableStream,
} from '../../common/documents/table-export.js';
import type { Report, ReportHead } from '../report.js';

export function reportStream({ head, rows }: Report, format: ExportFormat, letterhead: Letterhead): Readable {
  return tableStream(printed(head, letterhead), rows, format);
}

export function reportDownload(
  { head, rows }: Report,
  format: ExportFormat,
  letterhead: Letterhead,
): StreamableFile {
  return tableFile(reportFileName(head), format, printed(head, letterhead), rows);
}

/** Without its ending. */
export function reportFileName({ kind, asOf }: ReportHead): string {
  return `${kind}-${asOf}`;
}

function printed(head: ReportHead, letterhead: Letterhead): ExportedTable {
  return { ...head, letterhead, about: { title: 'About', lines: aboutLines(head, letterhead) } };
}

/** What a table of numbers cannot say of itself. */
export function aboutLines(
  { title, asOf, knownAt, parameters, notes }: ReportHead,
  { district, timeZone }: Letterhead,
): [string, string][] {
  return [
    ['Report', title],
    ['District', district],
    ['As of', asOf],
    ['Known at', instantIn(knownAt, timeZone)],
    ...Object.entries(parameters)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]): [string, string] => [
        `Setting ${name}`,
        Array.isArray(value) ? value.join(', ') : String(value),
      ]),
    ...notes.map((note): [string, string] => ['Note', note]),
  ];
}
