import type { Scope } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';
import { type KeptCoverage, MOST_EXAMPLES, type RuleUndo } from './rule-effect.js';
import { RULED_COLUMNS } from './rule-effect.sql.js';

/** What a coverage was, as the columns that it is put back into. */
const BEFORE = `(vendor_id uuid, kind text, service_level text, contract_number text, incidents_a_year integer,
  incidents_in_total integer, deductible_cents integer, repair_cap_cents integer, waiting_days integer,
  excludes text[], on_replacement text, starts_on date, ends_on date, source_id uuid, source_at timestamptz)`;

/**
 * Takes back what a run did: what it added is withdrawn, and what it changed is put back. What somebody changed since is
 * what they say, and stays.
 */
export async function undoRun(
  tx: Tx,
  { districtId, accountId }: Scope,
  runId: string,
): Promise<Pick<RuleUndo, 'withdrawn' | 'restored' | 'kept'>> {
  const [withdrawn] = await tx.query<[unknown[], number]>(
    `UPDATE coverages c
        SET withdrawn_at = $3, withdrawn_by = $4, withdrawal_reason = 'Rule undone', version = c.version + 1,
            updated_at = $3
       FROM coverage_rule_rows w
      WHERE w.district_id = $1 AND w.run_id = $2 AND w.action = 'add' AND c.district_id = $1
        AND c.id = w.coverage_id AND c.source = 'rule' AND c.source_id = $2 AND c.withdrawn_at IS NULL
      RETURNING c.id`,
    [districtId, runId, tx.at, accountId],
  );
  const [restored] = await tx.query<[{ id: string }[], number]>(
    `UPDATE coverages c
        SET ${[...RULED_COLUMNS, 'source_id', 'source_at'].map((column) => `${column} = b.${column}`).join(', ')},
            version = c.version + 1, updated_at = $3
       FROM coverage_rule_rows w, LATERAL jsonb_to_record(w.before) AS b ${BEFORE}
      WHERE w.district_id = $1 AND w.run_id = $2 AND w.action = 'change' AND c.district_id = $1
        AND c.id = w.coverage_id AND c.source = 'rule' AND c.source_id = $2 AND c.withdrawn_at IS NULL
        AND NOT EXISTS (
          SELECT 1 FROM coverages x
           WHERE x.district_id = $1 AND x.device_id = c.device_id AND x.vendor_id = b.vendor_id
             AND x.kind = b.kind AND x.contract_number = b.contract_number AND x.starts_on = b.starts_on
             AND x.source = 'rule' AND x.withdrawn_at IS NULL AND x.id <> c.id)
      RETURNING c.id`,
    [districtId, runId, tx.at],
  );
  const kept = await tx.query<(Omit<KeptCoverage, 'detail'> & { coverages: number; source: string })[]>(
    `SELECT c.id AS "coverageId", c.device_id AS "deviceId", coalesce(d.asset_tag, d.serial_number) AS "deviceCode",
            c.source, (count(*) OVER ())::int AS coverages
       FROM coverage_rule_rows w
       JOIN coverages c ON c.district_id = $1 AND c.id = w.coverage_id
       JOIN devices d ON d.district_id = $1 AND d.id = c.device_id
      WHERE w.district_id = $1 AND w.run_id = $2 AND c.withdrawn_at IS NULL AND c.id <> ALL ($3::uuid[])
      ORDER BY 3, 1 LIMIT ${MOST_EXAMPLES}`,
    [districtId, runId, restored.map(({ id }) => id)],
  );
  return {
    withdrawn: withdrawn.length,
    restored: restored.length,
    kept: {
      coverages: kept[0]?.coverages ?? 0,
      examples: kept.map(({ coverages: _, source, ...coverage }) => ({
        ...coverage,
        detail: whyKept(source),
      })),
    },
  };
}

function whyKept(source: string): string {
  return source === 'person'
    ? 'A person corrected this coverage after the rule was applied, so Rollcall left it as it is.'
    : 'This coverage was changed again by a rule since then, so Rollcall left it as it is.';
}
