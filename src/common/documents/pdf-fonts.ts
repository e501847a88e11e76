import { type Font, openSync } from 'fontkit';
import { createRequire } from 'node:module';
import Pdf from 'pdfkit';
import { isRewritten, readableText } from './readable-text.js';
import { nextTurn } from '../turns.js';

const require = createRequire(import.meta.url);

/** Fonts with the letters of Europe; those that a PDF reader brings have only the ones of its west. */
const FILES = {
  Bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  Text: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
};
type FontName = keyof typeof FILES;
const NAMES = Object.keys(FILES) as FontName[];

/** Opened fonts, which all documents share: the first words in a font take 50 ms of work. */
const opened = new Map<FontName, Font>();

function fontOf(name: FontName): Font {
  // A file with several fonts would be a collection; ours have one each.
  const font = opened.get(name) ?? (openSync(FILES[name]) as Font);
  opened.set(name, font);
  return font;
}

let preparing: Promise<void> | undefined;

/** Does the slow first work with the fonts in advance, and gives other requests a turn between the steps. */
export function prepareFonts(): Promise<void> {
  return (preparing ??= (async () => {
    for (const name of NAMES) {
      await nextTurn();
      const font = fontOf(name);
      await nextTurn();
      const { glyphs } = font.layout('Rollcall');
      await nextTurn();
      const subset = font.createSubset();
      for (const glyph of glyphs) subset.includeGlyph(glyph);
      subset.encode();
    }
  })());
}

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
    // PDFKit takes opened fonts too, but its types do not say so.
    for (const name of NAMES) this.registerFont(name, fontOf(name) as unknown as string);
    this.fonts = NAMES.map((name) => Reflect.get(this.font(name), '_font') as LoadedFont);
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
