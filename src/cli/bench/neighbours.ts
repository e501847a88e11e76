import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Figure } from './bench-report.js';
import { measureCounts } from './measure-counts.js';
import type { QueryWork } from './query-work.js';

/** With the district itself there are ten. */
const NEIGHBOURS = 9;
/** DESIGN section 14: counts may take so much longer at ten times the devices. */
const MOST = 1.5;

/** All that a count, a series or growth reads, in the order of their foreign keys. */
const READ_BY_COUNTS = [
  'sites',
  'site_regions',
  'device_models',
  'funding_sources',
  'count_movements',
  'count_sums',
  'count_levels',
  'count_model_sums',
  'count_total_sums',
  'count_folds',
];

/** Gives the server nine more districts with the same history of counts, without the devices behind it. */
export async function addNeighbours(owner: pg.ClientBase, districtId: string): Promise<void> {
  const ids = Array.from({ length: NEIGHBOURS }, () => randomUUID());
  await owner.query(
    `INSERT INTO districts (id, slug, name, time_zone, fiscal_year_starts)
     SELECT n.id, 'neighbour-' || n.n, d.name, d.time_zone, d.fiscal_year_starts
       FROM districts d, unnest($2::uuid[]) WITH ORDINALITY AS n (id, n) WHERE d.id = $1`,
    [districtId, ids],
  );
  for (const table of READ_BY_COUNTS) {
    const { rows } = await owner.query<{ columns: string }>(
      `SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS columns
         FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name = $1 AND column_name <> 'district_id'`,
      [table],
    );
    const columns = rows[0]?.columns ?? '';
    await owner.query(
      `INSERT INTO ${table} (district_id, ${columns})
       SELECT n.id, ${columns.replace(/(^|, )/g, '$1t.')}
         FROM ${table} t, unnest($2::uuid[]) AS n (id) WHERE t.district_id = $1`,
      [districtId, ids],
    );
  }
}

/** The counts once more, beside those before there were neighbours. */
export async function* measureAmongNeighbours(
  work: QueryWork,
  before: readonly Figure[],
): AsyncGenerator<Figure> {
  for await (const figure of measureCounts(work)) {
    const alone = before.find(({ work: name }) => name === figure.work)?.rollcall.p50 ?? NaN;
    const factor = figure.rollcall.p50 / alone;
    yield {
      ...figure,
      work: `${figure.work}; ten districts`,
      budget: `≤ ${MOST} × one`,
      isMet: factor <= MOST,
      also: { 'p50 over that of one district': factor },
    };
  }
}
