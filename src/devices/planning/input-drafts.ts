import { dateIn, startOfDate } from '../../common/time/clock.js';
import type { DeviceInput } from './device-input.js';
import type { InputTime } from './input-times.js';
import type { MoveDetails } from '../recording/device-lifecycle.js';
import type { DeviceFacts, DeviceRecord } from '../device-record.js';
import type { DeviceStatus } from '../statuses.js';
import { type EventDraft } from '../recording/device-drafts.js';
import { rightNow } from '../recording/device-writes.js';
import type { JudgedCodes } from './input-codes.js';
import { type FirstDate, notesOfEntry } from './entry-notes.js';
import type { RowNote } from '../../imports/import-kind.js';

/** Statuses in which a device may begin: it comes into stock, into use, or broken. */
export const ENTRY: readonly DeviceStatus[] = ['in_stock', 'deployed', 'in_repair'];

/** The events that change a device which is there: one for each instant at which something of it takes effect. */
export function draftChange(
  device: DeviceRecord,
  facts: Partial<DeviceFacts>,
  codes: JudgedCodes,
  input: DeviceInput,
  time: InputTime,
): EventDraft[] {
  const now = rightNow(device, time.now);
  const drafts = new Map<number, EventDraft>();
  const add = (said: Date, part: Partial<EventDraft>): void => {
    const effectiveAt = said.getTime() === time.now.getTime() ? now : said;
    const { set, ...known } = drafts.get(effectiveAt.getTime()) ?? { type: 'changed' as const, set: {} };
    const draft = { ...known, ...part, set: { ...set, ...part.set }, effectiveAt, note: input.note };
    drafts.set(effectiveAt.getTime(), draft);
  };
  const { status, disposalRoute, personId, ...rest } = facts;
  const move = disposalRoute === undefined ? { status } : { status, disposalRoute };
  if (status !== undefined)
    add(time.statusAt, { type: 'moved', set: move, details: detailsOf(input, status) });
  else if (device.status === 'missing' && (input.missing || input.policeReportNumber))
    // It was lost, and turns out to have been stolen.
    add(time.effectiveAt, { details: detailsOf(input, 'missing') });
  if (Object.keys(rest).length + codes.extra.length > 0)
    add(time.effectiveAt, { set: rest, codes: codes.extra });
  if (personId !== undefined)
    add(time.loanedAt ?? time.effectiveAt, { set: { personId }, dueOn: input.dueOn });
  else if (input.dueOn !== undefined && device.personId && input.dueOn !== time.wasDueOn)
    add(time.effectiveAt, { dueOn: input.dueOn, wasDueOn: time.wasDueOn });
  return [...drafts.values()].toSorted((a, b) => a.effectiveAt.getTime() - b.effectiveAt.getTime());
}

/**
 * The events of a device that enters. It counts from its in-service or purchase date, as purchased; without one
 * from the first thing that is told of it, or from now, as opened. One that is said to be retired, missing or gone was in stock before.
 */
export function draftEntry(
  facts: Partial<DeviceFacts>,
  codes: JudgedCodes,
  input: DeviceInput,
  time: InputTime,
  timeZone: string,
  notes: RowNote[],
): { drafts: EventDraft[]; entryDated: boolean } {
  const status = facts.status ?? 'in_stock';
  const since = facts.inServiceOn ?? facts.purchasedOn ?? null;
  const today = dateIn(timeZone, time.now);
  const said = input.effectiveOn && input.effectiveOn < today ? input.effectiveOn : null;
  // Without a date of its own it was there at the latest when the first thing happened to it that the row tells of.
  const first = since === null && said === null ? firstDate(input, facts, today) : undefined;
  const dated = since ?? said ?? first?.on ?? null;
  const enteredAt = dated && dated < today ? startOfDate(timeZone, dated) : time.effectiveAt;
  const set: Partial<DeviceFacts> = {
    ...facts,
    status: ENTRY.includes(status) ? status : 'in_stock',
    enteredOn: dated ?? today,
    disposalRoute: null,
  };
  // Who had it last is worth knowing of a missing device; custody of a retired one has ended.
  if (status === 'retired' || status === 'disposed') set.personId = null;
  const entry: EventDraft = {
    type: 'entered',
    effectiveAt: enteredAt,
    set,
    codes: codes.extra,
    cause: time.replaces ? 'replaced' : since ? 'purchased' : 'opened',
    note: input.note,
    dueOn: set.personId ? input.dueOn : undefined,
  };
  const holder = facts.personId;
  const drafts = [entry, ...(status === 'missing' ? [] : loan(entry, input, time, enteredAt))];
  notes.push(
    ...notesOfEntry({
      input,
      status,
      enteredOn: set.enteredOn as string,
      first,
      holder: holder ?? null,
      today,
      dated,
    }),
  );
  const at = time.statusAt < enteredAt ? enteredAt : time.statusAt;
  if (status === 'missing')
    drafts.push({
      type: 'moved',
      effectiveAt: at,
      set: { status },
      details: detailsOf(input, status, dateIn(timeZone, at)),
    });
  if (status === 'retired' || status === 'disposed')
    drafts.push({ type: 'moved', effectiveAt: at, set: { status: 'retired' } });
  if (status === 'disposed')
    drafts.push({
      type: 'moved',
      effectiveAt: at,
      set: { status, disposalRoute: facts.disposalRoute ?? 'historical' },
      details: detailsOf(input, status),
    });
  return { drafts, entryDated: since !== null };
}

/** The earliest thing that a row without a date of entry tells of, where that was before today. */
function firstDate(input: DeviceInput, facts: Partial<DeviceFacts>, today: string): FirstDate | undefined {
  const told: FirstDate[] = [];
  if (input.loanedOn && facts.personId) told.push({ column: 'loanedOn', on: input.loanedOn });
  if (input.statusOn) told.push({ column: 'statusOn', on: input.statusOn });
  if (input.missingSince) told.push({ column: 'missingSince', on: input.missingSince });
  return told.filter(({ on }) => on < today).toSorted((a, b) => (a.on < b.on ? -1 : 1))[0];
}

/** A loan that began after the device entered is an event of its own, so that it keeps its date. */
function loan(entry: EventDraft, input: DeviceInput, time: InputTime, enteredAt: Date): EventDraft[] {
  const { personId } = entry.set;
  if (!personId) return [];
  const loanedAt = time.loanedAt ?? time.effectiveAt;
  if (loanedAt <= enteredAt) return [];
  entry.set.personId = null;
  entry.dueOn = undefined;
  return [{ type: 'changed', effectiveAt: loanedAt, set: { personId }, dueOn: input.dueOn }];
}

function detailsOf(input: DeviceInput, status: DeviceStatus, missingSince?: string): MoveDetails | undefined {
  if (status === 'missing')
    return {
      missing: input.missing ?? (missingSince ? 'lost' : undefined),
      missingSince: input.missingSince ?? input.statusOn ?? missingSince,
      policeReportNumber: input.policeReportNumber,
    };
  if (status === 'disposed' && input.approvalReference) return { approvalReference: input.approvalReference };
  return undefined;
}
