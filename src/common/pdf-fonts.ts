import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** With the letters of every name in a register; the fonts that a PDF reader brings have those of Western Europe. */
const TEXT = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const BOLD = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

/** Gives a document our two fonts, as `Text` and `Bold`. */
export function withFonts(doc: PDFKit.PDFDocument): PDFKit.PDFDocument {
  return doc.registerFont('Text', TEXT).registerFont('Bold', BOLD);
}

/** What PDFKit's types do not tell about its fonts. */
interface LoadedFont {
  layoutCache?: object;
  /** Writes the letters that were used into the document; a second call does nothing. */
  finalize: () => void;
}

export function fontsIn(doc: PDFKit.PDFDocument): LoadedFont[] {
  return Object.values(Reflect.get(doc, '_fontFamilies') as Record<string, LoadedFont>);
}

/**
 * PDFKit remembers the layout of every word that it ever wrote, and every tag and serial number is a word: a list of
 * 40,000 devices took 1.3 GB. Remembering nothing would take five times as long.
 */
export function forgetWords(doc: PDFKit.PDFDocument): void {
  for (const font of fontsIn(doc)) font.layoutCache = Object.create(null) as object;
}
