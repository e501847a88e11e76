import type { Writable } from 'node:stream';
import { instantIn, type Letterhead, minuteIn } from './letterhead.js';
import { type Chart, drawChart, shortened } from './pdf-chart.js';
import { PdfFile } from './pdf-file.js';
import { drawSignature, type PrintedSignature, SIGNATURE_HEIGHT } from './pdf-signature.js';
import { decimalOfCents, isoDay, type TableBatches, type TableColumn } from './table-writer.js';

/** US Letter on its side, in points. */
const PAGE = { size: 'LETTER', layout: 'landscape' } as const;
export const MARGIN = 36;
const FOOT = 20;
const ROW = 13;
const TEXT = 7.5;
const CHART_HEIGHT = 220;
/** As `toLocaleString` writes them, which makes a new format for each number. */
const NUMBER = new Intl.NumberFormat('en-US');
const NUMBERS = new Set<TableColumn['type']>(['integer', 'number', 'cents']);

type Doc = PDFKit.PDFDocument;

/** All of a printed table but its rows. */
export interface PrintedTable {
  title: string;
  /** Calendar date that the numbers stand for; a list of what is there now has none. */
  asOf?: string;
  knownAt: Date;
  notes: readonly string[];
  chart?: Chart | null;
  columns: TableColumn[];
  letterhead: Letterhead;
  /** Below the last row. */
  signature?: PrintedSignature;
  /** Draws what follows the table, on pages of its own. */
  appendix?: ((press: Press) => Promise<void>) | undefined;
}

interface PrintedColumn extends TableColumn {
  /** Where its cell stands in a row. */
  index: number;
  /** Points. */
  width: number;
}

/** A page under way, and how the next one is begun. */
export interface Press {
  file: PdfFile;
  doc: Doc;
  timeZone: string;
  turn: () => void;
}

/** Title, notes, chart and table, page by page, as the rows come. Ends `out`. */
export async function writePdf(table: PrintedTable, rows: TableBatches, out: Writable): Promise<void> {
  const { title, chart, letterhead } = table;
  const file = await PdfFile.open(
    { ...PAGE, margin: MARGIN, autoFirstPage: false, info: { Title: title, Author: letterhead.district } },
    out,
  );
  const { doc } = file;
  let page = 0;
  const turn = (): void => {
    doc.addPage();
    page += 1;
    drawFoot(doc, table, page);
  };
  const press: Press = { file, doc, timeZone: letterhead.timeZone, turn };
  turn();
  await drawTitle(press, table);
  await file.rest();
  if (chart) {
    if (doc.y + CHART_HEIGHT > bottomOf(doc)) turn();
    const y = doc.y + 6;
    drawChart(doc, chart, { x: MARGIN, y, width: doc.page.width - 2 * MARGIN, height: CHART_HEIGHT });
    doc.x = MARGIN;
    doc.y = y + CHART_HEIGHT + 10;
  }
  const count = await drawTable(press, table.columns, rows);
  const end = count === 1 ? '1 row.' : `${NUMBER.format(count)} rows.`;
  if (doc.y + 2 * ROW > bottomOf(doc)) turn();
  doc.font('Text').fontSize(TEXT);
  doc.text(file.note ? `${end} ${file.note}` : end, MARGIN, doc.y + 4);
  if (table.signature) {
    if (doc.y + SIGNATURE_HEIGHT > bottomOf(doc)) turn();
    drawSignature(file, table.signature, letterhead.timeZone);
  }
  await table.appendix?.(press);
  await file.end();
}

async function drawTitle(
  { file, doc, timeZone, turn }: Press,
  { title, asOf, knownAt, notes, columns, letterhead }: PrintedTable,
): Promise<void> {
  doc.font('Bold').fontSize(15).fillColor('black').text(title, MARGIN, MARGIN);
  doc.font('Text').fontSize(9);
  const known = instantIn(knownAt, timeZone);
  const when = asOf === undefined ? `Known at ${known}` : `As of ${asOf}; known at ${known}`;
  const clocks = columns.some(({ type }) => type === 'instant') ? ` Times are those of ${timeZone}.` : '';
  doc.text(`${letterhead.district}. ${when}.${clocks}`);
  doc.moveDown(0.4).fontSize(TEXT);
  for (const note of notes) {
    await file.rest();
    if (doc.y + 2 * ROW > bottomOf(doc)) {
      turn();
      doc.font('Text').fontSize(TEXT);
    }
    doc.text(note, MARGIN);
  }
  doc.moveDown(0.6);
}

function drawFoot(doc: Doc, { title, knownAt, letterhead }: PrintedTable, page: number): void {
  const { bottom } = doc.page.margins;
  // The foot stands in the margin, where a text would else begin another page.
  doc.page.margins.bottom = 0;
  const y = doc.page.height - MARGIN + 4;
  const width = doc.page.width - 2 * MARGIN;
  const known = `${title}; known at ${instantIn(knownAt, letterhead.timeZone)}`;
  doc.font('Text').fontSize(7).fillColor('black');
  doc.text(shortened(doc, known, width - 80), MARGIN, y, { lineBreak: false });
  doc.text(`Page ${page}`, MARGIN, y, { width, align: 'right', lineBreak: false });
  doc.page.margins.bottom = bottom;
  doc.x = MARGIN;
  doc.y = MARGIN;
}

async function drawTable(press: Press, columns: TableColumn[], rows: TableBatches): Promise<number> {
  const { doc, turn } = press;
  let printed: PrintedColumn[] | undefined;
  let count = 0;
  for await (const batch of rows) {
    printed ??= await begun(press, columns, batch);
    for (const row of batch) {
      if (doc.y + ROW > bottomOf(doc)) {
        turn();
        await drawHeader(press, printed);
      }
      await drawRow(press, printed, row, count % 2 === 1);
      count += 1;
    }
  }
  printed ??= await begun(press, columns, []);
  return count;
}

async function begun(press: Press, columns: TableColumn[], sample: unknown[][]): Promise<PrintedColumn[]> {
  const { doc, turn } = press;
  const printed = await columnsOnPaper(press, columns, sample);
  if (doc.y + 3 * ROW > bottomOf(doc)) turn();
  await drawHeader(press, printed);
  return printed;
}

async function drawHeader({ file, doc }: Press, columns: PrintedColumn[]): Promise<void> {
  doc.font('Bold').fontSize(TEXT).fillColor('black');
  let lines = 0;
  for (const { header, width } of columns) {
    await file.rest();
    lines = Math.max(lines, doc.heightOfString(header, { width: width - 6 }));
  }
  const height = Math.min(lines, 3 * ROW) + 4;
  const { y } = doc;
  let x = MARGIN;
  for (const { header, type, width } of columns) {
    await file.rest();
    doc.text(header, x + 3, y + 2, {
      width: width - 6,
      height,
      align: NUMBERS.has(type) ? 'right' : 'left',
      ellipsis: true,
    });
    x += width;
  }
  doc
    .lineWidth(0.8)
    .strokeColor('black')
    .moveTo(MARGIN, y + height)
    .lineTo(x, y + height)
    .stroke();
  doc.x = MARGIN;
  doc.y = y + height + 1;
  doc.font('Text').fontSize(TEXT);
}

async function drawRow(
  { file, doc, timeZone }: Press,
  columns: PrintedColumn[],
  row: readonly unknown[],
  isShaded: boolean,
): Promise<void> {
  const { y } = doc;
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  if (isShaded) doc.rect(MARGIN, y, all, ROW).fill('#f2f2f2').fillColor('black');
  let x = MARGIN;
  for (const { type, index, width } of columns) {
    await file.rest();
    const text = cellText(type, row[index], timeZone);
    if (text !== '')
      doc.text(shortened(doc, text, width - 6), x + 3, y + 2.5, {
        width: width - 5,
        align: NUMBERS.has(type) ? 'right' : 'left',
        lineBreak: false,
      });
    x += width;
  }
  doc.x = MARGIN;
  doc.y = y + ROW;
}

/** Rows that the widths of the columns are measured by. */
const SAMPLE = 200;

/** Columns that share the page by what the first rows need. */
async function columnsOnPaper(
  { file, doc, timeZone }: Press,
  columns: TableColumn[],
  sample: readonly unknown[][],
): Promise<PrintedColumn[]> {
  doc.font('Text').fontSize(TEXT);
  const room = doc.page.width - 2 * MARGIN;
  const printed: PrintedColumn[] = [];
  for (const [index, column] of columns.entries()) {
    if (column.isOffPaper) continue;
    const { header, type, isLong } = column;
    const longestWord = Math.max(...header.split(/\s+/).map((word) => doc.widthOfString(word) * 1.15));
    let widest = Math.max(longestWord, 18);
    for (const row of sample.slice(0, SAMPLE)) {
      await file.rest();
      widest = Math.max(widest, doc.widthOfString(cellText(type, row[index], timeZone)));
    }
    printed.push({ ...column, index, width: isLong ? widest + 8 : Math.min(widest + 8, 170) });
  }
  const shares = fairShares(
    printed.map(({ width }) => width),
    room,
  );
  return printed.map((column, i) => ({ ...column, width: shares[i] ?? 0 }));
}

/** Who needs little gets it all, so that tags and dates stay whole; the others share what is left of the room. */
function fairShares(needs: readonly number[], room: number): number[] {
  const shares = needs.map(() => 0);
  let left = room;
  const modestFirst = [...needs.keys()].toSorted((a, b) => (needs[a] ?? 0) - (needs[b] ?? 0));
  for (const [done, i] of modestFirst.entries()) {
    const share = Math.min(needs[i] ?? 0, left / (needs.length - done));
    shares[i] = share;
    left -= share;
  }
  return shares;
}

function cellText(type: TableColumn['type'], value: unknown, timeZone: string): string {
  if (value === null || value === undefined) return '';
  if (type === 'integer' || type === 'number') return NUMBER.format(Number(value));
  if (type === 'cents') return decimalOfCents(value).replace(/\B(?=(\d{3})+(?=\.))/g, ',');
  if (type === 'date') return isoDay(value);
  if (type === 'instant') return minuteIn(new Date(value as string | Date), timeZone);
  if (type === 'boolean') return value === true ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Where the last line of a page ends, in points. */
export const bottomOf = (doc: Doc): number => doc.page.height - MARGIN - FOOT + 14;
