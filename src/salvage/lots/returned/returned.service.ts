import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import { Conflict, type FieldError, NotFound } from '../../../common/refusal.js';
import { Transactions } from '../../../database/transactions.js';
import type { Tx } from '../../../database/tx.js';
import { lockSubjects } from '../../../steps/step-writes.js';
import { LOT_STEPS } from '../lot-steps.js';
import { LotNotFound } from '../lots.errors.js';
import type { ReturnedDifferenceBody } from './returned.dto.js';
import { differenceView, type ReturnedDifferenceView } from './returned.queries.js';
import { compareLots } from './returned-writes.js';

/** Differences between what came back and the manifest, as work of people. */
@Injectable()
export class ReturnedDifferences {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Settles an open difference with a note that says how, or opens a settled one again.
   * @throws LotNotFound; NotFound; Conflict where the lot is settled, or somebody else was faster
   */
  settle(
    scope: Scope,
    lotId: string,
    id: string,
    { action, note }: ReturnedDifferenceBody,
  ): Promise<ReturnedDifferenceView> {
    const { districtId, accountId } = scope;
    return this.transactions.run(async (tx) => {
      const lot = (await lockSubjects(tx, scope, LOT_STEPS, [lotId])).get(lotId);
      if (!lot) throw new LotNotFound();
      if (lot.state === 'settled')
        throw new Conflict(
          'This lot is settled, so its differences do not change any more.',
          'DIFFERENCES_CLOSED',
        );
      const [, count] = await tx.query<[unknown, number]>(
        action === 'settle'
          ? `UPDATE lot_settlement_differences SET settled_at = $4, settled_by = $5, note = $6
              WHERE district_id = $1 AND lot_id = $2 AND id = $3 AND ended_at IS NULL AND settled_at IS NULL`
          : `UPDATE lot_settlement_differences SET settled_at = NULL, settled_by = NULL, note = $4
              WHERE district_id = $1 AND lot_id = $2 AND id = $3 AND ended_at IS NULL AND settled_at IS NOT NULL`,
        action === 'settle' ? [districtId, lotId, id, tx.at, accountId, note] : [districtId, lotId, id, note],
      );
      const difference = await differenceView(tx, scope, id);
      if (!difference) throw new NotFound('The difference of this lot', 'DIFFERENCE_NOT_FOUND');
      if (count === 0) throw action === 'settle' ? settledBefore(difference) : openAlready();
      return difference;
    });
  }
}

function settledBefore({ settledByName, note }: ReturnedDifferenceView): Conflict {
  return new Conflict(
    `${settledByName ?? 'Rollcall'} has settled this difference already: ${note ?? ''}`,
    'DIFFERENCE_SETTLED',
  );
}

function openAlready(): Conflict {
  return new Conflict('This difference is open already.', 'DIFFERENCE_OPEN');
}

/** What keeps a lot from being settled, one error for each open difference. The lot is locked by the caller. */
export async function openReturned(tx: Tx, { districtId }: Scope, lotId: string): Promise<FieldError[]> {
  // The price may have been filed, or an import stopped, since the last file was compared.
  await compareLots(tx, districtId, [lotId]);
  return tx.query<FieldError[]>(
    `SELECT 'returned.' || id AS field, 'NOT_CLEARED_UP' AS code,
            'Not cleared up yet: ' || concat_ws(', ', replace(kind, '_', ' '), nullif(code, '')) || '.' AS detail
       FROM lot_settlement_differences
      WHERE district_id = $1 AND lot_id = $2 AND ended_at IS NULL AND settled_at IS NULL ORDER BY found_at, id`,
    [districtId, lotId],
  );
}

/** Of two records of one device, the survivor takes the place of the duplicate, unless it has a line of its own. */
export async function followMerge(
  tx: Tx,
  { districtId }: Scope,
  { survivorId, duplicateId }: { survivorId: string; duplicateId: string },
): Promise<void> {
  await tx.query(
    `UPDATE lot_settlement_lines s SET device_id = $3
      WHERE s.district_id = $1 AND s.device_id = $2
        AND NOT EXISTS (SELECT FROM lot_settlement_lines o
                         WHERE o.district_id = $1 AND o.lot_id = s.lot_id AND o.device_id = $3
                           AND o.withdrawn_at IS NULL)`,
    [districtId, duplicateId, survivorId],
  );
  await tx.query(
    `UPDATE lot_settlement_differences SET device_id = $3 WHERE district_id = $1 AND device_id = $2`,
    [districtId, duplicateId, survivorId],
  );
}
