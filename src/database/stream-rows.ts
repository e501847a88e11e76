import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/** Rows that are fetched at a time: memory stays flat, and the round trips cost nothing beside the rows. */
const FETCHED = 2_000;

/**
 * The rows of a query as arrays, in batches, from one snapshot, through a cursor: a register of a million devices
 * passes through in a few megabytes. Reads from a replica where there is one.
 * @param record puts each batch on record before it is handed out. It works on the connection of the rows: with a
 *   second one, as many exports as the pool has connections would wait for each other for ever. So that it can commit,
 *   the server takes the whole result down first, and the first rows are as late as its last.
 */
export async function* streamRows(
  source: DataSource,
  sql: string,
  parameters: unknown[],
  record?: (manager: EntityManager, rows: unknown[][]) => Promise<void>,
): AsyncGenerator<unknown[][]> {
  const runner = source.createQueryRunner(record ? 'master' : 'slave');
  try {
    const client = (await runner.connect()) as pg.PoolClient;
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    let end = 'ROLLBACK';
    try {
      // All of it is wanted, not the first rows soonest.
      await client.query('SET LOCAL cursor_tuple_fraction = 1');
      const held = record ? 'WITH HOLD ' : '';
      await client.query({
        text: `DECLARE exported NO SCROLL CURSOR ${held}FOR ${sql}`,
        values: parameters,
      });
      if (record) {
        await client.query('COMMIT');
        end = 'CLOSE exported';
      }
      const fetch = (): Promise<pg.QueryResult<unknown[]>> => {
        const fetched = client.query<unknown[]>({ text: `FETCH ${FETCHED} FROM exported`, rowMode: 'array' });
        // Whoever reads may have stopped by then.
        fetched.catch(() => undefined);
        return fetched;
      };
      let next = fetch();
      for (;;) {
        const { rows } = await next;
        if (rows.length === 0) return;
        await record?.(runner.manager, rows);
        // Fetched while these are written out: the server and this process work side by side.
        next = fetch();
        yield rows;
      }
    } finally {
      await client.query(end);
    }
  } finally {
    await runner.release();
  }
}
