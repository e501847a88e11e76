import { PassThrough, type Readable, type Writable } from 'node:stream';
import { dollars } from '../../common/dollars.js';
import { instantIn, type Letterhead } from '../../common/documents/letterhead.js';
import { PdfFile } from '../../common/documents/pdf-file.js';
import type { Payer } from '../entities/support-purchase.entities.js';
import type { PurchaseDetail } from './purchases.queries.js';

/** Points, on US Letter. */
const MARGIN = 54;
const LABEL_WIDTH = 150;
const SIGNATURE_WIDTH = 300;

const PAYER_WORDS: Record<Payer, string> = {
  site: 'The site’s own budget',
  categorical: 'A categorical fund',
  gift: 'A gift',
};

/** A request for help as a form to print, sign and file. */
export function purchaseForm(purchase: PurchaseDetail, letterhead: Letterhead): Readable {
  const out = new PassThrough();
  // A failure half-way cuts the file off, so that nobody takes half of it for the whole.
  writeForm(purchase, letterhead, out).catch((error: Error) => out.destroy(error));
  return out;
}

async function writeForm(purchase: PurchaseDetail, letterhead: Letterhead, out: Writable): Promise<void> {
  const info = { Title: 'IT support request', Author: letterhead.district };
  const file = await PdfFile.open({ size: 'LETTER', margin: MARGIN, info }, out);
  const { doc } = file;
  doc.font('Bold').fontSize(16).text('IT support request');
  doc.font('Text').fontSize(10).text(`${letterhead.district}, school year ${purchase.schoolYear}`).moveDown();
  for (const [label, text] of linesOf(purchase)) {
    await file.rest();
    line(doc, label, text);
  }
  doc.moveDown().font('Bold').fontSize(11).text('History').moveDown(0.3);
  for (const { state, takenAt, takenByName, note } of purchase.steps) {
    await file.rest();
    const when = instantIn(takenAt, letterhead.timeZone);
    line(doc, state, `${when}, ${takenByName ?? 'Rollcall'}${note ? `: ${note}` : ''}`);
  }
  doc.moveDown(2);
  for (const who of ['Site administrator', 'Information Technology Services', 'Budget Services'])
    signature(doc, who);
  doc.fontSize(8).text(`Request ${purchase.id}, version ${purchase.version}`, MARGIN);
  if (file.note) doc.moveDown().text(file.note);
  await file.end();
}

function linesOf(purchase: PurchaseDetail): [label: string, text: string][] {
  const { payer, payerName, accountString, note } = purchase;
  return [
    ['Site or office', `${purchase.siteName} (${purchase.site})`],
    ['Support', `${purchase.amount} ${purchase.unit} a week`],
    ['Option', `${purchase.optionName}: ${purchase.startsOn} through ${purchase.endsOn}`],
    ['Price', `${dollars(purchase.priceCents)} (${purchase.model}, version ${purchase.modelVersion})`],
    ['Paid by', payerName ? `${PAYER_WORDS[payer]}: ${payerName}` : PAYER_WORDS[payer]],
    ['Account', accountString ?? '________________________________'],
    ['State', purchase.state],
    ...(note ? [['Note', note] as [string, string]] : []),
  ];
}

function line(doc: PDFKit.PDFDocument, label: string, text: string): void {
  const { y } = doc;
  doc.font('Bold').fontSize(10).text(label, MARGIN, y, { width: LABEL_WIDTH });
  const after = doc.y;
  const width = doc.page.width - 2 * MARGIN - LABEL_WIDTH;
  doc.font('Text').text(text, MARGIN + LABEL_WIDTH, y, { width });
  doc.x = MARGIN;
  doc.y = Math.max(after, doc.y) + 4;
}

function signature(doc: PDFKit.PDFDocument, who: string): void {
  const y = doc.y + 16;
  doc
    .moveTo(MARGIN, y)
    .lineTo(MARGIN + SIGNATURE_WIDTH, y)
    .moveTo(MARGIN + SIGNATURE_WIDTH + 24, y)
    .lineTo(doc.page.width - MARGIN, y)
    .lineWidth(0.5)
    .stroke();
  doc
    .font('Text')
    .fontSize(8)
    .text(who, MARGIN, y + 3);
  doc.text('Date', MARGIN + SIGNATURE_WIDTH + 24, y + 3);
  doc.x = MARGIN;
  doc.y = y + 30;
}
