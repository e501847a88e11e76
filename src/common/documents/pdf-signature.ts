import { instantIn } from './letterhead.js';
import type { PdfFile } from './pdf-file.js';

/** A signature below a printed table. */
export interface PrintedSignature {
  /** The name as the person wrote it. Null for a report without a signature, which gets a line to sign on. */
  name: string | null;
  /** A PNG picture of what the person drew; null where they typed their name. */
  image: Buffer | null;
  /** The account that signed. */
  account: string;
  signedAt: Date;
}

/** Points that a signature takes. */
export const SIGNATURE_HEIGHT = 92;
const PICTURE = { width: 220, height: 52 };
const LINE_WIDTH = 300;

/** Draws a signature at the left margin, below what is there. */
export function drawSignature(
  { doc }: PdfFile,
  { name, image, account, signedAt }: PrintedSignature,
  timeZone: string,
): void {
  const [x, y] = [doc.page.margins.left, doc.y + 12];
  if (image) doc.image(image, x, y, { fit: [PICTURE.width, PICTURE.height], valign: 'bottom' });
  else if (name !== null)
    doc
      .font('Text')
      .fontSize(18)
      .text(name, x, y + PICTURE.height - 24, { width: LINE_WIDTH, height: 22, ellipsis: true });
  const line = y + PICTURE.height + 2;
  doc
    .lineWidth(0.6)
    .strokeColor('black')
    .moveTo(x, line)
    .lineTo(x + LINE_WIDTH, line)
    .stroke();
  doc.font('Text').fontSize(8).fillColor('black');
  const how = image ? 'Signed' : 'Signed by typing the name';
  doc.text(
    name === null
      ? 'Signature and date'
      : `${how}: ${name}, account ${account}, ${instantIn(signedAt, timeZone)}`,
    x,
    line + 4,
  );
  doc.x = x;
}
