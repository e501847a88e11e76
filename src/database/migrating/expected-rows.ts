import { PLANNED_ANEW } from '../pools/naming-client.js';

interface Explained {
  'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }];
}

/**
 * How many rows PostgreSQL expects of a query, by its statistics and without running it: for a choice between two
 * ways to the same answer, where a wrong guess costs time alone.
 * @param query of a data source or a query runner
 */
export async function expectedRows(
  query: (sql: string, parameters: unknown[]) => Promise<unknown>,
  sql: string,
  parameters: unknown[],
): Promise<number> {
  const rows = await query(`${PLANNED_ANEW} EXPLAIN (FORMAT JSON) ${sql}`, parameters);
  return (rows as Explained[])[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
}
