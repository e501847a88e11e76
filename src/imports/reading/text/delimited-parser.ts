import { countLineEnds, DelimitedText, INCOMPLETE } from './delimited-text.js';
import { MAX_ROW_CHARS, MAX_SCANNED_CELLS } from '../limits.js';
import { readQuotedRecord } from './quoted-record.js';
import { fits, shapeOf, type TableShape } from '../table-shape.js';
import type { Delimiter, RawRecord, RowProblem } from '../table.js';

const SEPARATOR_LINE = /^sep=.$/i;

/**
 * Takes delimited text apart, piece by piece, and never stops at a bad row: a quotation mark that is not closed costs
 * its own line and no more, a row without end is passed over. Line ends may be CR, LF or CRLF, mixed in one file.
 *
 * Written by hand because csv-parse gives up, or swallows the rest of the file, at an unclosed quotation mark, and
 * reads 131,000 rows/s where this, with all that is done to its rows, makes 490,000 (a million rows of 14 columns,
 * 119 MB, Node 20).
 * The spec holds the two to the same answer on well-formed files.
 */
export class DelimitedParser {
  private readonly source: DelimitedText;
  /** Lines and rows differ once a cell holds a line break. */
  private line = 1;
  private rowNo = 0;
  private shape?: TableShape;

  private at = 0;
  private parts: string[] = [];
  private held = 0;
  /** After an incomplete row, wait until there is twice the text: else a long row is read again with every piece. */
  private wanted = 0;
  private isSkippingLine = false;

  /** @param headerRow if known: later rows that span lines and do not fit it are taken for an unclosed quotation mark */
  constructor(
    delimiter: Delimiter,
    private readonly headerRow?: number,
  ) {
    this.source = new DelimitedText(delimiter);
  }

  /** Adds a piece of text and appends the rows that it completes. */
  push(text: string, records: RawRecord[]): void {
    this.parts.push(text);
    this.held += text.length;
    if (this.held >= this.wanted) this.parse(records, false);
  }

  /** Appends what is left. */
  end(records: RawRecord[]): void {
    this.parse(records, true);
  }

  private parse(records: RawRecord[], isFinal: boolean): void {
    const text = this.parts.length === 1 ? (this.parts[0] ?? '') : this.parts.join('');
    this.source.load(text);
    this.at = 0;
    while (this.at < text.length) {
      const next = this.isSkippingLine ? this.skipLine(isFinal) : this.readRecord(records, isFinal);
      if (next === INCOMPLETE) break;
      this.at = next;
    }
    const rest = text.slice(this.at);
    this.parts = [rest];
    this.held = rest.length;
    this.wanted = rest.length * 2;
  }

  /** Reads one row and returns where the next one starts. */
  private readRecord(records: RawRecord[], isFinal: boolean): number {
    const { source } = this;
    const end = source.nextLineEnd(this.at);
    if (source.nextQuote(this.at) < end) return this.readQuoted(records, isFinal);
    const next = source.afterLineEnd(end, isFinal);
    if (next === INCOMPLETE) return this.waitOrSkip(records);
    const line = source.text.slice(this.at, Math.min(end, source.text.length));
    if (this.line === 1 && SEPARATOR_LINE.test(line)) {
      // Excel takes this line for itself and shows no row for it.
      this.line += 1;
      return next;
    }
    this.add(records, line.split(source.delimiter, MAX_SCANNED_CELLS), 1);
    return next;
  }

  private readQuoted(records: RawRecord[], isFinal: boolean): number {
    const record = readQuotedRecord(this.source, this.at, isFinal);
    if (record.state === 'incomplete') {
      return this.isTooLong() ? this.refuseLine(records, record.suspect, isFinal) : INCOMPLETE;
    }
    const isWrong = record.state === 'unclosed' || (record.lines > 1 && !this.mayBe(record.cells));
    if (isWrong) return this.refuseLine(records, record.suspect, isFinal);
    const next = this.source.afterLineEnd(record.end, isFinal);
    if (next === INCOMPLETE) return this.waitOrSkip(records);
    this.add(records, record.cells, record.lines);
    return next;
  }

  private mayBe(cells: string[]): boolean {
    return this.shape === undefined || fits(this.shape, cells);
  }

  /** Refuses the text up to the end of the line on which the quotation mark stands, and goes on after it. */
  private refuseLine(records: RawRecord[], suspect: number, isFinal: boolean): number {
    const { source, at } = this;
    source.rewind();
    const end = source.nextLineEnd(suspect);
    const next = source.afterLineEnd(end, isFinal);
    source.rewind();
    if (next === INCOMPLETE) return this.waitOrSkip(records);
    const above = countLineEnds(source.text.slice(at, suspect));
    const detail = `A cell begins with a quotation mark on line ${this.line + above}, but does not end with one. Add the missing quotation mark.`;
    const cells = source.text
      .slice(at, Math.min(end, source.text.length))
      .split(source.delimiter, MAX_SCANNED_CELLS);
    this.add(records, cells, above + 1, { code: 'UNCLOSED_QUOTE', detail });
    return next;
  }

  private waitOrSkip(records: RawRecord[]): number {
    if (!this.isTooLong()) return INCOMPLETE;
    const detail = `The row on line ${this.line} has more than ${MAX_ROW_CHARS} characters.`;
    const shown = this.source.text.slice(this.at, this.at + 1_000);
    this.add(records, [shown], 1, { code: 'ROW_TOO_LONG', detail });
    this.isSkippingLine = true;
    this.source.rewind();
    return this.at;
  }

  private skipLine(isFinal: boolean): number {
    const end = this.source.nextLineEnd(this.at);
    if (end === Infinity) return this.source.text.length;
    const next = this.source.afterLineEnd(end, isFinal);
    this.isSkippingLine = next === INCOMPLETE;
    return next;
  }

  private add(records: RawRecord[], cells: string[], lines: number, problem?: RowProblem): void {
    this.rowNo += 1;
    this.line += lines;
    if (this.rowNo === this.headerRow) this.shape = shapeOf(cells, false);
    records.push(problem ? { rowNo: this.rowNo, cells, problem } : { rowNo: this.rowNo, cells });
  }

  private isTooLong(): boolean {
    return this.source.text.length - this.at > MAX_ROW_CHARS;
  }
}
