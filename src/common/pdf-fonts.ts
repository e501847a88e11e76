import { createRequire } from 'node:module';
import Pdf from 'pdfkit';
import { isRewritten, readableText } from './readable-text.js';

const require = createRequire(import.meta.url);

/** Fonts with the letters of Europe; those that a PDF reader brings have only the ones of its west. */
const TEXT = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const BOLD = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

/** What PDFKit's types do not tell about a font of a document. */
interface LoadedFont {
  font: { hasGlyphForCodePoint: (codePoint: number) => boolean };
  layoutCache?: object;
  /** Writes the letters that were used into the document; a second call does nothing. */
  finalize: () => void;
}

/**
 * A PDF with our two fonts, `Text` and `Bold`. What they cannot show is written in Latin letters, everywhere: whoever
 * draws a name need not think of it.
 */
export class ReadablePdf extends Pdf {
  /** Whether any text had to be written in Latin letters. */
  hasRewritten = false;
  readonly fonts: readonly LoadedFont[];
  private readonly letters = new Map<number, boolean>();

  constructor(options: PDFKit.PDFDocumentOptions) {
    super(options);
    this.registerFont('Bold', BOLD).registerFont('Text', TEXT);
    this.fonts = ['Bold', 'Text'].map((name) => Reflect.get(this.font(name), '_font') as LoadedFont);
  }

  override text(text: string, ...place: unknown[]): this {
    return super.text(this.inOurLetters(text), ...(place as []));
  }

  override widthOfString(text: string, options?: PDFKit.Mixins.TextOptions): number {
    return super.widthOfString(this.inOurLetters(text), options);
  }

  override heightOfString(text: string, options?: PDFKit.Mixins.TextOptions): number {
    return super.heightOfString(this.inOurLetters(text), options);
  }

  inOurLetters(text: string): string {
    const readable = readableText(text, (codePoint) => this.hasLetter(codePoint));
    this.hasRewritten ||= readable !== text && isRewritten(text, readable);
    return readable;
  }

  /**
   * PDFKit remembers the layout of every word that it ever wrote, and every tag and serial number is a word: a list of
   * 40,000 devices took 1.3 GB. Remembering nothing would take five times as long.
   */
  forgetWords(): void {
    for (const font of this.fonts) font.layoutCache = Object.create(null) as object;
  }

  private hasLetter(codePoint: number): boolean {
    const known = this.letters.get(codePoint);
    if (known !== undefined) return known;
    const has = this.fonts.every(({ font }) => font.hasGlyphForCodePoint(codePoint));
    this.letters.set(codePoint, has);
    return has;
  }
}
