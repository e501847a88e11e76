import type { Scope } from '../../access/scope.js';
import { dateIn } from '../../common/time/clock.js';
import type { Tx } from '../../database/tx.js';
import { lockSubjects } from '../../steps/step-writes.js';
import type { ClaimState } from '../claims/claim.entity.js';
import { CLAIM_STEPS } from '../claims/claim-steps.js';
import type { LayoutDefinition } from '../layouts/layout.js';
import { readClaims } from '../layouts/rendering/claim-facts.js';
import { emptyFile, layOut, type LaidOut } from '../layouts/rendering/lay-out.js';
import { MOST_CLAIMS } from './batches.dto.js';
import { ClaimsIncomplete, ClaimsNotReady, NothingReady, NothingToCorrect } from './batches.errors.js';

/** What is about to be sent, and to whom. */
export interface BatchPlan {
  vendorId: string;
  sequence: number;
  layout: LayoutDefinition;
  /** Ids of claims that somebody chose. */
  claims?: readonly string[] | undefined;
}

/** A mail server takes some ten megabytes. A layout has columns and texts for much more. */
const MOST_CHARACTERS = 8_000_000;

/** The vendor still has the claim. */
const WITH_VENDOR: readonly ClaimState[] = ['sent', 'acknowledged', 'in_progress', 'waiting'];

/**
 * Locks ready claims and writes them into rows. Claims that lack something stay ready, and the file goes on with the next
 * ones, so that they hold up nobody.
 * @throws Conflict where there is nothing to send, or a chosen claim is not ready
 */
export async function readyContents(tx: Tx, scope: Scope, plan: BatchPlan): Promise<LaidOut> {
  const file = { batch: plan.sequence, sentOn: dateIn(scope.timeZone, tx.at) };
  const out = emptyFile();
  if (plan.claims) {
    await lockReady(tx, scope, plan, plan.claims, { isChosen: true });
    await layOut(plan.layout, await readClaims(tx, scope.districtId, plan.claims), file, out);
  } else {
    let after = 0;
    let found = MOST_CLAIMS;
    while (found === MOST_CLAIMS && !out.isFull) {
      const candidates = await readyAfter(tx, scope, plan.vendorId, after);
      found = candidates.length;
      after = candidates.at(-1)?.sequence ?? after;
      const ids = candidates.map(({ id }) => id);
      const ready = await lockReady(tx, scope, plan, ids, { isChosen: false });
      const claims = await readClaims(tx, scope.districtId, ready);
      await layOut(plan.layout, claims, file, out, { claims: MOST_CLAIMS, characters: MOST_CHARACTERS });
    }
  }
  if (out.claims.length > 0) return out;
  throw out.lacking.length > 0 ? new ClaimsIncomplete(out.lacking) : new NothingReady();
}

/**
 * Writes the claims of a batch that was wrong into rows again, in the order of their numbers.
 * @throws Conflict where the vendor has none of them any more, a chosen one is not among them, or one lacks something
 */
export async function correctedContents(
  tx: Tx,
  scope: Scope,
  plan: BatchPlan,
  supersedes: string,
): Promise<LaidOut> {
  const items = await tx.query<{ id: string; round: number }[]>(
    `SELECT claim_id AS id, round FROM claim_batch_claims WHERE district_id = $1 AND batch_id = $2 ORDER BY position`,
    [scope.districtId, supersedes],
  );
  const subjects = await lockSubjects(
    tx,
    scope,
    CLAIM_STEPS,
    items.map(({ id }) => id),
  );
  const still = items.filter(({ id, round }) => {
    const claim = subjects.get(id);
    // A claim that was denied and sent again belongs to a later batch.
    return claim && claim.resubmissions === round && WITH_VENDOR.includes(claim.state);
  });
  const ids = new Set(still.map(({ id }) => id));
  const foreign = (plan.claims ?? []).filter((id) => !ids.has(id));
  if (foreign.length > 0)
    throw new ClaimsNotReady(
      'Some of these claims are not in that batch, or the vendor no longer has them. Leave them out.',
      foreign,
    );
  if (ids.size === 0) throw new NothingToCorrect();
  const claims = await readClaims(tx, scope.districtId, plan.claims ?? [...ids]);
  const file = { batch: plan.sequence, sentOn: dateIn(scope.timeZone, tx.at) };
  const out = await layOut(plan.layout, claims, file, emptyFile());
  // A claim that the vendor has must not drop out without a word.
  if (out.lacking.length > 0) throw new ClaimsIncomplete(out.lacking);
  return out;
}

/** Not locked: whoever has one of them under lock may be about to take it back. */
function readyAfter(
  tx: Tx,
  { districtId }: Scope,
  vendorId: string,
  after: number,
): Promise<{ id: string; sequence: number }[]> {
  return tx.query(
    `SELECT id, sequence FROM claims
      WHERE district_id = $1 AND vendor_id = $2 AND state = 'ready' AND sequence > $3
      ORDER BY sequence LIMIT ${MOST_CLAIMS}`,
    [districtId, vendorId, after],
  );
}

/** @returns ids of those that are ready; a chosen one that is not is refused */
async function lockReady(
  tx: Tx,
  scope: Scope,
  { vendorId }: BatchPlan,
  ids: readonly string[],
  { isChosen }: { isChosen: boolean },
): Promise<string[]> {
  const subjects = await lockSubjects(tx, scope, CLAIM_STEPS, ids);
  const isReady = (id: string): boolean => {
    const claim = subjects.get(id);
    return claim?.state === 'ready' && claim.vendorId === vendorId;
  };
  const others = ids.filter((id) => !isReady(id));
  if (isChosen && others.length > 0)
    throw new ClaimsNotReady(
      'Some of these claims are not ready, belong to another vendor, or are in a batch already. Leave them out.',
      others,
    );
  return ids.filter(isReady);
}
