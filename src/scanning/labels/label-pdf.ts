import type { Writable } from 'node:stream';
import { PdfFile } from '../../common/documents/pdf-file.js';
import type { Box, FittedLabel } from './label-fit.js';
import { type LabelLayout, placeOf } from './label-layouts.js';
import { type Qr, qrCode } from './symbols.js';

const POINTS_PER_MM = 72 / 25.4;
/** A font's size and the height of its line. */
const SIZE_OF_LINE = 0.82;

/** Millimeters above the first label, and points. */
const NOTE_ROOM = 10;
const NOTE_SIZE = 6;

type Doc = PDFKit.PDFDocument;

export interface SheetOptions {
  /** Number of labels already used on the first sheet. */
  skip: number;
  /** How far this printer is off, in millimetres: right and down. */
  offsetX: number;
  offsetY: number;
  /** Draws the edges of the labels, to see on plain paper whether they meet. */
  outlines: boolean;
}

/**
 * Labels as a PDF whose symbols are shapes, sharp at any resolution. Ends `out`. Works in slices, waits for a slow
 * reader, and stops when the reader goes away.
 */
export async function writeLabels(
  layout: LabelLayout,
  labels: Iterable<FittedLabel>,
  { skip, offsetX, offsetY, outlines }: SheetOptions,
  out: Writable,
): Promise<void> {
  const { width, height } = layout.page;
  const size: [number, number] = [width * POINTS_PER_MM, height * POINTS_PER_MM];
  const file = await PdfFile.open({ size, margin: 0, autoFirstPage: false, info: { Title: 'Labels' } }, out);
  const { doc } = file;
  let index = skip;
  for (const label of labels) {
    await file.rest();
    const { x, y, startsPage } = placeOf(layout, index);
    if (startsPage || index === skip) {
      drawNote(file, layout);
      doc.addPage();
    }
    const at = (box: Box): Box => ({ ...box, x: box.x + x + offsetX, y: box.y + y + offsetY });
    drawLabel(doc, label, at);
    if (outlines) outline(doc, at({ x: 0, y: 0, ...layout.label }));
    index += 1;
  }
  if (index === skip) doc.addPage();
  drawNote(file, layout);
  await file.end();
}

/** In the margin above the labels of a page that is full. The page of a label printer has no room but for its label. */
function drawNote({ doc, note }: PdfFile, { left, top }: LabelLayout): void {
  if (note === null || top < NOTE_ROOM) return;
  const { x, y } = inPoints({ x: left, y: NOTE_ROOM / 2, width: 0, height: 0 });
  doc.font('Text').fontSize(NOTE_SIZE).fillColor('black').text(note, x, y, { lineBreak: false });
}

function drawLabel(doc: Doc, { qr, bars, texts }: FittedLabel, at: (box: Box) => Box): void {
  doc.fillColor('black');
  if (qr) {
    const { x, y, width } = inPoints(at(qr.box));
    const symbol = qrCode(qr.content);
    const module = width / symbol.size;
    for (let row = 0; row < symbol.size; row += 1) {
      for (const [from, to] of darkRuns(symbol, row))
        doc.rect(x + from * module, y + row * module, (to - from) * module, module);
    }
    doc.fill();
  }
  if (bars) {
    const { x, y, width, height } = inPoints(at(bars.box));
    const module = width / bars.symbol.modules;
    let left = x;
    for (const [i, modules] of bars.symbol.widths.entries()) {
      if (i % 2 === 0) doc.rect(left, y, modules * module, height);
      left += modules * module;
    }
    doc.fill();
  }
  for (const { text, box, isCode } of texts) drawText(doc, text, inPoints(at(box)), isCode);
}

/** Runs of dark squares: one shape has no seams in it. */
function* darkRuns({ size, isDark }: Qr, row: number): Generator<[from: number, to: number]> {
  for (let column = 0; column < size; column += 1) {
    const from = column;
    while (column < size && isDark(row, column)) column += 1;
    if (column > from) yield [from, column];
  }
}

/** One line, smaller where it must be, cut where it still is too long. */
function drawText(doc: Doc, text: string, { x, y, width, height }: Box, isCode: boolean): void {
  doc.font(isCode ? 'Bold' : 'Text');
  let size = height * SIZE_OF_LINE;
  const natural = doc.fontSize(size).widthOfString(text);
  if (natural > width) size *= Math.max(width / natural, isCode ? 0.4 : 0.7);
  doc.fontSize(size).text(text, x, y + (height - size) / 2, {
    width,
    height: size,
    align: 'center',
    lineBreak: false,
    ellipsis: !isCode,
  });
}

function outline(doc: Doc, box: Box): void {
  const { x, y, width, height } = inPoints(box);
  doc.lineWidth(0.4).strokeColor('#999999').rect(x, y, width, height).stroke();
}

function inPoints({ x, y, width, height }: Box): Box {
  const points = (mm: number): number => mm * POINTS_PER_MM;
  return { x: points(x), y: points(y), width: points(width), height: points(height) };
}
