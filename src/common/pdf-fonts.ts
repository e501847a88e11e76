import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** With the letters of every name in a register; the fonts that a PDF reader brings have those of Western Europe. */
const TEXT = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const BOLD = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

/** Gives a document our two fonts, as `Text` and `Bold`. */
export function withFonts(doc: PDFKit.PDFDocument): PDFKit.PDFDocument {
  return doc.registerFont('Text', TEXT).registerFont('Bold', BOLD);
}
