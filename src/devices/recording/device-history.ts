import { groupBy } from '../../common/group-by.js';
import { dateIn } from '../../common/time/clock.js';
import type { Cause, CountUnit, Movement } from '../../counts/ledger/movements.js';
import { isLegalMove } from './device-lifecycle.js';
import type { DeviceFacts, Fact } from '../device-record.js';
import type { DeviceStatus } from '../statuses.js';

export type EventType = 'entered' | 'changed' | 'moved' | 'corrected' | 'merged' | 'voided' | 'reopened';

/** Field → [before, after]. Keys beside the facts: `code.<kind>` for codes that were added or released. */
export type Changes = Record<string, [unknown, unknown]>;

/** One event, as far as the fold needs it. */
export interface HistoryEvent {
  id: string;
  type: EventType;
  cause: Cause;
  effectiveAt: Date;
  recordedAt: Date;
  changes: Changes;
  /** The event that this one takes back. */
  amendsId?: string | null;
}

/** A move that stands between two others and would not be legal there. */
export interface BrokenMove {
  event: HistoryEvent;
  from: DeviceStatus;
  to: DeviceStatus;
}

/**
 * Events by the instant they took effect; what was recorded later overrules what was recorded earlier. An entry
 * comes first whatever its instant: the day it counts from may have been corrected to an earlier one since.
 */
export function inEffectiveOrder<E extends HistoryEvent>(events: readonly E[]): E[] {
  return events.toSorted(
    (a, b) =>
      Number(b.type === 'entered') - Number(a.type === 'entered') ||
      a.effectiveAt.getTime() - b.effectiveAt.getTime() ||
      a.recordedAt.getTime() - b.recordedAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Events that were taken back and not done again. What took an event back may have been taken back itself. */
export function undoneAmong(events: readonly HistoryEvent[]): Set<string> {
  const amending = groupBy(
    events.filter(({ amendsId }) => amendsId),
    ({ amendsId }) => amendsId,
  );
  const isUndone = (id: string): boolean => (amending.get(id) ?? []).some((event) => !isUndone(event.id));
  return new Set(events.map(({ id }) => id).filter(isUndone));
}

/** Finds the event that one takes back, directly or through others that were taken back; itself where it takes back none. */
export function originsIn<E extends HistoryEvent>(events: readonly E[]): (event: E) => E {
  const byId = new Map(events.map((event) => [event.id, event]));
  const originOf = (event: E): E => {
    const amended = byId.get(event.amendsId ?? '');
    return amended ? originOf(amended) : event;
  };
  return originOf;
}

/** A history as if what was taken back had never happened, nor its undo. */
export function withoutUndone<E extends HistoryEvent>(events: readonly E[]): E[] {
  const undone = undoneAmong(events);
  if (undone.size === 0) return [...events];
  const originOf = originsIn(events);
  return events.filter((event) => !undone.has(event.id) && !undone.has(originOf(event).id));
}

/** The facts at an instant. The entry of a device always comes first. */
export function factsAt(at: Date, events: readonly HistoryEvent[]): DeviceFacts {
  return foldFacts(events.filter(({ type, effectiveAt }) => type === 'entered' || effectiveAt <= at));
}

/** The facts after `events`, field by field: a later effective value wins. */
export function foldFacts(events: readonly HistoryEvent[]): DeviceFacts {
  const facts: Record<string, unknown> = { ...NOTHING_KNOWN };
  for (const event of inEffectiveOrder(events)) apply(facts, event);
  return facts as unknown as DeviceFacts;
}

/**
 * Since when the status is what it is. An event that says again what was so already starts nothing, and neither does
 * one that was taken back at its own instant.
 */
export function statusSince(events: readonly HistoryEvent[]): Date | undefined {
  const runs: { status: unknown; since: Date }[] = [];
  for (const { changes, effectiveAt } of inEffectiveOrder(events)) {
    const status = changes['status']?.[1];
    if (status === undefined) continue;
    if (runs.at(-1)?.since.getTime() === effectiveAt.getTime()) runs.pop();
    if (runs.at(-1)?.status !== status) runs.push({ status, since: effectiveAt });
  }
  return runs.at(-1)?.since;
}

/** The facts just before `event` took effect, given the history it stands in. */
export function factsBefore(events: readonly HistoryEvent[], event: HistoryEvent): DeviceFacts {
  const ordered = inEffectiveOrder(events);
  return foldFacts(ordered.slice(0, ordered.indexOf(event)));
}

/**
 * What a whole history does to the counts. A device that is void never was: its history moves nothing. The day
 * it entered may have been corrected, and with it whether anybody knew that day; nothing counts before it.
 */
export function movementsOf(events: readonly HistoryEvent[], timeZone: string): Movement[] {
  return stepsOf(events, timeZone).flatMap(({ movements }) => movements);
}

/** One event, and what it does to the counts; nothing, where it leaves the device where it was counted. */
export interface HistoryStep<E extends HistoryEvent = HistoryEvent> {
  event: E;
  movements: Movement[];
}

/** The same event by event, in the order in which they took effect. */
export function stepsOf<E extends HistoryEvent>(events: readonly E[], timeZone: string): HistoryStep<E>[] {
  const ordered = inEffectiveOrder(events);
  const { status, enteredOn, entryDated } = foldFacts(ordered);
  if (status === 'void') return [];
  const facts: Record<string, unknown> = { ...NOTHING_KNOWN };
  let unit: CountUnit | null = null;
  return ordered.map((event) => {
    apply(facts, event);
    const next = unitOf(facts as unknown as DeviceFacts);
    const date = dateIn(timeZone, event.effectiveAt);
    const isEntry = event.type === 'entered';
    const on = isEntry || date < enteredOn ? enteredOn : date;
    const movements = step(unit, next, on, isEntry ? causeOfEntry(event, entryDated) : event.cause);
    unit = next;
    return { event, movements };
  });
}

/** A device whose date became known later was bought then; one that lost it was there when the register was opened. */
function causeOfEntry(entry: HistoryEvent, entryDated: boolean): Cause {
  if (entry.cause === 'replaced') return 'replaced';
  if (entryDated === (entry.cause === 'purchased')) return entry.cause;
  return entryDated ? 'purchased' : 'opened';
}

/**
 * Where a device that changes its site as well does the rest: it breaks and is returned where it was, and is deployed
 * where it arrives.
 */
const DONE_AT: Partial<Record<Cause, 'before' | 'after'>> = {
  repair: 'before',
  returned: 'before',
  deployed: 'after',
};

/** One out, one in; nothing where the place is the same. With another site, the transfer counts by itself. */
export function step(
  before: CountUnit | null,
  after: CountUnit | null,
  on: string,
  cause: Cause,
): Movement[] {
  if (before && after && sameUnit(before, after)) return [];
  const doneAt = DONE_AT[cause];
  if (doneAt && before && after && before.siteId !== after.siteId) {
    const between =
      doneAt === 'before' ? { ...after, siteId: before.siteId } : { ...before, siteId: after.siteId };
    const [first, second]: Cause[] = doneAt === 'before' ? [cause, 'transferred'] : ['transferred', cause];
    return [...step(before, between, on, first as Cause), ...step(between, after, on, second as Cause)];
  }
  const movements: Movement[] = [];
  if (before) movements.push({ on, unit: before, cause, delta: -1 });
  if (after) movements.push({ on, unit: after, cause, delta: 1 });
  return movements;
}

export function unitOf(facts: DeviceFacts): CountUnit {
  const { siteId, kind, status, modelId, fundingSourceId } = facts;
  return { siteId, kind, status, modelId, fundingSourceId };
}

/** The first move of a history that the table does not allow. Corrections, reopenings and what was undone are free of it. */
export function firstBrokenMove(events: readonly HistoryEvent[]): BrokenMove | undefined {
  const undone = undoneAmong(events);
  let status: DeviceStatus | undefined;
  for (const event of inEffectiveOrder(events)) {
    const to = event.changes['status']?.[1] as DeviceStatus | undefined;
    if (to === undefined) continue;
    const isFree = (event.type !== 'moved' && event.type !== 'changed') || undone.has(event.id);
    if (status !== undefined && !isFree && !isLegalMove(status, to)) return { event, from: status, to };
    status = to;
  }
  return undefined;
}

/** Facts that differ, as [before, after]. */
export function changesBetween(before: DeviceFacts | null, after: Partial<DeviceFacts>): Changes {
  const changes: Changes = {};
  for (const [field, value] of Object.entries(after)) {
    const was = before ? before[field as Fact] : null;
    if (was !== value && value !== undefined) changes[field] = [was, value];
  }
  return changes;
}

/** A device that comes to another site has left its room and its cart, unless the event says where it stands now. */
function apply(facts: Record<string, unknown>, event: HistoryEvent): void {
  if (event.type === 'entered') facts['entryDated'] = event.cause !== 'opened';
  const site = event.changes['siteId']?.[1];
  if (site !== undefined && site !== facts['siteId']) Object.assign(facts, { roomId: null, cartId: null });
  for (const [field, [, after]] of Object.entries(event.changes)) if (field in facts) facts[field] = after;
}

function sameUnit(a: CountUnit, b: CountUnit): boolean {
  return (
    a.siteId === b.siteId &&
    a.status === b.status &&
    a.kind === b.kind &&
    a.modelId === b.modelId &&
    a.fundingSourceId === b.fundingSourceId
  );
}

/** The optional facts of a device, before anything is known about it. */
export const EMPTY = {
  roomId: null,
  cartId: null,
  personId: null,
  assetTag: null,
  serialNumber: null,
  purchasedOn: null,
  inServiceOn: null,
  costCents: null,
  purchaseReference: null,
  fundingSourceId: null,
  notes: null,
  disposalRoute: null,
  mergedIntoId: null,
} satisfies Partial<DeviceFacts>;

const NOTHING_KNOWN: { [F in Fact]: null } = {
  ...EMPTY,
  status: null,
  kind: null,
  modelId: null,
  siteId: null,
  enteredOn: null,
  entryDated: null,
};
