import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';

/** A commit has its instant before others can see it; in between it writes its log, which takes milliseconds. */
const LONGEST_COMMIT_MS = 250;
const POLL_MS = 3;

/** In whole milliseconds, so that it survives a round trip through JSON, and never before what was just written. */
const ASKED_OR_NOW = `
  SELECT least($1::timestamptz, now.ms) AS "knownAt",
         coalesce($1::timestamptz < now.ms - interval '5 seconds', false) AS "isPast"
    FROM (SELECT date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond' AS ms) AS now`;

/** Transactions that have written movements and not ended. A fold only moves what was known before. */
const IN_FLIGHT = `
  SELECT w.virtualtransaction AS id FROM pg_locks w
   WHERE w.locktype = 'relation' AND w.relation = 'count_tail'::regclass AND w.mode = 'RowExclusiveLock'
     AND w.database = (SELECT oid FROM pg_database WHERE datname = current_database())
     AND NOT EXISTS (SELECT 1 FROM pg_locks f
                      WHERE f.virtualtransaction = w.virtualtransaction AND f.locktype = 'relation'
                        AND f.relation = 'count_sums'::regclass AND f.mode = 'RowExclusiveLock')`;

/**
 * Finds an instant of which everything is known: asked for again, the counts known then are the same. Waits for
 * those who are just committing, and nobody waits for it.
 * @param asked now where nothing is said; what lies ahead is not known yet, and becomes now
 */
export async function settleKnownAt(runner: QueryRunner, asked?: Date): Promise<Date> {
  const query = <T>(sql: string, parameters?: unknown[]): Promise<T[]> => runner.query(sql, parameters);
  const [now] = await query<{ knownAt: Date; isPast: boolean }>(ASKED_OR_NOW, [asked ?? null]);
  if (!now) throw new Error('the database does not know what time it is');
  if (now.isPast) return now.knownAt;
  await sleep(1);
  const until = Date.now() + LONGEST_COMMIT_MS;
  const waiting = await query<{ id: string }>(IN_FLIGHT);
  let open = waiting.length;
  while (open > 0 && Date.now() < until) {
    await sleep(POLL_MS);
    const [row] = await query<{ open: number }>(
      `SELECT count(*)::int AS open FROM pg_locks WHERE virtualtransaction = ANY ($1)`,
      [waiting.map(({ id }) => id)],
    );
    open = row?.open ?? 0;
  }
  return now.knownAt;
}
