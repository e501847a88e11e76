import { createRequire } from 'node:module';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import Pdf from 'pdfkit';
import { decimalOfCents, isoDay, type TableBatches } from '../common/table-writer.js';
import type { ReportColumn, ReportHead } from './report.js';
import { drawChart, shortened } from './report-chart.js';
import { instantIn, type ReportPaper } from './report-paper.js';

const require = createRequire(import.meta.url);
/** With the letters of every name in a register; the fonts that a PDF reader brings have those of Western Europe. */
const FONT = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const BOLD = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

/** US Letter on its side, in points. */
const PAGE = { size: 'LETTER', layout: 'landscape' } as const;
const MARGIN = 36;
const FOOT = 20;
const ROW = 13;
const TEXT = 7.5;
const CHART_HEIGHT = 220;
const NUMBERS = new Set<ReportColumn['type']>(['integer', 'number', 'cents']);

type Doc = PDFKit.PDFDocument;

interface Layout {
  columns: readonly ReportColumn[];
  widths: number[];
}

/** Title, notes, chart and table, page by page, as the rows come. Ends `out`. */
export async function writeReportPdf(
  head: ReportHead,
  rows: TableBatches,
  paper: ReportPaper,
  out: Writable,
): Promise<void> {
  const doc = new Pdf({
    ...PAGE,
    margin: MARGIN,
    autoFirstPage: false,
    info: { Title: head.title, Author: paper.district, Creator: 'Rollcall' },
    lang: 'en-US',
    displayTitle: true,
  });
  doc.registerFont('Report', FONT).registerFont('Bold', BOLD);
  const written = finished(doc.pipe(out));
  // Whoever reads may have gone away; nobody else looks at it before the end.
  written.catch(() => undefined);
  let page = 0;
  const turn = (): void => {
    doc.addPage();
    page += 1;
    drawFoot(doc, head, paper, page);
  };
  turn();
  drawTitle(doc, head, paper, turn);
  if (head.chart) {
    if (doc.y + CHART_HEIGHT > bottomOf(doc)) turn();
    const y = doc.y + 6;
    drawChart(doc, head.chart, { x: MARGIN, y, width: doc.page.width - 2 * MARGIN, height: CHART_HEIGHT });
    doc.x = MARGIN;
    doc.y = y + CHART_HEIGHT + 10;
  }
  const count = await drawTable(doc, head, rows, turn, out);
  if (doc.y + ROW > bottomOf(doc)) turn();
  doc
    .font('Report')
    .fontSize(TEXT)
    .text(`${count.toLocaleString('en-US')} rows.`, MARGIN, doc.y + 4, { lineBreak: false });
  doc.end();
  await written;
}

function drawTitle(doc: Doc, head: ReportHead, { district, timeZone }: ReportPaper, turn: () => void): void {
  doc.font('Bold').fontSize(15).fillColor('black').text(head.title, MARGIN, MARGIN);
  doc.font('Report').fontSize(9);
  doc.text(`${district}. As of ${head.asOf}; known at ${instantIn(head.knownAt, timeZone)}.`);
  doc.moveDown(0.4).fontSize(TEXT);
  for (const note of head.notes) {
    if (doc.y + 2 * ROW > bottomOf(doc)) {
      turn();
      doc.font('Report').fontSize(TEXT);
    }
    doc.text(note, MARGIN);
  }
  doc.moveDown(0.6);
}

function drawFoot(doc: Doc, { title, knownAt }: ReportHead, { timeZone }: ReportPaper, page: number): void {
  const { bottom } = doc.page.margins;
  // The foot stands in the margin, where a text would else begin another page.
  doc.page.margins.bottom = 0;
  const y = doc.page.height - MARGIN + 4;
  const width = doc.page.width - 2 * MARGIN;
  doc.font('Report').fontSize(7).fillColor('black');
  doc.text(shortened(doc, `${title}; known at ${instantIn(knownAt, timeZone)}`, width - 80), MARGIN, y, {
    lineBreak: false,
  });
  doc.text(`Page ${page}`, MARGIN, y, { width, align: 'right', lineBreak: false });
  doc.page.margins.bottom = bottom;
  doc.x = MARGIN;
  doc.y = MARGIN;
}

async function drawTable(
  doc: Doc,
  { columns }: ReportHead,
  rows: TableBatches,
  turn: () => void,
  out: Writable,
): Promise<number> {
  let layout: Layout | undefined;
  let count = 0;
  for await (const batch of rows) {
    layout ??= begun(doc, { columns, widths: widthsOf(doc, columns, batch) }, turn);
    for (const row of batch) {
      if (doc.y + ROW > bottomOf(doc)) {
        // Others are served between two pages.
        await setImmediate();
        turn();
        drawHeader(doc, layout);
      }
      drawRow(doc, layout, row, count % 2 === 1);
      count += 1;
    }
    // Pages that nobody has read yet wait here and not in memory.
    if (out.writableNeedDrain) await drainedOrGone(out);
    if (out.destroyed) break;
  }
  layout ??= begun(doc, { columns, widths: widthsOf(doc, columns, []) }, turn);
  return count;
}

/** A reader that goes away drains nothing any more. */
async function drainedOrGone(out: Writable): Promise<void> {
  if (out.destroyed) return;
  const over = new AbortController();
  const { signal } = over;
  await Promise.race([once(out, 'drain', { signal }), once(out, 'close', { signal })]);
  over.abort();
}

function begun(doc: Doc, layout: Layout, turn: () => void): Layout {
  if (doc.y + 3 * ROW > bottomOf(doc)) turn();
  drawHeader(doc, layout);
  return layout;
}

function drawHeader(doc: Doc, { columns, widths }: Layout): void {
  doc.font('Bold').fontSize(TEXT).fillColor('black');
  const lines = columns.map(({ header }, i) => doc.heightOfString(header, { width: (widths[i] ?? 0) - 6 }));
  const height = Math.min(Math.max(...lines), 3 * ROW) + 4;
  const { y } = doc;
  let x = MARGIN;
  for (const [i, { header, type }] of columns.entries()) {
    const width = widths[i] ?? 0;
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
  doc.font('Report').fontSize(TEXT);
}

function drawRow(doc: Doc, { columns, widths }: Layout, row: readonly unknown[], isShaded: boolean): void {
  const { y } = doc;
  const all = widths.reduce((sum, width) => sum + width, 0);
  if (isShaded) doc.rect(MARGIN, y, all, ROW).fill('#f2f2f2').fillColor('black');
  let x = MARGIN;
  for (const [i, { type }] of columns.entries()) {
    const width = widths[i] ?? 0;
    const text = cellText(type, row[i]);
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

/** Widths that share the page by what the first rows need, none so narrow that nothing of it is read. */
function widthsOf(doc: Doc, columns: readonly ReportColumn[], sample: readonly unknown[][]): number[] {
  doc.font('Report').fontSize(TEXT);
  const room = doc.page.width - 2 * MARGIN;
  const needed = columns.map(({ header, type }, i) => {
    const longestWord = Math.max(...header.split(/\s+/).map((word) => doc.widthOfString(word) * 1.15));
    const cells = sample.slice(0, 200).map((row) => doc.widthOfString(cellText(type, row[i])));
    return Math.min(Math.max(longestWord, ...cells, 18) + 8, 170);
  });
  const sum = needed.reduce((total, width) => total + width, 0);
  return sum <= room ? needed : needed.map((width) => (width * room) / sum);
}

function cellText(type: ReportColumn['type'], value: unknown): string {
  if (value === null || value === undefined) return '';
  if (type === 'integer' || type === 'number') return Number(value).toLocaleString('en-US');
  if (type === 'cents') return decimalOfCents(value).replace(/\B(?=(\d{3})+(?=\.))/g, ',');
  if (type === 'date') return isoDay(value);
  if (type === 'instant')
    return new Date(value as string | Date).toISOString().slice(0, 16).replace('T', ' ');
  if (type === 'boolean') return value === true ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const bottomOf = (doc: Doc): number => doc.page.height - MARGIN - FOOT + 14;
