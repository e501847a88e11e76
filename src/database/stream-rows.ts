import type pg from 'pg';
import type { DataSource } from 'typeorm';

/** Rows that are fetched at a time: memory stays flat, and the round trips cost nothing beside the rows. */
const FETCHED = 5_000;

/**
 * The rows of a query as arrays, in batches, from one snapshot, through a cursor: a register of a million devices
 * passes through in a few megabytes. Reads from a replica where there is one.
 */
export async function* streamRows(
  source: DataSource,
  sql: string,
  parameters: unknown[],
): AsyncGenerator<unknown[][]> {
  const runner = source.createQueryRunner('slave');
  try {
    const client = (await runner.connect()) as pg.PoolClient;
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    try {
      await client.query({ text: `DECLARE exported NO SCROLL CURSOR FOR ${sql}`, values: parameters });
      for (;;) {
        const { rows } = await client.query<unknown[]>({
          text: `FETCH ${FETCHED} FROM exported`,
          rowMode: 'array',
        });
        if (rows.length === 0) return;
        yield rows;
      }
    } finally {
      await client.query('ROLLBACK');
    }
  } finally {
    await runner.release();
  }
}
