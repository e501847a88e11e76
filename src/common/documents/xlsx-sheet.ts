import type { BatchCursor } from './batch-cursor.js';
import { guardFormula } from './formula-guard.js';
import { decimalOfCents, isoDay, type TableColumn } from './table-writer.js';
import { STYLE, XML_DECLARATION } from './xlsx-parts.js';

/** Excel's limits. A longer text makes it call the whole file damaged, so it is cut. */
const MAX_ROWS = 1_048_576;
const MAX_CELL_CHARS = 32_767;

const DAY_MS = 86_400_000;
/** Day nought of a spreadsheet, for days after February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);

const WIDTH: Record<TableColumn['type'], number> = {
  text: 24,
  integer: 12,
  number: 12,
  cents: 12,
  date: 12,
  instant: 20,
  boolean: 10,
};

/** The XML of one sheet, piece by piece, until its rows or the source end. */
export async function* sheetXml(columns: TableColumn[], cursor: BatchCursor): AsyncGenerator<string> {
  const letters = columns.map((_, index) => columnName(index));
  yield sheetStart(columns, letters);
  let rowNo = 1;
  let isWhole = false;
  try {
    for await (const batch of cursor.take(MAX_ROWS - 1)) {
      let piece = '';
      for (const row of batch) {
        rowNo += 1;
        piece += `<row r="${rowNo}">`;
        for (let i = 0; i < columns.length; i += 1) {
          const value = row[i];
          const type = columns[i]?.type;
          if (type === undefined || value === null || value === undefined) continue;
          piece += CELL[type](`${letters[i]}${rowNo}`, value);
        }
        piece += '</row>';
      }
      yield piece;
    }
    isWhole = true;
  } finally {
    if (!isWhole) await cursor.close();
  }
  yield '</sheetData></worksheet>';
}

function sheetStart(columns: TableColumn[], letters: string[]): string {
  const widths = columns.map(({ type, header }, i) => {
    const width = Math.max(WIDTH[type], header.length + 2);
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`;
  });
  const headers = columns.map(({ header }, i) => textCell(`${letters[i]}1`, header, STYLE.header));
  return (
    `${XML_DECLARATION}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    '<sheetViews><sheetView workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${headers.join('')}</row>`
  );
}

const CELL: Record<TableColumn['type'], (place: string, value: unknown) => string> = {
  text: (place, value) => textCell(place, String(value), STYLE.plain),
  integer: (place, value) => numberCell(place, String(value), STYLE.plain),
  number: (place, value) => numberCell(place, String(value), STYLE.plain),
  cents: (place, value) => numberCell(place, decimalOfCents(value), STYLE.money),
  date: (place, value) => dateCell(place, isoDay(value), STYLE.date),
  instant: (place, value) => dateCell(place, value instanceof Date ? value : String(value), STYLE.instant),
  boolean: (place, value) => `<c r="${place}" t="b"><v>${value === true ? 1 : 0}</v></c>`,
};

/** Excel holds 15 digits: longer numbers go in as text, or it would put noughts for the rest. */
function numberCell(place: string, digits: string, style: number): string {
  if (digits.replace(/\D/g, '').length > 15) return textCell(place, digits, style);
  return `<c r="${place}" s="${style}"><v>${digits}</v></c>`;
}

function dateCell(place: string, value: string | Date, style: number): string {
  const ms = new Date(value).getTime();
  const serial = (ms - EPOCH) / DAY_MS;
  // Dates before March 1900 have no serial number that all programs agree on.
  if (!(serial >= 61)) return textCell(place, String(value), style);
  return `<c r="${place}" s="${style}"><v>${Number.isInteger(serial) ? serial : serial.toFixed(8)}</v></c>`;
}

function textCell(place: string, text: string, style: number): string {
  const shown = escapeXml(guardFormula(text).slice(0, MAX_CELL_CHARS));
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${shown}</t></is></c>`;
}

/** All that XML cannot hold, or would change: control characters, half surrogates, CR, and our own escapes. */
const SPECIAL = /[&<>\ufffe\uffff]|[^\P{Cc}\t\n\u007f-\u009f]|\p{Cs}|_(?=x[0-9a-f]{4}_)/giu;
const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeXml(text: string): string {
  return text.replaceAll(SPECIAL, (char) => ENTITY[char] ?? hexEscape(char));
}

/** ECMA-376 part 1, 22.9.2.19. */
function hexEscape(char: string): string {
  return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}
