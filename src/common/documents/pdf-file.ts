import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { prepareFonts, ReadablePdf } from './pdf-fonts.js';
import { nextTurn, Pace } from '../turns.js';

/** Pages between two times at which the words of the fonts are forgotten. */
const PAGES_OF_WORDS = 10;

const REWRITTEN =
  'Some names are written in Latin letters here, because the fonts of this document do not have their script. ' +
  'Rollcall keeps them as they were entered.';

/** A PDF on its way to whoever asked for it. */
export class PdfFile {
  readonly doc: ReadablePdf;
  private readonly pace = new Pace();
  private readonly written: Promise<void>;

  static async open(options: PDFKit.PDFDocumentOptions, out: Writable): Promise<PdfFile> {
    await prepareFonts();
    return new PdfFile(options, out);
  }

  private constructor(
    options: PDFKit.PDFDocumentOptions,
    private readonly out: Writable,
  ) {
    const info = { Creator: 'Rollcall', ...options.info };
    this.doc = new ReadablePdf({ lang: 'en-US', displayTitle: true, ...options, info });
    let pages = 0;
    this.doc.on('pageAdded', () => {
      pages += 1;
      if (pages % PAGES_OF_WORDS === 0) this.doc.forgetWords();
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

  /** What a reader has to be told about the texts that were written so far; null where they are as they were entered. */
  get note(): string | null {
    return this.doc.hasRewritten ? REWRITTEN : null;
  }

  /** Writes what is left, and waits until it is read. */
  async end(): Promise<void> {
    if (this.note) this.doc.info.Subject = this.note;
    // A font takes 15 ms and more. `end` would do all of them in one go.
    for (const font of this.doc.fonts) {
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
