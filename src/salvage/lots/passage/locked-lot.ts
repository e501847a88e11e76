import type { Scope } from '../../../access/scope.js';
import type { Tx } from '../../../database/tx.js';
import type { Subject } from '../../../steps/step-writes.js';
import type { LotFacts } from '../lot-steps.js';
import type { LotState } from '../lot.entities.js';
import type { LotOnPaper } from './lot-papers.js';

/** A lot under its lock. */
export type LockedLot = Subject<LotState, LotFacts>;

/** The kind of evidence that a lot is. */
export const BY_LOT = 'lot';

/** The facts that the papers of a lot print. */
export async function paperFacts(tx: Tx, { districtId }: Scope, lot: LockedLot): Promise<LotOnPaper> {
  const [row] = await tx.query<{ recipientName: string | null; siteName: string }[]>(
    `SELECT v.name AS "recipientName", s.name AS "siteName" FROM sites s
       LEFT JOIN vendors v ON v.district_id = $1 AND v.id = $3
      WHERE s.district_id = $1 AND s.id = $2`,
    [districtId, lot.siteId, lot.recipientId],
  );
  if (!row) throw new Error('the site of a lot is gone');
  return { ...lot, ...row };
}
