import type { Report, ReportHead } from '../report.js';

/** A report as JSON: its head, and its rows as arrays in the order of its columns. */
export interface ReportTable extends ReportHead {
  rows: unknown[][];
  /** False if there are more rows than shown here. An export has all rows. */
  isWhole: boolean;
}

const MOST_ROWS = 5_000;

export async function tableOf({ head, rows }: Report): Promise<ReportTable> {
  const shown: unknown[][] = [];
  for await (const batch of rows) {
    shown.push(...batch.slice(0, MOST_ROWS + 1 - shown.length));
    if (shown.length > MOST_ROWS) break;
  }
  return { ...head, rows: shown.slice(0, MOST_ROWS), isWhole: shown.length <= MOST_ROWS };
}
