import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import { newId } from '../../../common/ids.js';
import { Conflict, InvalidInput, Refusal } from '../../../common/refusal.js';
import { Transactions } from '../../../database/transactions.js';
import type { Tx } from '../../../database/tx.js';
import { lockSubjects } from '../../../steps/step-writes.js';
import type { ClaimState } from '../claim.entity.js';
import { CLAIM_STEPS, ENDED } from '../claim-steps.js';
import { ClaimNotFound } from '../claims.errors.js';
import type { ClaimCheckBody, ClaimChecksBody } from './checklist.dto.js';
import { ANSWERS, TOLD_BY_THE_CLAIM } from './checklist-points.js';
import { checksOf, type ClaimCheckView } from './claim-checks.js';

/** What became of the ticks of one of many claims. */
export interface ClaimCheckResult {
  /** Place of the claim in the request, from 0. */
  index: number;
  id: string;
  outcome: 'done' | 'refused';
  /** Why it was refused. */
  code?: string;
  detail?: string;
  /** The checklist as it is now. */
  checklist?: ClaimCheckView[];
}

/** Ticks the checklists of claims. */
@Injectable()
export class ClaimTicks {
  constructor(private readonly transactions: Transactions) {}

  /** Ticks the same points of many claims. A refusal concerns its own claim only. */
  tick(scope: Scope, { claims, points }: ClaimChecksBody): Promise<ClaimCheckResult[]> {
    const { districtId } = scope;
    return this.transactions.run(async (tx) => {
      const locked = await lockSubjects(tx, scope, CLAIM_STEPS, claims);
      const before = await checksOf(tx, districtId, claims);
      const refusals = claims.map((id) => whyNot(locked.get(id)?.state, before.get(id) ?? [], points));
      const good = claims.filter((_, i) => refusals[i] === null);
      await write(tx, scope, good, points);
      const after = await checksOf(tx, districtId, good);
      return claims.map((id, index): ClaimCheckResult => {
        const refusal = refusals[index];
        if (refusal) return { index, id, outcome: 'refused', code: refusal.code, detail: refusal.message };
        return { index, id, outcome: 'done', checklist: after.get(id) ?? [] };
      });
    });
  }
}

/** Takes back what was ticked of these points before, and ticks them as they are said now. */
async function write(
  tx: Tx,
  { districtId, accountId }: Scope,
  claims: readonly string[],
  points: readonly ClaimCheckBody[],
): Promise<void> {
  if (claims.length === 0) return;
  await tx.query(
    `UPDATE claim_checks SET undone_at = $4, undone_by = $5
      WHERE district_id = $1 AND claim_id = ANY ($2::uuid[]) AND key = ANY ($3::text[]) AND undone_at IS NULL`,
    [districtId, claims, points.map(({ key }) => key), tx.at, accountId],
  );
  const rows = claims.flatMap((claim_id) =>
    points
      .filter(({ isDone }) => isDone)
      .map(({ key, answer, reason }) => ({ id: newId(), claim_id, key, answer, reason })),
  );
  await tx.query(
    `INSERT INTO claim_checks (district_id, id, claim_id, key, answer, reason, done_by, done_at)
     SELECT $1::uuid, n.id, n.claim_id, n.key, n.answer, n.reason, $2::uuid, $3::timestamptz
       FROM jsonb_populate_recordset(NULL::claim_checks, $4::jsonb) AS n`,
    [districtId, accountId, tx.at, JSON.stringify(rows)],
  );
}

function whyNot(
  state: ClaimState | undefined,
  checklist: readonly ClaimCheckView[],
  points: readonly ClaimCheckBody[],
): Refusal | null {
  if (state === undefined) return new ClaimNotFound();
  if (ENDED.includes(state))
    return new Conflict('This claim has ended, so its checklist cannot be changed.', 'CLAIM_ENDED');
  if (state !== 'draft' && points.some(({ isDone }) => !isDone))
    return new Conflict(
      'A tick can only be taken back while the claim is a draft. Take the claim back to draft first.',
      'CLAIM_NOT_DRAFT',
    );
  for (const point of points) {
    const detail = whatIsWrong(
      point,
      checklist.find(({ key }) => key === point.key),
    );
    if (detail)
      return new InvalidInput(
        detail,
        [{ field: 'points', code: 'CHECK_WRONG', detail }],
        'CLAIM_CHECK_WRONG',
      );
  }
  return null;
}

function whatIsWrong(
  { key, isDone, answer, reason }: ClaimCheckBody,
  point: ClaimCheckView | undefined,
): string | null {
  if (!point) return `The checklist of this vendor has no point "${key}". Load the claim again.`;
  if (TOLD_BY_THE_CLAIM.includes(point.kind))
    return `The point "${key}" cannot be ticked, because Rollcall sees it on the claim. Add the photo or the paper to the claim.`;
  if (!isDone) return null;
  const answers = ANSWERS[point.kind];
  if (answers && !answers.includes(answer ?? ''))
    return `Choose one of these answers for the point "${key}": ${answers.join(', ')}.`;
  if (!answers && answer !== undefined) return `The point "${key}" has no answers. Leave out the answer.`;
  if (answer === 'deprovisioned' && reason === undefined)
    return `Say for the point "${key}" why the device was deprovisioned, so that its license is kept.`;
  return null;
}
