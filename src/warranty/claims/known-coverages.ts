import type { Scope } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';
import { LAST_ON } from '../coverages/coverage-state.js';
import { lockPools } from '../pools/pool-incidents.js';
import type { KnownCoverage } from './claim-coverage.js';

/** A coverage of one of several devices. */
export interface CoverageOfDevice extends KnownCoverage {
  deviceId: string;
}

interface ReadCoverage extends Omit<CoverageOfDevice, 'pool' | 'repairs'> {
  poolId: string | null;
  capCents: number | null;
  spentCents: number;
}

/**
 * The coverages of devices, with what claims have used of them, also for a device that was replaced since then. Several
 * sources may say that there is the same coverage, and its incidents count once. Pools of incidents are locked, so that
 * what is left of them stays until the transaction ends.
 * @param exceptId a claim that does not count
 */
export async function knownCoverages(
  tx: Tx,
  scope: Scope,
  deviceIds: readonly string[],
  exceptId: string | null = null,
): Promise<CoverageOfDevice[]> {
  const rows = await readCoverages(tx, scope, deviceIds, exceptId);
  const pools = await lockPools(
    tx,
    scope.districtId,
    rows.flatMap(({ poolId }) => poolId ?? []),
  );
  return rows.map(({ poolId, capCents, spentCents, ...row }) => ({
    ...row,
    pool: pools.get(poolId ?? ''),
    repairs: capCents === null ? undefined : { capCents, spentCents },
  }));
}

function readCoverages(
  tx: Tx,
  { districtId, timeZone }: Scope,
  deviceIds: readonly string[],
  exceptId: string | null,
): Promise<ReadCoverage[]> {
  return tx.query<ReadCoverage[]>(
    `WITH RECURSIVE line (id, successor) AS (
       SELECT c.id, c.id FROM coverages c
        WHERE c.district_id = $1 AND c.device_id = ANY ($2::uuid[]) AND c.withdrawn_at IS NULL
       UNION ALL
       SELECT r.coverage_id, l.successor FROM line l
         JOIN replaced_coverages r ON r.district_id = $1 AND r.successor_id = l.id)
     SELECT c.id, c.device_id AS "deviceId", c.vendor_id AS "vendorId", c.kind, c.starts_on AS "startsOn",
            ${LAST_ON} AS "lastOn", c.waiting_days AS "waitingDays", c.excludes,
            c.incidents_a_year AS "incidentsAYear", c.incidents_in_total AS "incidentsInTotal",
            u.days AS "incidentsOn", c.repair_cap_cents AS "capCents", u.spent AS "spentCents", i.id AS "poolId"
       FROM coverages c
       LEFT JOIN incident_pools i ON i.district_id = $1 AND i.vendor_id = c.vendor_id AND i.kind = c.kind
        AND i.contract_number = c.contract_number
      CROSS JOIN LATERAL (
        SELECT coalesce(array_agg((k.opened_at AT TIME ZONE $3)::date::text ORDER BY k.sequence), '{}') AS days,
               coalesce(sum(coalesce(k.cost_approved_cents, k.cost_invoiced_cents, k.cost_quoted_cents)), 0)
                 ::double precision AS spent
          FROM line l
          JOIN coverages p ON p.district_id = $1 AND p.id = l.id
          JOIN coverages o ON o.district_id = $1 AND o.device_id = p.device_id AND o.vendor_id = p.vendor_id
           AND o.kind = p.kind AND o.contract_number = p.contract_number AND o.starts_on = p.starts_on
          JOIN claims k ON k.district_id = $1 AND k.coverage_id = o.id
         WHERE l.successor = c.id AND k.state <> 'cancelled' AND k.denial_reason IS NULL
           AND k.id IS DISTINCT FROM $4::uuid) u
      WHERE c.district_id = $1 AND c.device_id = ANY ($2::uuid[]) AND c.withdrawn_at IS NULL`,
    [districtId, deviceIds, timeZone, exceptId],
  );
}
