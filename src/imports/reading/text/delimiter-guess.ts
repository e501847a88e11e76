import { DelimitedParser } from './delimited-parser.js';
import { isEmptyText } from '../cells/cell-text.js';
import { DELIMITERS, type Delimiter, type RawRecord } from '../table.js';

export interface DelimiterGuess {
  delimiter: Delimiter;
  confidence: number;
}

const LOOKED_AT_ROWS = 200;

/**
 * The delimiter that cuts most rows into the same number of cells, and into many. A table of one column has none;
 * then a comma is named, and it does not matter.
 *
 * @param text the beginning of the file; its last line may be cut off
 */
export function guessDelimiter(text: string): DelimiterGuess {
  const named = /^\ufeff?sep=([,;\t|])(\r|\n)/i.exec(text)?.[1];
  const announced = DELIMITERS.find((delimiter) => delimiter === named);
  if (announced) return { delimiter: announced, confidence: 1 };
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, ...score(text, delimiter) }));
  const firstCut = Math.min(...scores.map((each) => each.firstCut));
  // Cells of data may well hold lists ("a|b|c"); a header that only another delimiter cuts gives them away.
  for (const each of scores) if (each.firstCut > firstCut) each.points /= 2;
  scores.sort((a, b) => b.points - a.points);
  const [best, second] = scores;
  if (!best || best.points === 0) return { delimiter: ',', confidence: 0.5 };
  const lead = 1 - (second?.points ?? 0) / best.points;
  return { delimiter: best.delimiter, confidence: Math.min(0.99, 0.5 * best.share + 0.5 * lead) };
}

/** Points grow with the share of rows that have the usual number of cells, and slowly with that number. */
function score(text: string, delimiter: Delimiter): { points: number; share: number; firstCut: number } {
  const records = firstRecords(text, delimiter);
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let width = 1;
  let rows = 0;
  for (const [cells, times] of counts) {
    if (cells > 1 && times * Math.log2(cells) > rows * Math.log2(width)) [width, rows] = [cells, times];
  }
  if (width === 1) return { points: 0, share: 0, firstCut: Infinity };
  const share = rows / records.length;
  return {
    points: share * Math.log2(width),
    share,
    firstCut: records.findIndex(({ cells }) => cells.length > 1),
  };
}

function firstRecords(text: string, delimiter: Delimiter): RawRecord[] {
  const records: RawRecord[] = [];
  const parser = new DelimitedParser(delimiter);
  parser.push(text, records);
  if (records.length === 0) parser.end(records);
  return records.filter(({ cells }) => !cells.every(isEmptyText)).slice(0, LOOKED_AT_ROWS);
}
