import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { SteadyClient } from '../database/steady-client.js';

/** The list that comes with Rollcall: model and month in which automatic updates end, as Google published it. */
const LIST = new URL('./chromebook-aue-2025-12.csv', import.meta.url);
const PUBLISHED_ON = '2025-12-01';
const SOURCE = 'Google, Auto Update policy';

/**
 * Brings the shared list of automatic-update ends up to what this version carries. A line that a newer list gave
 * is left alone; models read their date from here, so a moved date is obeyed at once.
 * @returns how many lines were new or moved
 */
export async function loadAutoUpdateEnds(databaseUrl: string): Promise<number> {
  const rows: { model: string; auto_update_expiration: string }[] = parse(await readFile(LIST), {
    columns: true,
  });
  const client = new SteadyClient({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `INSERT INTO auto_update_ends AS a (name, ends_on, published_on, source)
       SELECT n.name, n.ends_on, $3::date, $4::text FROM unnest($1::text[], $2::date[]) AS n (name, ends_on)
       ON CONFLICT (name) DO UPDATE SET ends_on = excluded.ends_on, published_on = excluded.published_on,
              source = excluded.source
        WHERE a.published_on <= excluded.published_on AND a.ends_on <> excluded.ends_on`,
      [rows.map((row) => row.model), rows.map((row) => row.auto_update_expiration), PUBLISHED_ON, SOURCE],
    );
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}
