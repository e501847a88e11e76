import type { ReportTable } from '../../src/reports/outputs/report-table.js';
import type { TestUser } from './app.js';

/** A report, made now. @param query its parameters */
export async function reportTable(by: TestUser, kind: string, query = ''): Promise<ReportTable> {
  return (await by.get(`/reports/kinds/${kind}/table?${query}`).expect(200)).body as ReportTable;
}

/** Rows by header. */
export function records({ columns, rows }: ReportTable): Record<string, unknown>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ header }, i) => [header, row[i]])));
}
