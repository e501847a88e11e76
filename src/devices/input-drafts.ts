import { dateIn, startOfDate } from '../common/clock.js';
import type { DeviceInput } from './device-input.js';
import type { InputTime } from './device-planner.js';
import type { MoveDetails } from './device-lifecycle.js';
import type { DeviceFacts, DeviceRecord, DeviceStatus } from './device-words.js';
import { type EventDraft, rightNow } from './device-writes.js';
import type { JudgedCodes } from './input-codes.js';

/** Statuses in which a device may begin: it comes into stock, into use, or broken. */
const ENTRY: readonly DeviceStatus[] = ['in_stock', 'deployed', 'in_repair'];

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
 * from now, as opened. One that is said to be retired, missing or gone was in stock before.
 */
export function draftEntry(
  facts: Partial<DeviceFacts>,
  codes: JudgedCodes,
  input: DeviceInput,
  time: InputTime,
  timeZone: string,
): { drafts: EventDraft[]; entryDated: boolean } {
  const status = facts.status ?? 'in_stock';
  const since = facts.inServiceOn ?? facts.purchasedOn ?? null;
  const today = dateIn(timeZone, time.now);
  const dated = since ?? (input.effectiveOn && input.effectiveOn < today ? input.effectiveOn : null);
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
    cause: since ? 'purchased' : 'opened',
    note: input.note,
    dueOn: set.personId ? input.dueOn : undefined,
  };
  const drafts = [entry, ...(status === 'missing' ? [] : loan(entry, input, time, enteredAt))];
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
