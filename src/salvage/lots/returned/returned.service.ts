import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import { Conflict, type FieldError, NotFound } from '../../../common/refusal.js';
import { Transactions } from '../../../database/transactions.js';
import type { Tx } from '../../../database/tx.js';
import { lockSubjects } from '../../../steps/step-writes.js';
import { LOT_STEPS } from '../lot-steps.js';
import { LotNotFound } from '../lots.errors.js';
import type { ReturnedDifferenceBody, ReturnedDifferencesBody } from './returned.dto.js';
import { differenceView, type ReturnedDifferenceView } from './returned.queries.js';
import { lockLots } from './returned-reads.js';
import { compareLots } from './returned-writes.js';

/** How many differences one note settled. */
export interface SettledMany {
  settled: number;
}

/** Differences between what came back and the manifest, as work of people. */
@Injectable()
export class ReturnedDifferences {
  constructor(private readonly transactions: Transactions) {}

  /** Settles all open differences of a kind with one note. @throws LotNotFound; Conflict where the lot is settled */
  settleMany(
    scope: Scope,
    lotId: string,
    { kind, reason, note }: ReturnedDifferencesBody,
  ): Promise<SettledMany> {
    return this.transactions.run(async (tx) => {
      await lockOpenLot(tx, scope, lotId);
      const [, settled] = await tx.query<[unknown, number]>(
        `UPDATE lot_settlement_differences SET settled_at = $5, settled_by = $6, note = $7
          WHERE district_id = $1 AND lot_id = $2 AND kind = $3 AND ($4::text IS NULL OR reason = $4)
            AND ended_at IS NULL AND settled_at IS NULL`,
        [scope.districtId, lotId, kind, reason ?? null, tx.at, scope.accountId, note],
      );
      return { settled };
    });
  }

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
      await lockOpenLot(tx, scope, lotId);
      const [, count] = await tx.query<[unknown, number]>(
        action === 'settle'
          ? `UPDATE lot_settlement_differences SET settled_at = $4, settled_by = $5, note = $6
              WHERE district_id = $1 AND lot_id = $2 AND id = $3 AND ended_at IS NULL AND settled_at IS NULL`
          : `UPDATE lot_settlement_differences SET settled_at = NULL, settled_by = NULL, note = $4
              WHERE district_id = $1 AND lot_id = $2 AND id = $3 AND ended_at IS NULL AND settled_at IS NOT NULL`,
        action === 'settle' ? [districtId, lotId, id, tx.at, accountId, note] : [districtId, lotId, id, note],
      );
      const difference = await differenceView(tx, scope, lotId, id);
      if (!difference) throw new NotFound('The difference of this lot', 'DIFFERENCE_NOT_FOUND');
      if (count === 0) throw action === 'settle' ? settledBefore(difference) : openAlready();
      return difference;
    });
  }
}

/** @throws LotNotFound; Conflict where the lot is settled */
async function lockOpenLot(tx: Tx, scope: Scope, lotId: string): Promise<void> {
  const lot = (await lockSubjects(tx, scope, LOT_STEPS, [lotId])).get(lotId);
  if (!lot) throw new LotNotFound();
  if (lot.state === 'settled')
    throw new Conflict(
      'This lot is settled, so its differences do not change any more.',
      'DIFFERENCES_CLOSED',
    );
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

/**
 * Compares a lot that was picked up with its manifest. Call this in a transaction before the one that settles the lot: a
 * refused step takes back what it finds, and then nobody could read or settle it.
 */
export async function compareBeforeSettling(tx: Tx, { districtId }: Scope, lotId: string): Promise<void> {
  const lot = (await lockLots(tx, districtId, [lotId])).get(lotId);
  if (lot?.state === 'picked_up') await compareLots(tx, districtId, [lotId]);
}

/** What keeps a lot from being settled, one error for each open difference. The lot is locked by the caller. */
export async function openReturned(tx: Tx, { districtId }: Scope, lotId: string): Promise<FieldError[]> {
  // A chunk of an import may have come in since `compareBeforeSettling`.
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
  // A missing device is what its difference is about, so a settled one would come back under the other id.
  await tx.query(
    `UPDATE lot_settlement_differences n SET subject_id = $3
      WHERE n.district_id = $1 AND n.subject_id = $2 AND n.ended_at IS NULL
        AND NOT EXISTS (
          SELECT FROM lot_settlement_differences o
           WHERE o.district_id = $1 AND o.subject_id = $3 AND o.kind = n.kind AND o.reason = n.reason
             AND o.expected = n.expected AND o.found = n.found AND o.ended_at IS NULL)`,
    [districtId, duplicateId, survivorId],
  );
}
