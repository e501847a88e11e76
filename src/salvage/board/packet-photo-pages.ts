import { bottomOf, MARGIN, type Press } from '../../common/documents/pdf-table.js';
import { printable } from './printable-photo.js';

/** An item, and the ids of its photos. */
export interface PhotographedItem {
  heading: string;
  fileIds: string[];
}

interface PhotoPages {
  title: string;
  notes: readonly string[];
  items: readonly PhotographedItem[];
  /** The bytes of a photo. Null if it is not there any more. */
  read: (fileId: string) => Promise<Buffer | null>;
}

/** Points. Three photos stand side by side. */
const PHOTO = { width: 232, height: 174 } as const;
const ACROSS = 3;
const GAP = 12;
const HEADING = 16;
const NOT_PRINTED =
  'This photo is damaged or too large, so it cannot be printed. It is on the page of the assessment.';

/** Draws photos of items on pages of their own, one photo after the other, so that few of them are in memory. */
export async function drawPhotoPages(press: Press, { title, notes, items, read }: PhotoPages): Promise<void> {
  const { file, doc, turn } = press;
  turn();
  doc.font('Bold').fontSize(13).fillColor('black').text(title, MARGIN, MARGIN);
  doc.font('Text').fontSize(8).moveDown(0.4);
  for (const note of notes) {
    await file.rest();
    doc.text(note, MARGIN);
  }
  doc.moveDown(0.6);
  for (const { heading, fileIds } of items) {
    drawHeading(press, heading);
    for (const [i, fileId] of fileIds.entries()) {
      const column = i % ACROSS;
      if (column === 0 && i > 0) beginRow(press, heading);
      const place = { x: MARGIN + column * (PHOTO.width + GAP), y: doc.y };
      await file.rest();
      const bytes = await read(fileId);
      drawPhoto(press, bytes && (await printable(bytes)), place);
      doc.x = MARGIN;
      doc.y = place.y;
    }
    doc.y += PHOTO.height + GAP;
  }
}

function drawHeading({ doc, turn }: Press, heading: string): void {
  if (doc.y + HEADING + PHOTO.height > bottomOf(doc)) turn();
  const { y } = doc;
  const width = doc.page.width - 2 * MARGIN;
  doc.font('Bold').fontSize(9).fillColor('black');
  doc.text(heading, MARGIN, y, { width, height: HEADING, lineBreak: false, ellipsis: true });
  doc.y = y + HEADING;
}

/** Goes below the photos of the row before, on a new page if there is no room. */
function beginRow(press: Press, heading: string): void {
  const { doc, turn } = press;
  doc.y += PHOTO.height + GAP;
  if (doc.y + PHOTO.height <= bottomOf(doc)) return;
  turn();
  drawHeading(press, `${heading} (continued)`);
}

function drawPhoto({ doc }: Press, photo: Buffer | null, { x, y }: { x: number; y: number }): void {
  if (photo) {
    doc.image(photo, x, y, { fit: [PHOTO.width, PHOTO.height], align: 'center', valign: 'center' });
    return;
  }
  doc.lineWidth(0.6).strokeColor('#6b6b6b').rect(x, y, PHOTO.width, PHOTO.height).stroke();
  doc.font('Text').fontSize(8).fillColor('black');
  doc.text(NOT_PRINTED, x + GAP, y + PHOTO.height / 2 - GAP, {
    width: PHOTO.width - 2 * GAP,
    align: 'center',
  });
}
