import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import Pdf from 'pdfkit';
import { fontsIn, forgetWords, withFonts } from './pdf-fonts.js';
import { nextTurn, Pace } from './turns.js';

/** Pages between two times at which the words of the fonts are forgotten. */
const PAGES_OF_WORDS = 10;

/** A PDF on its way to whoever asked for it. */
export class PdfFile {
  readonly doc: PDFKit.PDFDocument;
  private readonly pace = new Pace();
  private readonly written: Promise<void>;

  constructor(
    options: PDFKit.PDFDocumentOptions,
    private readonly out: Writable,
  ) {
    this.doc = withFonts(
      new Pdf({
        lang: 'en-US',
        displayTitle: true,
        ...options,
        info: { Creator: 'Rollcall', ...options.info },
      }),
    );
    let pages = 0;
    this.doc.on('pageAdded', () => {
      pages += 1;
      if (pages % PAGES_OF_WORDS === 0) forgetWords(this.doc);
    });
    this.written = finished(this.doc.pipe(out));
    // The reader may go away at any time. Nobody looks at this promise before the end.
    this.written.catch(() => undefined);
  }

  /**
   * Call this between two small pieces, such as rows or labels. Other requests get their turn, and pages that nobody
   * has read yet wait here and not in memory.
   * @throws Error when the reader has gone away, so that the work ends and lets go of what it reads from
   */
  async rest(): Promise<void> {
    await this.pace.rest();
    if (this.out.writableNeedDrain) await drainedOrGone(this.out);
    if (this.out.destroyed) throw new Error('nobody reads this document any more');
  }

  /** Writes what is left, and waits until it is read. */
  async end(): Promise<void> {
    // A font takes 15 ms and more. `end` would do all of them in one go.
    for (const font of fontsIn(this.doc)) {
      await nextTurn();
      font.finalize();
    }
    await this.rest();
    await nextTurn();
    this.doc.end();
    await this.written;
  }
}

/** A reader that goes away drains nothing any more. */
async function drainedOrGone(out: Writable): Promise<void> {
  if (out.destroyed) return;
  const over = new AbortController();
  const { signal } = over;
  await Promise.race([once(out, 'drain', { signal }), once(out, 'close', { signal })]);
  over.abort();
}
