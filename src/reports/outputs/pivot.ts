import type { Chart } from '../../common/documents/pdf-chart.js';
import type { ReportColumn } from '../report.js';

/** One number and what it is of, in the order of the dimensions. */
export interface Cell {
  names: (string | null)[];
  value: number;
}

export interface Pivoted {
  columns: ReportColumn[];
  rows: unknown[][];
  chart: Chart | null;
}

/** Bars and lines beyond this are told apart by nobody. */
const MOST_LINES = 8;
const MOST_BARS = 24;

/** What a group without a name is called: a device of no funding source, a site of no region. */
export const NO_NAME = '(none)';

/**
 * Cells as a table: the last dimension becomes columns with a total, the others stay rows. With one dimension or none
 * there is one column of values.
 * @param headers of the dimensions
 */
export function pivot(headers: readonly string[], cells: readonly Cell[], unit: string): Pivoted {
  const across = headers.length > 1 ? headers.length - 1 : undefined;
  const keys: ReportColumn[] = headers
    .filter((_, i) => i !== across)
    .map((header) => ({ header, type: 'text', isKey: true }));
  const nameOf = ({ names }: Cell): string => (across === undefined ? unit : (names[across] ?? NO_NAME));
  const columns = [...new Set(cells.map(nameOf))].toSorted();
  const lines = new Map<string, { names: string[]; values: Map<string, number> }>();
  for (const cell of cells) {
    const names = cell.names.filter((_, i) => i !== across).map((name) => name ?? NO_NAME);
    const key = JSON.stringify(names);
    const line = lines.get(key) ?? { names, values: new Map<string, number>() };
    line.values.set(nameOf(cell), (line.values.get(nameOf(cell)) ?? 0) + cell.value);
    lines.set(key, line);
  }
  const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
  const hasTotal = across !== undefined;
  const rows = [...lines.values()].map(({ names, values }) => [
    ...names,
    ...columns.map((column) => values.get(column) ?? 0),
    ...(hasTotal ? [sum(values.values())] : []),
  ]);
  return {
    columns: [
      ...keys,
      ...columns.map((header): ReportColumn => ({ header: capital(header), type: 'integer' })),
      ...(hasTotal ? [{ header: 'Total', type: 'integer' } as const] : []),
    ],
    rows,
    chart: chartOf([...lines.values()], columns, unit),
  };
}

function chartOf(
  lines: readonly { names: string[]; values: Map<string, number> }[],
  columns: readonly string[],
  unit: string,
): Chart | null {
  if (lines.length < 2 || lines[0]?.names.length === 0) return null;
  const sum = ({ values }: { values: Map<string, number> }): number =>
    [...values.values()].reduce((total, value) => total + value, 0);
  const shown = lines.toSorted((a, b) => sum(b) - sum(a)).slice(0, MOST_BARS);
  return {
    kind: 'bars',
    unit: shown.length < lines.length ? `${unit}, the ${MOST_BARS} largest of ${lines.length}` : unit,
    labels: shown.map(({ names }) => names.join(', ')),
    series: mostOf(
      columns.map((name) => ({
        name: capital(name),
        values: shown.map(({ values }) => values.get(name) ?? 0),
      })),
    ),
  };
}

/** The largest series, and the rest as one. */
export function mostOf(series: Chart['series']): Chart['series'] {
  if (series.length <= MOST_LINES) return series;
  const sizes = new Map(
    series.map((one) => [one, one.values.reduce<number>((total, value) => total + Math.abs(value ?? 0), 0)]),
  );
  const ordered = series.toSorted((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
  const rest = ordered.slice(MOST_LINES - 1);
  const others = rest[0]?.values.map((_, i) =>
    rest.reduce((total, { values }) => total + (values[i] ?? 0), 0),
  );
  return [...ordered.slice(0, MOST_LINES - 1), { name: `${rest.length} others`, values: others ?? [] }];
}

/** A column of the sites' names after that of their codes, and their names in the chart. */
export function withSiteNames(table: Pivoted, names: ReadonlyMap<string, string>): Pivoted {
  const at = table.columns.findIndex(({ header, isKey }) => isKey && header === 'Site');
  if (at < 0) return table;
  const nameOf = (code: unknown): string => names.get(String(code)) ?? '';
  const labelled = table.chart?.labels.map((label) => (at === 0 && names.has(label) ? nameOf(label) : label));
  return {
    columns: table.columns.toSpliced(at + 1, 0, { header: 'Name', type: 'text' }),
    rows: table.rows.map((row) => row.toSpliced(at + 1, 0, nameOf(row[at]))),
    chart: table.chart && { ...table.chart, labels: labelled ?? [] },
  };
}

export function capital(word: string): string {
  if (word === 'ipad') return 'iPad';
  const text = word.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
