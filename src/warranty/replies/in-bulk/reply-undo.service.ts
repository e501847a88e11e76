import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import type { Tx } from '../../../database/tx.js';
import type { ImportContext, RowOutcome, UndoException } from '../../../imports/import-kind.js';
import { type ClaimAnswer, ClaimRetractions } from '../../claims/claim-retractions.service.js';
import { repliedClaims } from '../intake/reply-claims.js';
import { answersOf } from '../intake/reply-rows.js';

interface UndoneClaim {
  claimId: string;
  number: string;
  /** Null where no reply of the file changed the claim. */
  before: ClaimAnswer | null;
  after: ClaimAnswer | null;
}

/** How the clock stood is put back with the rest, but does not say that somebody changed the claim. */
const NOT_COMPARED = ['minutesRun', 'clockFrom'] as const;

/** Takes back what a file of replies did. */
@Injectable()
export class ReplyUndo {
  constructor(private readonly retractions: ClaimRetractions) {}

  /**
   * The claims go back to how they were before the first reply of the file, and its replies count as never received. A
   * claim that moved on since stays as it is, with its replies.
   */
  async undo(
    tx: Tx,
    { scope, importId }: ImportContext,
    outcomes: readonly RowOutcome[],
  ): Promise<UndoException[]> {
    const claimIds = [...new Set(outcomes.flatMap(({ targetId }) => targetId ?? []))];
    await this.retractions.lockVendors(tx, scope, claimIds);
    await repliedClaims(tx, scope, claimIds, true);
    const claims = await undoneClaims(tx, scope, importId, claimIds);
    const now = await answersOf(tx, scope, claimIds);
    const [left, free] = [[] as UndoneClaim[], [] as UndoneClaim[]];
    for (const claim of claims)
      (claim.after === null || isSame(now.get(claim.claimId), claim.after) ? free : left).push(claim);
    await this.retractions.retractWithin(
      tx,
      scope,
      free.flatMap(({ claimId: id, before, after }) => (before && after ? { id, before } : [])),
    );
    await tx.query(
      `UPDATE claim_replies SET state = 'undone', version = version + 1, updated_at = $4
        WHERE district_id = $1 AND import_id = $2 AND claim_id = ANY ($3::uuid[]) AND state <> 'undone'`,
      [scope.districtId, importId, free.map(({ claimId }) => claimId), tx.at],
    );
    return left.map(({ claimId, number }) => ({
      targetId: claimId,
      detail: `Claim ${number} was changed after the import, so Rollcall left it as it is.`,
    }));
  }
}

/** What the file did to each claim: the claim before its first reply, and after its last one. */
function undoneClaims(
  tx: Tx,
  { districtId }: Scope,
  importId: string,
  claimIds: readonly string[],
): Promise<UndoneClaim[]> {
  return tx.query(
    `SELECT k.id AS "claimId", k.number,
            (array_agg(r.claim_before ORDER BY r.id) FILTER (WHERE r.claim_before IS NOT NULL))[1] AS before,
            (array_agg(r.claim_after ORDER BY r.id DESC) FILTER (WHERE r.claim_after IS NOT NULL))[1] AS after
       FROM claim_replies r JOIN claims k ON k.district_id = $1 AND k.id = r.claim_id
      WHERE r.district_id = $1 AND r.import_id = $2 AND r.claim_id = ANY ($3::uuid[]) AND r.state <> 'undone'
      GROUP BY k.id, k.number ORDER BY k.id`,
    [districtId, importId, claimIds],
  );
}

function isSame(now: object | undefined, after: ClaimAnswer): boolean {
  const compared = (answer: object): object =>
    Object.fromEntries(
      Object.entries(answer).filter(([name]) => !(NOT_COMPARED as readonly string[]).includes(name)),
    );
  return now !== undefined && isDeepStrictEqual(compared(now), compared(after));
}
