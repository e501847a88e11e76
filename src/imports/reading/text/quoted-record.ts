import { countLineEnds, type DelimitedText } from './delimited-text.js';
import { MAX_SCANNED_CELLS } from '../limits.js';

/** What became of a row with quotation marks in it. */
export type QuotedRecord =
  | { state: 'complete'; cells: string[]; end: number; lines: number; suspect: number }
  /** The text ends first; `suspect` is the quotation mark that is still open. */
  | { state: 'incomplete'; suspect: number }
  /** The cell that opens at `suspect` is never closed as it should be. */
  | { state: 'unclosed'; suspect: number };

interface QuotedCell {
  text: string;
  /** The first character after the cell: a delimiter, a line end, or the end of the text. */
  end: number;
  lines: number;
}

const QUOTE = '"';

/**
 * Reads the row at `start`, up to its line end. Quotation marks count only where they open a cell (after spaces, at
 * most). One inside a quoted cell that is followed by neither a delimiter nor another one (`"15" Laptop"`) is kept as
 * text if the cell ends on the same line; if not, one of the two marks was a mistake and the cell counts as unclosed.
 */
export function readQuotedRecord(source: DelimitedText, start: number, isFinal: boolean): QuotedRecord {
  const { text, delimiter } = source;
  const cells: string[] = [];
  let at = start;
  let lines = 1;
  let suspect = start;
  for (;;) {
    const open = skipSpaces(text, at);
    if (text.charAt(open) === QUOTE) {
      const cell = readQuotedCell(source, open, isFinal);
      if (typeof cell === 'string') return { state: cell, suspect: open };
      if (cell.lines > 0 && lines === 1) suspect = open;
      lines += cell.lines;
      if (cells.length < MAX_SCANNED_CELLS) cells.push(cell.text);
      at = cell.end;
    } else {
      const end = Math.min(source.nextDelimiter(at), source.nextLineEnd(at));
      if (end === Infinity && !isFinal) return { state: 'incomplete', suspect };
      if (cells.length < MAX_SCANNED_CELLS) cells.push(text.slice(at, Math.min(end, text.length)));
      at = Math.min(end, text.length);
    }
    if (at >= text.length || text.charAt(at) !== delimiter) break;
    at += 1;
  }
  return { state: 'complete', cells, end: at, lines, suspect };
}

function readQuotedCell(
  source: DelimitedText,
  open: number,
  isFinal: boolean,
): QuotedCell | 'incomplete' | 'unclosed' {
  const { text } = source;
  const lineEnd = source.nextLineEnd(open);
  let isEscaped = false;
  let hasStray = false;
  let close = text.indexOf(QUOTE, open + 1);
  while (close >= 0) {
    const next = close + 1;
    if (hasStray && close > lineEnd) return 'unclosed';
    if (next === text.length && !isFinal) return 'incomplete';
    if (text.charAt(next) === QUOTE) {
      isEscaped = true;
      close = text.indexOf(QUOTE, next + 1);
      continue;
    }
    const end = skipSpaces(text, next);
    if (end === text.length && !isFinal) return 'incomplete';
    const isClosing = end === text.length || isCellEnd(source, end);
    if (close > lineEnd && !isClosing) return 'unclosed';
    if (isClosing) {
      const inside = text.slice(open + 1, close);
      const lines = close > lineEnd ? countLineEnds(inside) : 0;
      return { text: isEscaped ? inside.replaceAll('""', QUOTE) : inside, end, lines };
    }
    hasStray = true;
    close = text.indexOf(QUOTE, next);
  }
  return isFinal || (hasStray && lineEnd < Infinity) ? 'unclosed' : 'incomplete';
}

function isCellEnd(source: DelimitedText, at: number): boolean {
  const char = source.text.charAt(at);
  return char === source.delimiter || char === '\n' || char === '\r';
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32) at += 1;
  return at;
}
