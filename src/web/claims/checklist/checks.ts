import { api, answer } from '../../api/client.js';
import type { Shape } from '../../api/problem.js';
import { refusalText } from '../../text/refusals.js';

export type Check = Shape<'ClaimCheckView'>;
type CheckResult = Shape<'ClaimCheckResult'>;

/** What somebody says of one point of a checklist. */
export interface SaidOfPoint {
  isDone: boolean;
  answer?: string;
  reason?: string;
}

/** Points that Rollcall answers from the claim and its device. */
export function isAnsweredByRollcall({ kind }: Pick<Check, 'kind'>): boolean {
  return kind === 'photo' || kind === 'proof_of_purchase';
}

const ANSWERS = {
  management_lock: ['lock_off', 'deprovisioned'],
  data_removal: ['wiped', 'by_vendor'],
} as const;

/** The answers to choose from; none for a point that is only checked off. */
export function answersOf({ kind }: Pick<Check, 'kind'>): (typeof ANSWERS)[keyof typeof ANSWERS] | [] {
  return kind === 'management_lock' || kind === 'data_removal' ? ANSWERS[kind] : [];
}

/** Without the reason, the license of the device would not be kept. */
export function needsReason({ answer: said }: SaidOfPoint): boolean {
  return said === 'deprovisioned';
}

export function openPoints(checklist: readonly Check[]): Check[] {
  return checklist.filter(({ isDone }) => !isDone);
}

/** Checks points off, or takes that back, for claims of one vendor. */
export async function tick(
  claims: readonly string[],
  said: ReadonlyMap<string, SaidOfPoint>,
): Promise<CheckResult[]> {
  const points = [...said].map(([key, { reason, ...point }]) => ({
    key,
    ...point,
    ...(needsReason(point) && reason?.trim() && { reason: reason.trim() }),
  }));
  const body = { claims: [...claims], points };
  return (await answer(api.POST('/api/v1/claims/checklist', { body }))).results;
}

/** Why one of the claims was refused. */
export function refusalOfTick({ code = '', detail = '' }: CheckResult): string {
  return refusalText(code) ?? detail;
}
