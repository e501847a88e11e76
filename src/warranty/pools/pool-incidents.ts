import type { Tx } from '../../database/tx.js';

/** A pool under its lock, with the incidents that nobody has. */
export interface LockedPool {
  id: string;
  left: number;
}

/**
 * Locks pools until the transaction ends, in the order of their ids: of two claims for the last incident, the second
 * waits here and finds none.
 */
export async function lockPools(
  tx: Tx,
  districtId: string,
  ids: readonly string[],
): Promise<Map<string, LockedPool>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<LockedPool[]>(
    `SELECT id, incidents - used_before - used AS left FROM incident_pools
      WHERE district_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
    [districtId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** One claim takes one incident. @returns the pool, where there was one left; `takeIncidents` counts it */
export function takeFrom(pool: LockedPool | undefined): string | null {
  if (!pool || pool.left <= 0) return null;
  pool.left -= 1;
  return pool.id;
}

/** Counts incidents that claims take. The pools are locked. @param poolIds one for each claim */
export function takeIncidents(tx: Tx, districtId: string, poolIds: readonly string[]): Promise<void> {
  return count(tx, districtId, poolIds, 1);
}

/** Claims that end without the vendor paying let go of their incidents. The claims are locked. */
export async function giveBackIncidents(
  tx: Tx,
  districtId: string,
  claimIds: readonly string[],
): Promise<void> {
  if (claimIds.length === 0) return;
  const rows = await tx.query<{ poolId: string }[]>(
    `SELECT pool_id AS "poolId" FROM claims
      WHERE district_id = $1 AND id = ANY ($2::uuid[]) AND pool_id IS NOT NULL`,
    [districtId, claimIds],
  );
  const poolIds = rows.map(({ poolId }) => poolId);
  if (poolIds.length === 0) return;
  await lockPools(tx, districtId, poolIds);
  await tx.query(`UPDATE claims SET pool_id = NULL WHERE district_id = $1 AND id = ANY ($2::uuid[])`, [
    districtId,
    claimIds,
  ]);
  await count(tx, districtId, poolIds, -1);
}

async function count(tx: Tx, districtId: string, poolIds: readonly string[], by: 1 | -1): Promise<void> {
  if (poolIds.length === 0) return;
  await tx.query(
    `UPDATE incident_pools p SET used = p.used + $3::integer * n.many, updated_at = $4
       FROM (SELECT id, count(*)::integer AS many FROM unnest($2::uuid[]) AS u (id) GROUP BY id) n
      WHERE p.district_id = $1 AND p.id = n.id`,
    [districtId, poolIds, by, tx.at],
  );
}
