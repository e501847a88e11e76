import type { CodeChange, DeviceWrite, EventDraft } from './device-drafts.js';
import { newId } from '../../common/ids.js';
import { dateIn } from '../../common/time/clock.js';
import { groupBy } from '../../common/group-by.js';
import { type Cause, difference, type Movement } from '../../counts/ledger/movements.js';
import {
  EMPTY,
  type Changes,
  changesBetween,
  factsAt,
  factsBefore,
  firstBrokenMove,
  foldFacts,
  type HistoryEvent,
  inEffectiveOrder,
  movementsOf,
  statusSince,
  step,
  unitOf,
  withoutUndone,
} from './device-history.js';
import { causeOf, type MoveDetails } from './device-lifecycle.js';
import {
  assertAllowed,
  assertOpen,
  assertPlaceIsThere,
  isOrdinary,
  nameOf,
  withConsequences,
} from './device-rules.js';
import { IllegalDeviceMove } from '../devices.errors.js';
import type { DeviceFacts, DeviceRecord, Fact } from '../device-record.js';

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

/**
 * The instant of something that happens to a device now: after all that is recorded of it, also where the clock of
 * another process runs ahead or a change waited while another was written. What is done last must hold.
 */
export function rightNow(device: DeviceRecord, now: Date): Date {
  return new Date(Math.max(now.getTime(), device.lastEffectiveAt.getTime() + 1));
}

/** Whether the past of the device must be read to judge the write: it reaches behind what was already recorded. */
export function reachesBack(write: DeviceWrite): boolean {
  const { device } = write;
  if (!device) return false;
  return write.drafts.some(
    ({ effectiveAt, type, set }) =>
      effectiveAt < device.lastEffectiveAt ||
      type === 'voided' ||
      type === 'corrected' ||
      // The day it counts from hangs on these two.
      set.inServiceOn !== undefined ||
      set.purchasedOn !== undefined,
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
  for (const asked of write.drafts) {
    const draft = before ? withConsequences(before, asked) : asked;
    if (before) assertAllowed(write, before, draft);
    const changes = changesOf(before, draft);
    if (saysNothing(changes, draft)) continue;
    const after = {
      ...(before ?? EMPTY),
      ...draft.set,
      id: write.id,
      version: write.device ? write.device.version + 1 : 1,
      entryDated: write.device?.entryDated ?? write.entryDated ?? false,
      statusSince: changes['status'] || !before ? draft.effectiveAt : before.statusSince,
      lastEffectiveAt: draft.effectiveAt,
    } as DeviceRecord;
    const cause = draft.cause ?? (before ? causeOf(before, after) : 'opened');
    const date = dateIn(timeZone, draft.effectiveAt);
    const on = !before || date < after.enteredOn ? after.enteredOn : date;
    movements.push(...step(before && unitOf(before), unitOf(after), on, cause));
    events.push(eventRow(write, draft, changes, cause, recordedAt));
    before = after;
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
  for (const asked of write.drafts) {
    const probe = eventRow(write, asked, {}, asked.cause ?? 'corrected', recordedAt);
    const before = factsBefore([...all, probe], probe);
    const draft = withConsequences(before, asked);
    if (isOrdinary(draft)) assertOpen(write, draft, all, timeZone);
    assertAllowed(write, before, draft);
    const changes = changesOf(before, draft);
    if (saysNothing(changes, draft)) continue;
    const event = { ...probe, changes, cause: draft.cause ?? causeOf(before, { ...before, ...draft.set }) };
    for (const one of [event, ...correctionsAfter(write, draft, event, all)]) {
      all.push(one);
      events.push(one);
    }
  }
  const broken = firstBrokenMove(all);
  if (broken)
    throw new IllegalDeviceMove(
      nameOf(write),
      broken.from,
      broken.to,
      dateIn(timeZone, broken.event.effectiveAt),
    );
  const facts = foldFacts(all);
  assertPlaceIsThere(write, device, facts);
  const after: DeviceRecord = {
    ...device,
    ...facts,
    version: device.version + 1,
    statusSince: statusSince(all) ?? device.statusSince,
    lastEffectiveAt: inEffectiveOrder(all).at(-1)?.effectiveAt ?? device.lastEffectiveAt,
  };
  const movements = difference(movementsOf(history, timeZone), movementsOf(all, timeZone));
  return { write, after, events, codes: codesOf(write), movements };
}

/**
 * A change that is dated back before an event that was taken back: that event and its undo would still decide the facts
 * from their date on. So there, a correction says what holds without the two.
 */
function correctionsAfter(
  write: DeviceWrite,
  draft: EventDraft,
  event: EventRow,
  history: readonly HistoryEvent[],
): EventRow[] {
  if (!isOrdinary(draft)) return [];
  const said = [...history, event];
  const meant = withoutUndone(said);
  if (meant.length === said.length) return [];
  const fields = Object.keys(draft.set) as Fact[];
  const gone = inEffectiveOrder(said).filter((one) => !meant.includes(one));
  const instants = new Set(gone.map(({ effectiveAt }) => effectiveAt.getTime()));
  const corrections: EventRow[] = [];
  for (const at of [...instants].filter((one) => one >= event.effectiveAt.getTime())) {
    const effectiveAt = new Date(at);
    const is = factsAt(effectiveAt, [...said, ...corrections]);
    const holds = factsAt(effectiveAt, meant);
    const set = Object.fromEntries(fields.map((field) => [field, holds[field]]));
    const changes = changesBetween(is, set);
    if (Object.keys(changes).length === 0) continue;
    // With the cause of what was taken back there, counts by cause add up.
    const cause = gone.findLast((one) => one.effectiveAt.getTime() === at)?.cause ?? 'corrected';
    const correction: EventDraft = { type: 'corrected', effectiveAt, set, cause };
    corrections.push(eventRow(write, correction, changes, cause, event.recordedAt));
  }
  return corrections;
}

/** To report a loss differently changes no fact, and neither does the event that takes such a report back. */
function saysNothing(changes: Changes, { details, amendsId }: EventDraft): boolean {
  return Object.keys(changes).length === 0 && !details && !amendsId;
}

function changesOf(before: DeviceFacts | null, draft: EventDraft): Changes {
  const changes = changesBetween(before, draft.set);
  const { dueOn, wasDueOn = null } = draft;
  if (dueOn !== undefined && dueOn !== wasDueOn) changes['dueOn'] = [wasDueOn, dueOn];
  if (!draft.codes || draft.codes.length === 0) return changes;
  for (const [kind, codes] of groupBy(draft.codes, (code) => code.kind))
    changes[`code.${kind}`] = [
      oneOrAll(codes.filter(({ release }) => release)),
      oneOrAll(codes.filter(({ release }) => !release)),
    ];
  return changes;
}

/** A device rarely gains more than one code of a kind; a list is for when it does. */
function oneOrAll(codes: CodeChange[]): string | string[] | null {
  const [only, ...others] = codes.map(({ code }) => code);
  return others.length > 0 ? [only as string, ...others] : (only ?? null);
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
    id: newId(),
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
