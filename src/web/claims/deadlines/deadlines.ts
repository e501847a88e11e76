import type { Shape } from '../../api/problem.js';
import { day, daysBetween, today } from '../../common/words.js';
import { t } from '../../text/text.js';
import type { Claim } from '../claim-words.js';

/** What the district must do in time: send a part back, use an RMA, approve a quote. */
const KINDS = ['part', 'rma', 'quote'] as const;
export type DeadlineKind = (typeof KINDS)[number];

export interface Deadline {
  kind: DeadlineKind;
  /** The last day. */
  on: string;
  /** `over`: it no longer has to be done. */
  is: 'open' | 'done' | 'over';
}

/** Where a claim keeps the last day of each. */
export const DAY_OF = {
  part: 'partDueOn',
  rma: 'rmaExpiresOn',
  quote: 'quoteDueOn',
} as const satisfies Record<DeadlineKind, keyof Shape<'ClaimChangeBody'>>;

/** In these states, neither an RMA nor a quote matters any more. */
const ANSWERED: readonly Claim['state'][] = ['resolved', 'denied', 'closed', 'cancelled'];

/** The deadlines of a claim, what is due first at the front. */
export function deadlinesOf(claim: Claim): Deadline[] {
  return KINDS.flatMap((kind) => {
    const on = claim[DAY_OF[kind]];
    return on === null ? [] : [{ kind, on, is: stateOf(claim, kind) }];
  }).toSorted((one, other) => one.on.localeCompare(other.on));
}

function stateOf(
  { state, partReturnedOn, shippedAt, costApprovedCents }: Claim,
  kind: DeadlineKind,
): Deadline['is'] {
  const isDone = { part: partReturnedOn, rma: shippedAt, quote: costApprovedCents }[kind] !== null;
  if (isDone) return 'done';
  const isOver = kind === 'part' ? state === 'cancelled' : ANSWERED.includes(state);
  return isOver ? 'over' : 'open';
}

/** What can have a deadline and has none: an RMA or a quote only once the vendor gave one. */
export function kindsToAdd(claim: Claim): DeadlineKind[] {
  const { state, sentAt, partReturnedOn, rma, shippedAt, costQuotedCents, costApprovedCents } = claim;
  if (sentAt === null || state === 'cancelled') return [];
  const isAnswered = ANSWERED.includes(state);
  const applies = {
    part: partReturnedOn === null,
    rma: !isAnswered && rma !== null && shippedAt === null,
    quote: !isAnswered && costQuotedCents !== null && costApprovedCents === null,
  };
  return KINDS.filter((kind) => applies[kind] && claim[DAY_OF[kind]] === null);
}

/** The next of them, for lists. */
export function nextDeadline(claim: Claim): Deadline | undefined {
  return deadlinesOf(claim).find(({ is }) => is === 'open');
}

/** Days until a deadline: negative once it has passed. */
export function daysLeft({ on }: Pick<Deadline, 'on'>): number {
  const now = today();
  return on >= now ? daysBetween(now, on) : -daysBetween(on, now);
}

/** How much time is left, in words. */
export function leftWords(deadline: Pick<Deadline, 'on'>): string {
  const days = daysLeft(deadline);
  return days < 0 ? t('claimWork.overdue', { count: -days }) : t('claimWork.daysLeft', { count: days });
}

/** Until when what has to be done, for a list. */
export function dueWords(deadline: Deadline): string {
  return t(`claimWork.due_${deadline.kind}`, { day: day(deadline.on) });
}

/** A calendar date some days after today. */
function dayFromNow(days: number): string {
  return new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10);
}

const WEEK_DAYS = 7;

/** Deadlines of the district that a list of claims can be filtered by. */
export function dueChoices(): { value: string; label: string }[] {
  return [
    { value: 'late', label: t('claimWork.dueLate') },
    { value: 'week', label: t('claimWork.dueWeek') },
  ];
}

/** The last day of the deadlines that a filter asks for. */
export function dueBy(due: string | undefined): string | undefined {
  if (due === undefined) return undefined;
  return dayFromNow(due === 'late' ? -1 : WEEK_DAYS);
}
