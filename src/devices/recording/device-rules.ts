import { dateIn } from '../../common/time/clock.js';
import { foldFacts, type HistoryEvent } from './device-history.js';
import { closedGates, type Gate, isLegalMove, missingDetails, ROUTE_RULES } from './device-lifecycle.js';
import type { DeviceFacts, DeviceRecord } from '../device-record.js';
import type { DeviceWrite, EventDraft } from './device-drafts.js';
import {
  BackdatedCustody,
  BeforeEntry,
  DeviceIsGone,
  GatesClosed,
  IllegalDeviceMove,
  MoveIncomplete,
  PlaceElsewhere,
} from '../devices.errors.js';

/** How people call a device in a message. */
export function nameOf(write: DeviceWrite): string {
  const set = write.drafts[0]?.set;
  return (
    write.device?.assetTag ?? write.device?.serialNumber ?? set?.assetTag ?? set?.serialNumber ?? 'The device'
  );
}

/** The same for a device as it is. */
export function nameOfDevice({ assetTag, serialNumber }: DeviceFacts): string {
  return assetTag ?? serialNumber ?? 'The device';
}

/** Whether the rules of a device's life apply: corrections, merges and reopenings are free of them. */
export function isOrdinary(draft: EventDraft): boolean {
  return draft.type === 'changed' || draft.type === 'moved';
}

/**
 * What a change brings with it, given what was so before. Who has a device, and in which cart it is, ends with its
 * use; the day it counts from follows the dates it was bought and put into service.
 */
export function withConsequences(before: DeviceFacts, draft: EventDraft): EventDraft {
  if (!isOrdinary(draft) && draft.type !== 'merged') return draft;
  const set = { ...draft.set };
  const { status } = set;
  if (status !== before.status && (status === 'in_stock' || status === 'retired' || status === 'disposed')) {
    if (before.personId && set.personId === undefined) set.personId = null;
    if (before.cartId && set.cartId === undefined && status !== 'in_stock') set.cartId = null;
  }
  if (set.inServiceOn !== undefined || set.purchasedOn !== undefined) {
    const { inServiceOn, purchasedOn } = { ...before, ...set };
    const since = inServiceOn ?? purchasedOn;
    set.entryDated = since !== null;
    // Without any date left it goes on counting from the day it did, and is flagged.
    if (since !== null) set.enteredOn = since;
  }
  return { ...draft, set };
}

/** @throws a refusal that names what stands against the move, judged by how things were before it */
export function assertAllowed(write: DeviceWrite, before: DeviceFacts, draft: EventDraft): void {
  if (isOrdinary(draft)) assertLivesOn(write, before, draft);
  assertGatesOpen(write, before, draft);
}

function assertLivesOn(write: DeviceWrite, before: DeviceFacts, draft: EventDraft): void {
  if (before.status === 'disposed' || before.status === 'void')
    throw new DeviceIsGone(nameOf(write), before.status);
  const to = draft.set.status ?? before.status;
  if (to === before.status) return;
  const problems = missingDetails(to, draft.set.disposalRoute ?? null, draft.details ?? {});
  if (!isLegalMove(before.status, to)) throw new IllegalDeviceMove(nameOf(write), before.status, to);
  if (problems.length > 0) throw new MoveIncomplete(nameOf(write), to, problems);
  if (to === 'disposed' && draft.set.disposalRoute) {
    const rule = ROUTE_RULES[draft.set.disposalRoute];
    if (!rule.from.includes(before.status)) throw new IllegalDeviceMove(nameOf(write), before.status, to);
  }
}

/**
 * Gates that a request proves by itself, with words or rights. An undo that brings such a disposal back needs no
 * second proof. All other gates need a clearance that is open now.
 */
const PROVED_ONCE: ReadonlySet<Gate> = new Set(['admin_import', 'loss_report', 'approval']);

/** No way of disposing of a device goes around its gates: undoing and correcting do not either. */
function assertGatesOpen(
  write: DeviceWrite,
  before: DeviceFacts,
  { type, set, effectiveAt }: EventDraft,
): void {
  const route = set.disposalRoute;
  if (set.status !== 'disposed' || before.status === 'disposed' || !route) return;
  const isOpen = (gate: Gate): boolean =>
    write.gatesMet?.has(gate) ||
    (type === 'corrected' && PROVED_ONCE.has(gate)) ||
    write.clearances?.some(
      (one) => one.gate === gate && one.from <= effectiveAt && (!one.isSpent || type === 'corrected'),
    ) === true;
  const closed = closedGates(route, isOpen);
  if (closed.length > 0) throw new GatesClosed(nameOf(write), route, closed);
}

/** What no backdated change may do: come before the device, touch one that never was, reorder its loans. */
export function assertOpen(
  write: DeviceWrite,
  draft: EventDraft,
  history: readonly HistoryEvent[],
  timeZone: string,
): void {
  const { status, enteredOn } = foldFacts(history);
  if (status === 'void') throw new DeviceIsGone(nameOf(write), status);
  const since = draft.set.enteredOn ?? enteredOn;
  if (dateIn(timeZone, draft.effectiveAt) < since) throw new BeforeEntry(nameOf(write), since);
  // A loan in the middle of later loans would need them rewritten; a correction of the latest one does not.
  const later = history.some((event) => event.changes['personId'] && event.effectiveAt > draft.effectiveAt);
  if (draft.set.personId !== undefined && later) throw new BackdatedCustody(nameOf(write));
}

/** A room that was recorded for the site it stood at must not be left behind by a change of that site. */
export function assertPlaceIsThere(write: DeviceWrite, before: DeviceRecord, after: DeviceFacts): void {
  if (after.siteId === before.siteId) return;
  const stays =
    (after.roomId !== null && after.roomId === before.roomId) ||
    (after.cartId !== null && after.cartId === before.cartId);
  if (stays) throw new PlaceElsewhere(nameOf(write));
}
