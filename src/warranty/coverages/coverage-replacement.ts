import type { Scope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import { dateIn } from '../../common/time/clock.js';
import type { Tx } from '../../database/tx.js';
import { LAST_ON } from './coverage-state.js';

/** One device in the place of another one. */
export interface Replaced {
  /** The change set that did it. */
  changeSetId: string;
  oldId: string;
  newId: string;
}

/** What a coverage says beside its device, its end and its own history. */
const TERMS = `vendor_id, kind, service_level, contract_number, incidents_a_year, incidents_in_total, deductible_cents,
  repair_cap_cents, waiting_days, excludes, on_replacement, starts_on, ends_on, cancelled_on, source, source_id, source_at`;

/**
 * Ends the coverages of a device that was replaced, on that day. Those that transfer go on for the new device, with the
 * same first and last day and with what claims have used up of them.
 */
export async function replaceCoverages(
  tx: Tx,
  scope: Scope,
  { changeSetId, oldId, newId: device }: Replaced,
): Promise<void> {
  const { districtId, accountId, timeZone } = scope;
  const today = dateIn(timeZone, tx.at);
  const coverages = await tx.query<{ id: string; goesOn: boolean }[]>(
    `SELECT c.id, c.on_replacement = 'transfers' AS "goesOn" FROM coverages c
      WHERE c.district_id = $1 AND c.device_id = $2 AND c.withdrawn_at IS NULL AND ${LAST_ON} >= $3
      ORDER BY c.id FOR NO KEY UPDATE`,
    [districtId, oldId, today],
  );
  if (coverages.length === 0) return;
  const rows = JSON.stringify(
    coverages.map(({ id, goesOn }) => ({ id, successor: goesOn ? newId() : null })),
  );
  const SUCCESSORS = `jsonb_to_recordset($2::jsonb) AS n (id uuid, successor uuid)`;
  await tx.query(
    `INSERT INTO coverages (district_id, id, device_id, ${TERMS}, created_by, created_at, updated_at)
     SELECT $1::uuid, n.successor, $3::uuid, ${TERMS}, $4::uuid, $5::timestamptz, $5::timestamptz
       FROM ${SUCCESSORS} JOIN coverages c ON c.district_id = $1 AND c.id = n.id
      WHERE n.successor IS NOT NULL`,
    [districtId, rows, device, accountId, tx.at],
  );
  await tx.query(
    `INSERT INTO replaced_coverages (district_id, change_set_id, coverage_id, successor_id, cancelled_on_before, ended_on)
     SELECT $1::uuid, $3::uuid, n.id, n.successor, c.cancelled_on, $4::date
       FROM ${SUCCESSORS} JOIN coverages c ON c.district_id = $1 AND c.id = n.id`,
    [districtId, rows, changeSetId, today],
  );
  await tx.query(
    `UPDATE coverages c SET cancelled_on = $3, version = c.version + 1, updated_at = $4
      WHERE c.district_id = $1 AND c.id = ANY ($2::uuid[])`,
    [districtId, coverages.map(({ id }) => id), today, tx.at],
  );
}

/** Takes back `replaceCoverages`. What somebody changed since then stays as it is. */
export async function restoreCoverages(
  tx: Tx,
  { districtId, accountId }: Scope,
  changeSetId: string,
): Promise<void> {
  await tx.query(
    `UPDATE coverages c SET withdrawn_at = $3, withdrawn_by = $4, withdrawal_reason = 'The replacement was undone.',
            version = c.version + 1, updated_at = $3
       FROM replaced_coverages r
      WHERE r.district_id = $1 AND r.change_set_id = $2 AND c.district_id = $1 AND c.id = r.successor_id
        AND c.withdrawn_at IS NULL`,
    [districtId, changeSetId, tx.at, accountId],
  );
  await tx.query(
    `UPDATE coverages c SET cancelled_on = r.cancelled_on_before, version = c.version + 1, updated_at = $3
       FROM replaced_coverages r
      WHERE r.district_id = $1 AND r.change_set_id = $2 AND c.district_id = $1 AND c.id = r.coverage_id
        AND c.withdrawn_at IS NULL AND c.cancelled_on = r.ended_on`,
    [districtId, changeSetId, tx.at],
  );
}
