import type { Statements, Tx } from '../../../database/tx.js';
import { InvalidInput } from '../../../common/refusal.js';
import type { PointKind } from './checklist-points.js';

/** A point of the checklist of a claim's vendor, and whether it is done. */
export interface ClaimCheckView {
  key: string;
  kind: PointKind;
  label: string;
  isDone: boolean;
  /** What was chosen, for a point with answers. */
  answer: string | null;
  reason: string | null;
  /** Null for what the claim and its device tell. */
  doneAt: Date | null;
  /** Name or email of the account. */
  doneByName: string | null;
}

interface CheckRow extends ClaimCheckView {
  claimId: string;
}

const CHECKS = `
  SELECT k.id AS "claimId", p.key, p.kind, p.label, c.answer, c.reason, c.done_at AS "doneAt",
         coalesce(nullif(a.name, ''), a.email) AS "doneByName",
         CASE WHEN p.kind = 'photo'
              THEN EXISTS (SELECT FROM claim_files f
                            WHERE f.district_id = $1 AND f.claim_id = k.id AND f.kind = 'photo')
              WHEN p.kind = 'proof_of_purchase'
              THEN d.purchased_on IS NOT NULL
                   OR EXISTS (SELECT FROM claim_files f
                               WHERE f.district_id = $1 AND f.claim_id = k.id AND f.kind = 'proof_of_purchase')
              WHEN p.kind IN ('management_lock', 'data_removal') THEN c.answer IS NOT NULL
              ELSE c.id IS NOT NULL END AS "isDone"
    FROM claims k
    JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
    JOIN claim_checklists l ON l.district_id = $1 AND l.vendor_id = k.vendor_id
   CROSS JOIN LATERAL ROWS FROM (jsonb_to_recordset(l.points) AS (key text, kind text, label text))
     WITH ORDINALITY AS p (key, kind, label, place)
    LEFT JOIN claim_checks c ON c.district_id = $1 AND c.claim_id = k.id AND c.key = p.key AND c.undone_at IS NULL
    LEFT JOIN accounts a ON a.district_id = $1 AND a.id = c.done_by
   WHERE k.district_id = $1 AND k.id = ANY ($2::uuid[])
   ORDER BY p.place`;

/** The checklists of claims with what is done, by claim. A claim whose vendor has no checklist is left out. */
export async function checksOf(
  db: Statements,
  districtId: string,
  claimIds: readonly string[],
): Promise<Map<string, ClaimCheckView[]>> {
  const rows = await db.query<CheckRow[]>(CHECKS, [districtId, claimIds]);
  const checks = new Map<string, ClaimCheckView[]>();
  for (const { claimId, ...check } of rows) {
    const list = checks.get(claimId);
    if (list) list.push(check);
    else checks.set(claimId, [check]);
  }
  return checks;
}

/**
 * Refuses claims to be ready while points of their checklists are open.
 * @param claims all that are asked for; their checklists are read at once, when the first of them is judged under lock
 */
export function guardReady(
  tx: Tx,
  districtId: string,
  step: string,
  claims: readonly string[],
): (claim: { id: string }) => Promise<void> {
  let checks: Promise<Map<string, ClaimCheckView[]>> | undefined;
  return async ({ id }) => {
    if (step !== 'ready') return;
    checks ??= checksOf(tx, districtId, claims);
    const open = ((await checks).get(id) ?? []).filter(({ isDone }) => !isDone);
    if (open.length > 0) throw checklistOpen(open);
  };
}

/** Points of the checklist are still open, and the claim cannot be ready. */
function checklistOpen(open: readonly ClaimCheckView[]): InvalidInput {
  const labels = open.map(({ label }) => label);
  return new InvalidInput(
    `This claim is not ready yet. Do this first, and then tick it on the checklist: ${labels.join(' ')}`,
    open.map(({ key, label }) => ({ field: `checklist.${key}`, code: 'CHECKLIST_OPEN', detail: label })),
    'CLAIM_CHECKLIST_OPEN',
  );
}
