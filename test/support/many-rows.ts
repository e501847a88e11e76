import type { Client } from 'pg';

/** How a table gets many rows: copies of one of its rows, in which these columns differ. */
interface Copied {
  table: string;
  /** Which row is copied. */
  from: string;
  /** Column → SQL; `n.n` counts the copies from 1. */
  columns: Record<string, string>;
}

const NEW_ID = { id: 'gen_random_uuid()' };
const AGO = `now() - n.n * interval '1 minute'`;

const COPIES: Copied[] = [
  { table: 'people', from: 'true', columns: { ...NEW_ID, external_id: `'P' || n.n`, email: 'NULL::text' } },
  {
    table: 'devices',
    from: `status <> 'void' AND cart_id IS NULL`,
    columns: { ...NEW_ID, asset_tag: `'COPY-' || n.n`, in_service_on: `date '2020-01-01' + n.n % 2000` },
  },
  {
    table: 'scans',
    from: `outcome = 'conflict'`,
    columns: {
      ...NEW_ID,
      received_at: AGO,
      effective_at: AGO,
      outcome: `CASE WHEN n.n % 50 = 0 THEN 'conflict' ELSE 'dismissed' END`,
      from_site_id: `CASE WHEN n.n % 10 = 0 THEN (SELECT id FROM sites WHERE district_id = $1 LIMIT 1) END`,
    },
  },
  { table: 'imports', from: 'job_id IS NOT NULL', columns: { ...NEW_ID, created_at: AGO } },
  { table: 'support_purchases', from: 'true', columns: NEW_ID },
  {
    table: 'time_entries',
    from: 'withdrawn_at IS NULL',
    columns: {
      ...NEW_ID,
      starts_at: `(x.p).starts_at - n.n * interval '1 day'`,
      ends_at: `(x.p).ends_at - n.n * interval '1 day'`,
    },
  },
  { table: 'accounts', from: 'true', columns: { ...NEW_ID, email: `'copy' || n.n || '@test.example'` } },
];

/** Tables that have many rows after `makeMany`. */
export const BIG = new Set([...COPIES.map(({ table }) => table), 'custody']);

/** Gives the district's big tables so many rows each, as the owner of the tables. */
export async function makeMany(owner: Client, districtId: string, rows: number): Promise<void> {
  for (const { table, from, columns } of COPIES) {
    const changed = Object.entries(columns).map(([column, sql]) => `'${column}', ${sql}`);
    await owner.query(
      `INSERT INTO ${table}
       SELECT (jsonb_populate_record(x.p, jsonb_build_object(${changed.join(', ')}))).*
         FROM (SELECT t AS p FROM ${table} t WHERE district_id = $1 AND ${from} LIMIT 1) x, generate_series(1, $2::int) AS n (n)`,
      [districtId, rows],
    );
  }
  // Each of the copied devices is with somebody.
  await owner.query(
    `INSERT INTO custody (district_id, id, device_id, person_id, loaned_at, due_on)
     SELECT $1, gen_random_uuid(), d.id, p.id, now() - interval '1 day', d.in_service_on
       FROM devices d, (SELECT id FROM people WHERE district_id = $1 LIMIT 1) p
      WHERE d.district_id = $1 AND d.asset_tag LIKE 'COPY-%'`,
    [districtId],
  );
  await owner.query('ANALYZE');
}
