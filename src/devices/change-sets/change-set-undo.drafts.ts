import { newId } from '../../common/ids.js';
import type { CodeKind, DeviceFacts, DeviceRecord, Fact } from '../device-record.js';
import { type CodeChange, type EventDraft } from '../recording/device-drafts.js';
import {
  changesBetween,
  factsAt,
  foldFacts,
  type HistoryEvent,
  inEffectiveOrder,
  originsIn,
  undoneAmong,
} from '../recording/device-history.js';
import { rightNow } from '../recording/device-writes.js';

/** An event in the history of a device for which an undo was requested. */
export interface KnownEvent extends HistoryEvent {
  deviceId: string;
  changeSetId: string;
  /** Codes that it released by making its device void. */
  released: { kind: CodeKind; code: string }[];
}

/** The undo of a change set for one device. */
export interface Undoing {
  device: DeviceRecord;
  history: KnownEvent[];
  /** The events to take back, in the order in which they were recorded. */
  own: KnownEvent[];
  /** The history as it would be if they had never happened, nor what came later and was taken back. */
  meant: KnownEvent[];
  /** The facts that this can change. */
  fields: Set<Fact>;
}

/** What a change set did to a device, or undefined where all of it was taken back already. */
export function undoingOf(
  device: DeviceRecord,
  history: KnownEvent[],
  changeSetId: string,
): Undoing | undefined {
  const undone = undoneAmong(history);
  const did = history.filter((event) => event.changeSetId === changeSetId);
  // A device that never was has nothing else to take back.
  if (did.some(({ type, id }) => type === 'entered' && undone.has(id))) return undefined;
  const own = did.filter(({ id }) => !undone.has(id));
  if (own.length === 0) return undefined;
  const byId = new Map(history.map((event) => [event.id, event]));
  const amendedBy = (event: KnownEvent): KnownEvent | undefined => byId.get(event.amendsId ?? '');
  const originOf = originsIn(history);
  const isGone = (event: KnownEvent | undefined): boolean =>
    event !== undefined && (own.includes(event) || isGone(amendedBy(event)));
  const meant = history.filter((event) => {
    const origin = originOf(event);
    return !isGone(event) && !(undone.has(origin.id) && own.some((one) => isAfter(origin, one)));
  });
  return { device, history, own, meant, fields: fieldsOf([...own, ...own.map(originOf)]) };
}

function fieldsOf(events: KnownEvent[]): Set<Fact> {
  const fields = events
    .flatMap(({ changes }) => Object.keys(changes))
    .filter((field) => field !== 'dueOn' && !field.startsWith('code.')) as Fact[];
  // With its site, a device leaves its room and its cart.
  return new Set(fields.includes('siteId') ? [...fields, 'roomId', 'cartId'] : fields);
}

/** Why a device stays as it is, or undefined where what was done to it can be taken back. */
export function whyNotUndone(undoing: Undoing): string | undefined {
  const { device, own } = undoing;
  if (own.some(({ type, changes }) => type === 'merged' || changes['mergedIntoId']))
    return 'This device was merged with another record, and the two cannot be separated again.';
  if (device.status === 'void' && !own.some(({ type }) => type === 'voided'))
    return 'The record of this device is void already.';
  const since = editedSince(undoing);
  if (since.size === 0) return undefined;
  if (own.some((event) => event.type === 'entered'))
    return 'This device was changed after it was added. If it should not be in the records, an admin can void it.';
  const changed = new Set(own.flatMap((event) => Object.keys(event.changes)));
  const both = [...since].filter((field) => changed.has(field));
  return both.length > 0 ? `Somebody changed this again afterward: ${both.join(', ')}.` : undefined;
}

/** Fields that other change sets changed later. Leaves out changes that were undone, and the undos of later changes. */
function editedSince({ history, own }: Undoing): Set<string> {
  const undone = undoneAmong(history);
  const byId = new Map(history.map((event) => [event.id, event]));
  const others = history.filter(
    ({ id, changeSetId }) => !undone.has(id) && changeSetId !== own[0]?.changeSetId,
  );
  const later = others.filter((other) => {
    const amended = byId.get(other.amendsId ?? '');
    return own.some((event) => isAfter(other, event) && !(amended && isAfter(amended, event)));
  });
  return new Set(later.flatMap(({ changes }) => Object.keys(changes)));
}

function isAfter(a: KnownEvent, b: KnownEvent): boolean {
  const ms = a.recordedAt.getTime() - b.recordedAt.getTime();
  return ms > 0 || (ms === 0 && a.id > b.id);
}

/** The facts of a device once its events are undone, so far as that can change them. */
export function factsOnceUndone({ meant, fields }: Undoing): Partial<DeviceFacts> {
  return only(fields, foldFacts(meant));
}

/** Whether a device is, after its undo, what the undo meant it to be. */
export function holds(undoing: Undoing, after: DeviceFacts): boolean {
  if (undoing.own.some(({ type }) => type === 'entered')) return after.status === 'void';
  const meant = factsOnceUndone(undoing);
  return [...undoing.fields].every((field) => after[field] === meant[field]);
}

/**
 * What takes the events of one device back, at their own dates. Where a later change was undone before, that change
 * and its correction would still decide the facts from their date on. So the undo also writes a correction there.
 */
export function draftsOfUndo(undoing: Undoing, now: Date): EventDraft[] {
  const { device, history, own, meant, fields } = undoing;
  const entry = own.find((event) => event.type === 'entered');
  if (entry) {
    const set = { status: 'void', personId: null, disposalRoute: null } as const;
    return [
      { type: 'voided', effectiveAt: rightNow(device, now), set, cause: 'corrected', amendsId: entry.id },
    ];
  }
  const ordered = inEffectiveOrder(own);
  const from = ordered[0]?.effectiveAt.getTime() ?? 0;
  const instants = new Set(
    history.map(({ effectiveAt }) => effectiveAt.getTime()).filter((at) => at >= from),
  );
  const said: HistoryEvent[] = [...history];
  return [...instants]
    .toSorted((a, b) => a - b)
    .flatMap((at) => {
      const effectiveAt = new Date(at);
      const before = factsAt(effectiveAt, said);
      const changes = changesBetween(before, only(fields, factsAt(effectiveAt, meant)));
      const amended = ordered.filter((event) => event.effectiveAt.getTime() === at).toReversed();
      if (amended.length === 0 && Object.keys(changes).length === 0) return [];
      // A correction has the cause of the event that it takes back. In counts by cause, the two then add up to zero.
      const last = inEffectiveOrder(said.filter((event) => event.effectiveAt.getTime() === at)).at(-1);
      const cause = amended[0]?.cause ?? last?.cause ?? 'corrected';
      said.push({ id: newId(), type: 'corrected', cause, effectiveAt, recordedAt: now, changes });
      const set = Object.fromEntries(Object.entries(changes).map(([field, [, is]]) => [field, is]));
      const base = { type: 'corrected', effectiveAt, cause } as const;
      if (amended.length === 0)
        return [{ ...base, set, amendsId: ordered.findLast((event) => event.effectiveAt < effectiveAt)?.id }];
      return amended.map((event, i) => ({
        ...base,
        set: i === 0 ? set : {},
        codes: [...codesTakenBack(event), ...event.released],
        cause: event.cause,
        amendsId: event.id,
        ...dueDateTakenBack(event),
      }));
    });
}

function only(fields: Set<Fact>, facts: DeviceFacts): Partial<DeviceFacts> {
  return Object.fromEntries([...fields].map((field) => [field, facts[field]]));
}

/** With a loan that is taken back, its due date goes too. */
function dueDateTakenBack({ changes }: KnownEvent): Pick<EventDraft, 'dueOn' | 'wasDueOn'> {
  const due = changes['dueOn'] as [string | null, string | null] | undefined;
  return due && !changes['personId'] ? { dueOn: due[0], wasDueOn: due[1] } : {};
}

function codesTakenBack(event: KnownEvent): CodeChange[] {
  return Object.entries(event.changes).flatMap(([field, [was, is]]) => {
    if (!field.startsWith('code.')) return [];
    const kind = field.slice('code.'.length) as CodeKind;
    return [
      ...listOf(is).map((code) => ({ kind, code, release: true })),
      ...listOf(was).map((code) => ({ kind, code })),
    ];
  });
}

/** One code stands for itself, several are a list. */
function listOf(codes: unknown): string[] {
  return [codes].flat().filter((code): code is string => typeof code === 'string');
}
