import { v7 as uuid } from 'uuid';
import { dateIn } from '../common/clock.js';
import { type Cause, difference, type Movement } from '../counts/movements.js';
import {
  type Changes,
  changesBetween,
  type EventType,
  factsBefore,
  firstBrokenMove,
  foldFacts,
  type HistoryEvent,
  inEffectiveOrder,
  movementsOf,
  step,
  unitOf,
} from './device-history.js';
import {
  causeOf,
  type Gate,
  isLegalMove,
  type MoveDetails,
  missingDetails,
  ROUTE_RULES,
} from './device-lifecycle.js';
import {
  BackdatedCustody,
  BeforeEntry,
  DeviceIsGone,
  GatesClosed,
  IllegalDeviceMove,
  MoveIncomplete,
} from './devices.errors.js';
import type { CodeKind, DeviceFacts, DeviceRecord } from './device-words.js';

/** A code that a device gains, or that is released from it. */
export interface CodeChange {
  kind: CodeKind;
  code: string;
  release?: boolean;
}

/** One change that somebody wants to make to a device. */
export interface EventDraft {
  type: EventType;
  effectiveAt: Date;
  set: Partial<DeviceFacts>;
  codes?: CodeChange[];
  /** Where nothing is given, it is read off what changes. */
  cause?: Cause;
  amendsId?: string;
  note?: string;
  details?: MoveDetails;
  /** With a new holder: the calendar date by which it is due back. */
  dueOn?: string | null;
}

/** Everything that one transaction does to one device. */
export interface DeviceWrite {
  id: string;
  /** Null where the first draft makes it enter. */
  device: DeviceRecord | null;
  /** The maker, within which its serial is unique. */
  manufacturer: string;
  entryDated?: boolean;
  drafts: EventDraft[];
  /** Gates of a disposal route that are proved for this device. */
  gatesMet?: ReadonlySet<Gate>;
}

export interface EventRow extends HistoryEvent {
  deviceId: string;
  amendsId: string | null;
  note: string | null;
  details: MoveDetails | null;
  dueOn: string | null;
}

/** A write that was judged and found good: what the tables will hold. */
export interface PreparedWrite {
  write: DeviceWrite;
  after: DeviceRecord;
  events: EventRow[];
  codes: CodeChange[];
  movements: Movement[];
}

/** How people call a device in a message. */
export function nameOf(write: DeviceWrite): string {
  const set = write.drafts[0]?.set;
  return (
    write.device?.assetTag ?? write.device?.serialNumber ?? set?.assetTag ?? set?.serialNumber ?? 'The device'
  );
}

/** Whether the past of the device must be read to judge the write: it reaches behind what was already recorded. */
export function reachesBack(write: DeviceWrite): boolean {
  const { device } = write;
  if (!device) return false;
  return write.drafts.some(
    (draft) =>
      draft.effectiveAt < device.lastEffectiveAt ||
      draft.type === 'voided' ||
      draft.type === 'corrected' ||
      draft.set.enteredOn !== undefined,
  );
}

/**
 * Works out what a write does, without a database.
 * @param history the device's events, where `reachesBack` says that they are needed
 * @returns null where nothing changes
 * @throws a refusal that names what stands against it
 */
export function prepareWrite(
  write: DeviceWrite,
  history: readonly HistoryEvent[] | undefined,
  timeZone: string,
  recordedAt: Date,
): PreparedWrite | null {
  const prepared = history
    ? rewriteHistory(write, history, timeZone, recordedAt)
    : appendToHistory(write, timeZone, recordedAt);
  return prepared && prepared.events.length > 0 ? prepared : null;
}

function appendToHistory(write: DeviceWrite, timeZone: string, recordedAt: Date): PreparedWrite {
  let before = write.device;
  const events: EventRow[] = [];
  const movements: Movement[] = [];
  for (const draft of write.drafts) {
    if (before) assertAllowed(write, before, draft);
    const changes = changesOf(before, draft);
    if (Object.keys(changes).length === 0 && !draft.details) continue;
    const facts: DeviceFacts = { ...(before ?? EMPTY), ...draft.set } as DeviceFacts;
    const cause = draft.cause ?? (before ? causeOf(before, facts) : 'opened');
    const date = dateIn(timeZone, draft.effectiveAt);
    const on = !before || date < facts.enteredOn ? facts.enteredOn : date;
    movements.push(...step(before && unitOf(before), unitOf(facts), on, cause));
    events.push(eventRow(write, draft, changes, cause, recordedAt));
    before = {
      ...facts,
      id: write.id,
      version: write.device ? write.device.version + 1 : 1,
      entryDated: write.device?.entryDated ?? write.entryDated ?? false,
      statusSince: changes['status'] || !before ? draft.effectiveAt : before.statusSince,
      lastEffectiveAt: draft.effectiveAt,
    };
  }
  return { write, after: before as DeviceRecord, events, codes: codesOf(write), movements };
}

function rewriteHistory(
  write: DeviceWrite,
  history: readonly HistoryEvent[],
  timeZone: string,
  recordedAt: Date,
): PreparedWrite {
  const device = write.device as DeviceRecord;
  const all = [...history];
  const events: EventRow[] = [];
  for (const draft of write.drafts) {
    const probe = eventRow(write, draft, changesOf(null, draft), draft.cause ?? 'corrected', recordedAt);
    const before = factsBefore([...all, probe], probe);
    if (before.status === null) throw new BeforeEntry(nameOf(write), device.enteredOn);
    assertCustodyIsLatest(write, device, draft);
    assertAllowed(write, { ...device, ...before }, draft);
    const changes = changesOf(before, draft);
    if (Object.keys(changes).length === 0) continue;
    const event = { ...probe, changes, cause: draft.cause ?? causeOf(before, { ...before, ...draft.set }) };
    all.push(event);
    events.push(event);
  }
  const broken = firstBrokenMove(all);
  if (broken)
    throw new IllegalDeviceMove(
      nameOf(write),
      broken.from,
      broken.to,
      dateIn(timeZone, broken.event.effectiveAt),
    );
  const ordered = inEffectiveOrder(all);
  const facts = foldFacts(all);
  const lastMove = ordered.findLast((event) => event.changes['status'] !== undefined);
  const after: DeviceRecord = {
    ...device,
    ...facts,
    version: device.version + 1,
    entryDated: device.entryDated || (write.entryDated ?? false),
    statusSince: lastMove?.effectiveAt ?? device.statusSince,
    lastEffectiveAt: ordered.at(-1)?.effectiveAt ?? device.lastEffectiveAt,
  };
  const movements = difference(movementsOf(history, timeZone), movementsOf(all, timeZone));
  return { write, after, events, codes: codesOf(write), movements };
}

function assertAllowed(write: DeviceWrite, before: DeviceFacts, draft: EventDraft): void {
  if (draft.type === 'corrected' || draft.type === 'reopened') return;
  if (draft.type === 'voided' || draft.type === 'merged') return;
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
    const closed = rule.gates.filter((gate) => !write.gatesMet?.has(gate));
    if (closed.length > 0) throw new GatesClosed(nameOf(write), draft.set.disposalRoute, closed);
  }
}

/** A loan in the middle of later loans would need them rewritten; a correction of the latest one does not. */
function assertCustodyIsLatest(write: DeviceWrite, device: DeviceRecord, draft: EventDraft): void {
  const isCorrection = draft.type === 'corrected' || draft.type === 'voided' || draft.type === 'merged';
  if (draft.set.personId !== undefined && draft.effectiveAt < device.lastEffectiveAt && !isCorrection)
    throw new BackdatedCustody(nameOf(write));
}

function changesOf(before: DeviceFacts | null, draft: EventDraft): Changes {
  const changes = changesBetween(before, draft.set);
  for (const { kind, code, release } of draft.codes ?? [])
    changes[`code.${kind}`] = release ? [code, null] : [null, code];
  return changes;
}

function codesOf(write: DeviceWrite): CodeChange[] {
  return write.drafts.flatMap((draft) => draft.codes ?? []);
}

function eventRow(
  write: DeviceWrite,
  draft: EventDraft,
  changes: Changes,
  cause: Cause,
  recordedAt: Date,
): EventRow {
  return {
    deviceId: write.id,
    id: uuid(),
    type: draft.type,
    cause,
    effectiveAt: draft.effectiveAt,
    recordedAt,
    changes,
    amendsId: draft.amendsId ?? null,
    note: draft.note ?? null,
    details: draft.details ?? null,
    dueOn: draft.dueOn ?? null,
  };
}

/** The optional facts of a device of which nothing is known yet. */
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
