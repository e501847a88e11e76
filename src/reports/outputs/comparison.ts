import { InvalidInput } from '../../common/refusal.js';
import type { Report, ReportColumn } from '../report.js';

/** A row that is only in one of the two outputs, or whose numbers differ. */
export interface ChangedRow {
  /** Values of the key columns. */
  key: unknown[];
  change: 'added' | 'removed' | 'changed';
  /** The columns of numbers that differ. */
  values: { column: string; before: number | null; after: number | null; change: number }[];
}

export interface Comparison {
  /** Ids of the outputs. */
  before: string | null;
  after: string;
  beforeKnownAt: Date | null;
  afterKnownAt: Date;
  added: number;
  removed: number;
  changed: number;
  unchanged: number;
  /** At most 1,000 rows, in the order of the later output. Removed rows come last. */
  rows: ChangedRow[];
}

const MOST_COMPARED = 200_000;
const MOST_SHOWN = 1_000;
const NUMBERS = new Set<ReportColumn['type']>(['integer', 'number', 'cents']);

/**
 * What is other in an output than in the one before. Rows are matched by their keys, columns by their headers.
 * @throws InvalidInput for outputs that are too long to be compared
 */
export async function compare(
  before: { id: string; report: Report } | null,
  after: { id: string; report: Report },
): Promise<Comparison> {
  const result: Comparison = {
    before: before?.id ?? null,
    after: after.id,
    beforeKnownAt: before?.report.head.knownAt ?? null,
    afterKnownAt: after.report.head.knownAt,
    added: 0,
    removed: 0,
    changed: 0,
    unchanged: 0,
    rows: [],
  };
  const earlier = before ? await byKey(before.report) : new Map<string, Line>();
  const show = (row: ChangedRow): void => {
    result[row.change] += 1;
    if (result.rows.length < MOST_SHOWN) result.rows.push(row);
  };
  for (const [key, line] of await byKey(after.report)) {
    const was = earlier.get(key);
    earlier.delete(key);
    const values = differences(was, line);
    if (!was) show({ key: line.key, change: 'added', values });
    else if (values.length > 0) show({ key: line.key, change: 'changed', values });
    else result.unchanged += 1;
  }
  for (const line of earlier.values())
    show({ key: line.key, change: 'removed', values: differences(line, undefined) });
  return result;
}

interface Line {
  key: unknown[];
  numbers: Map<string, number | null>;
}

async function byKey({ head: { columns }, rows }: Report): Promise<Map<string, Line>> {
  const lines = new Map<string, Line>();
  for await (const batch of rows)
    for (const row of batch) {
      const key = row.filter((_, i) => columns[i]?.isKey);
      const numbers = new Map<string, number | null>();
      for (const [i, { header, type }] of columns.entries())
        if (NUMBERS.has(type)) numbers.set(header, row[i] === null ? null : Number(row[i]));
      lines.set(JSON.stringify(key), { key, numbers });
      if (lines.size > MOST_COMPARED)
        throw new InvalidInput(
          `Rollcall does not compare reports with more than ${MOST_COMPARED} rows. Choose a report with fewer groups.`,
        );
    }
  return lines;
}

function differences(before: Line | undefined, after: Line | undefined): ChangedRow['values'] {
  const columns = new Set([...(before?.numbers.keys() ?? []), ...(after?.numbers.keys() ?? [])]);
  return [...columns].flatMap((column) => {
    const [was, is] = [before?.numbers.get(column) ?? null, after?.numbers.get(column) ?? null];
    return was === is ? [] : [{ column, before: was, after: is, change: round((is ?? 0) - (was ?? 0)) }];
  });
}

/** Hundredths are as fine as any report is. */
const round = (n: number): number => Math.round(n * 100) / 100;
