import { api, answer } from '../../api/client.js';
import { type Shape, wordsOf } from '../../api/problem.js';
import { openPoints, refusalOfTick, type SaidOfPoint, tick } from '../checklist/checks.js';
import { type Claim, refusalOfMany } from '../claim-words.js';

/** Steps that many claims can take at once. */
export const STEPS = ['ready', 'send', 'cancel'] as const;
export type BulkStep = (typeof STEPS)[number];
export type Said = Pick<Shape<'ClaimStepsBody'>, 'reference' | 'reason'>;

/** What somebody says of the points of checklists, by the key of the vendor and the key of the point. */
export type SaidOfVendors = ReadonlyMap<string, ReadonlyMap<string, SaidOfPoint>>;

/** The most claims that the API takes in one request. */
const MOST = 200;

/** What became of many claims. */
export interface Outcome {
  done: number;
  refused: { claim: Claim; why: string }[];
  /** Where a request failed after others were done: how many claims were not asked for, and why it failed. */
  failed?: { ids: string[]; why: string };
  /** Claims that lack the same points of their checklists still. */
  open?: { labels: string[]; claims: Claim[] }[];
}

interface Result {
  index: number;
  outcome: 'done' | 'refused';
}

/**
 * Asks for many claims, as many at a time as the API takes. Each refusal concerns its own claim only. If one request
 * fails, what came before stays.
 */
async function askFor<R extends Result>(
  claims: readonly Claim[],
  ask: (ids: string[]) => Promise<readonly R[]>,
  why: (claim: Claim, result: R) => string,
): Promise<Outcome & { results: { claim: Claim; result: R }[] }> {
  const outcome: Outcome & { results: { claim: Claim; result: R }[] } = { done: 0, refused: [], results: [] };
  for (let from = 0; from < claims.length; from += MOST) {
    const part = claims.slice(from, from + MOST);
    const answered = await ask(part.map(({ id }) => id)).catch((error: Error) => error);
    if (answered instanceof Error) {
      if (from === 0) throw answered;
      return { ...outcome, failed: { ids: claims.slice(from).map(({ id }) => id), why: wordsOf(answered) } };
    }
    for (const result of answered) {
      const claim = part[result.index];
      if (!claim) continue;
      outcome.results.push({ claim, result });
      if (result.outcome === 'done') outcome.done += 1;
      else outcome.refused.push({ claim, why: why(claim, result) });
    }
  }
  return outcome;
}

/** Takes a step for all of them. */
export function stepAll(step: BulkStep, claims: readonly Claim[], said: Said): Promise<Outcome> {
  return askFor(
    claims,
    async (ids) =>
      (await answer(api.POST('/api/v1/claims/steps', { body: { step, ...said, claims: ids } }))).results,
    (claim, result) => refusalOfMany(step, claim, result),
  );
}

/** Checks off the same points for all drafts of a vendor, and tells which points are still open. */
export async function tickAll(drafts: readonly Claim[], said: SaidOfVendors): Promise<Outcome> {
  const whole: Outcome = { done: 0, refused: [], open: [] };
  const open = new Map<string, { labels: string[]; claims: Claim[] }>();
  for (const [vendor, points] of said) {
    const claims = drafts.filter((claim) => claim.vendor === vendor);
    const { done, refused, failed, results } = await askFor(
      claims,
      (ids) => tick(ids, points),
      (_, result) => refusalOfTick(result),
    );
    whole.done += done;
    whole.refused.push(...refused);
    if (failed) whole.failed = { ids: [...(whole.failed?.ids ?? []), ...failed.ids], why: failed.why };
    for (const { claim, result } of results) {
      const labels = openPoints(result.checklist ?? []).map(({ label }) => label);
      if (labels.length === 0) continue;
      const group = open.get(labels.join('\n')) ?? { labels, claims: [] };
      group.claims.push(claim);
      open.set(labels.join('\n'), group);
    }
  }
  return { ...whole, open: [...open.values()] };
}
