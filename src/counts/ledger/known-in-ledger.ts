import type { QueryRunner } from 'typeorm';
import { expectedRows } from '../../database/migrating/expected-rows.js';

/**
 * Whether more of a district's ledger became known after a moment than up to it: then what was known is added up from
 * the ledger, else what came after is taken off the sums. Either way is exact.
 */
export async function isEarlyInLedger(
  runner: QueryRunner,
  districtId: string,
  knownAt: Date,
): Promise<boolean> {
  const expected = (compared: string): Promise<number> =>
    expectedRows(
      (text, parameters) => runner.query(text, parameters),
      `SELECT FROM count_movements WHERE district_id = $1 AND known_at ${compared} $2`,
      [districtId, knownAt],
    );
  return (await expected('>')) > (await expected('<='));
}
