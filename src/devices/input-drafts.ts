import { dateIn, startOfDate } from '../common/clock.js';
import type { DeviceInput } from './device-input.js';
import type { InputTime } from './device-planner.js';
import type { MoveDetails } from './device-lifecycle.js';
import type { DeviceFacts, DeviceRecord, DeviceStatus } from './device-words.js';
import { EMPTY, type EventDraft } from './device-writes.js';
import type { JudgedCodes } from './input-codes.js';

/** Statuses in which a device may begin: it comes into stock, into use, or broken. */
const ENTRY: readonly DeviceStatus[] = ['in_stock', 'deployed', 'in_repair'];

/** The events that change a device which is there: one for its status, one for the rest where their dates differ. */
export function draftChange(
  device: DeviceRecord,
  facts: Partial<DeviceFacts>,
  codes: JudgedCodes,
  input: DeviceInput,
  time: InputTime,
): EventDraft[] {
  const set = withConsequences(device, facts);
  const { status, disposalRoute, ...rest } = set;
  const shared = { codes: codes.extra, note: input.note, dueOn: input.dueOn };
  if (status === undefined) return [{ type: 'changed', effectiveAt: time.effectiveAt, set: rest, ...shared }];
  const move = disposalRoute === undefined ? { status } : { status, disposalRoute };
  const details = detailsOf(input, status);
  if (time.statusAt.getTime() === time.effectiveAt.getTime())
    return [{ type: 'moved', effectiveAt: time.effectiveAt, set: { ...rest, ...move }, details, ...shared }];
  const moved: EventDraft = {
    type: 'moved',
    effectiveAt: time.statusAt,
    set: move,
    details,
    note: input.note,
  };
  const others: EventDraft = { type: 'changed', effectiveAt: time.effectiveAt, set: rest, ...shared };
  return Object.keys(rest).length + codes.extra.length > 0 ? [moved, others] : [moved];
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
  const { disposalRoute = null, ...known } = facts;
  const entry: EventDraft = {
    type: 'entered',
    effectiveAt: enteredAt,
    set: {
      ...EMPTY,
      ...known,
      status: ENTRY.includes(status) ? status : 'in_stock',
      enteredOn: dated ?? today,
    },
    codes: codes.extra,
    cause: since ? 'purchased' : 'opened',
    note: input.note,
    dueOn: input.dueOn,
  };
  if (!ENTRY.includes(status)) entry.set.personId = null;
  const drafts = [entry, ...loan(entry, input, time, timeZone, enteredAt)];
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
      set: { status, disposalRoute: disposalRoute ?? 'historical' },
      details: detailsOf(input, status),
    });
  return { drafts, entryDated: since !== null };
}

/** A loan that began after the device entered is an event of its own, so that it keeps its date. */
function loan(
  entry: EventDraft,
  input: DeviceInput,
  time: InputTime,
  timeZone: string,
  enteredAt: Date,
): EventDraft[] {
  const { personId } = entry.set;
  if (!personId) return [];
  const day = input.loanedOn ? startOfDate(timeZone, input.loanedOn) : time.effectiveAt;
  const loanedAt = day > time.now ? time.now : day;
  if (loanedAt <= enteredAt) return [];
  entry.set.personId = null;
  return [{ type: 'changed', effectiveAt: loanedAt, set: { personId }, dueOn: input.dueOn }];
}

/** Who has a device, and in which cart it is, ends with its use. */
function withConsequences(device: DeviceRecord, facts: Partial<DeviceFacts>): Partial<DeviceFacts> {
  const { status } = facts;
  if (status !== 'in_stock' && status !== 'retired' && status !== 'disposed') return facts;
  const set = { ...facts };
  if (device.personId && facts.personId === undefined) set.personId = null;
  if (device.cartId && facts.cartId === undefined && status !== 'in_stock') set.cartId = null;
  if (status === 'disposed' && set.disposalRoute === undefined && device.disposalRoute === null)
    set.disposalRoute = null;
  return set;
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
