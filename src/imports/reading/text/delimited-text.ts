import type { Delimiter } from '../table.js';

/** The text ends before it is clear what it says: more is needed. */
export const INCOMPLETE = -1;

const CARRIAGE_RETURN = 13;

/** Next place of one character. Remembers it, so that asking again for each cell does not search the text again. */
class Finder {
  private found = -1;

  constructor(private readonly char: string) {}

  forget(): void {
    this.found = -1;
  }

  next(text: string, from: number): number {
    if (this.found < from) {
      const found = text.indexOf(this.char, from);
      this.found = found < 0 ? Infinity : found;
    }
    return this.found;
  }
}

/**
 * A piece of delimited text, and where its marks stand. Places must be asked for in ascending order; `rewind` before
 * going back. A mark that does not come is at infinity.
 */
export class DelimitedText {
  text = '';
  private readonly lineFeeds = new Finder('\n');
  private readonly returns = new Finder('\r');
  private readonly quotes = new Finder('"');
  private readonly delimiters: Finder;

  constructor(readonly delimiter: Delimiter) {
    this.delimiters = new Finder(delimiter);
  }

  load(text: string): void {
    this.text = text;
    this.rewind();
  }

  rewind(): void {
    for (const finder of [this.lineFeeds, this.returns, this.quotes, this.delimiters]) finder.forget();
  }

  nextQuote(from: number): number {
    return this.quotes.next(this.text, from);
  }

  nextDelimiter(from: number): number {
    return this.delimiters.next(this.text, from);
  }

  nextLineEnd(from: number): number {
    return Math.min(this.lineFeeds.next(this.text, from), this.returns.next(this.text, from));
  }

  /** Where the next line starts. A CR at the very end may be half of a CRLF, so it waits for more. */
  afterLineEnd(end: number, isFinal: boolean): number {
    const { text } = this;
    if (end >= text.length) return isFinal ? text.length : INCOMPLETE;
    if (text.charCodeAt(end) !== CARRIAGE_RETURN) return end + 1;
    if (end + 1 === text.length) return isFinal ? end + 1 : INCOMPLETE;
    return text.charAt(end + 1) === '\n' ? end + 2 : end + 1;
  }
}

export function countLineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
