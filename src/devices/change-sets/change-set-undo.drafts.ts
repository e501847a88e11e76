import type { Cause } from '../../counts/ledger/movements.js';
import type { CodeKind, DeviceFacts, DeviceRecord } from '../device-record.js';
import { type CodeChange, type EventDraft } from '../recording/device-drafts.js';
import { rightNow } from '../recording/device-writes.js';

/** An event that is to be undone. */
export interface UndoneEvent {
  id: string;
  deviceId: string;
  type: string;
  cause: Cause;
  effectiveAt: Date;
  recordedAt: Date;
  changes: Record<string, [unknown, unknown]>;
  /** Codes that it released by making its device void. */
  released: { kind: CodeKind; code: string }[];
  /** Fields that other change sets touched after this one was recorded, and that were not undone themselves. */
  editedSince: string[] | null;
}

/** Why a device stays as it is, or undefined where what was done to it can be taken back. */
export function whyNotUndone(device: DeviceRecord, events: UndoneEvent[]): string | undefined {
  if (events.some(({ type, changes }) => type === 'merged' || changes['mergedIntoId']))
    return 'it was merged with another record; what is whose cannot be told apart any more';
  if (device.status === 'void' && !events.some(({ type }) => type === 'voided')) return 'it is void already';
  const since = events.flatMap((event) => event.editedSince ?? []);
  if (since.length === 0) return undefined;
  if (events.some((event) => event.type === 'entered'))
    return 'it was changed after it was added; void it by hand if it must go';
  const own = new Set(events.flatMap((event) => Object.keys(event.changes)));
  const both = [...new Set(since.filter((field) => own.has(field)))];
  return both.length > 0 ? `${both.join(', ')} was changed again since` : undefined;
}

/** The model that a device has once its events are undone: what it was before the first of them that changed it. */
export function modelOnceUndone(device: DeviceRecord, events: UndoneEvent[]): string {
  const changed = events.find(({ type, changes }) => type !== 'entered' && changes['modelId']);
  return (changed?.changes['modelId']?.[0] as string | null | undefined) ?? device.modelId;
}

/** What takes the events of one device back, at their own dates: the last of them first. */
export function draftsOfUndo(device: DeviceRecord, events: UndoneEvent[], now: Date): EventDraft[] {
  const entry = events.find((event) => event.type === 'entered');
  if (entry) {
    const set = { status: 'void', personId: null, disposalRoute: null } as const;
    return [
      { type: 'voided', effectiveAt: rightNow(device, now), set, cause: 'corrected', amendsId: entry.id },
    ];
  }
  return events.toReversed().map((event) => ({
    type: 'corrected',
    effectiveAt: event.effectiveAt,
    set: before(event),
    codes: [...codesTakenBack(event), ...event.released],
    cause: event.cause,
    amendsId: event.id,
    ...dueDateTakenBack(event),
  }));
}

function before(event: UndoneEvent): Partial<DeviceFacts> {
  const facts = Object.entries(event.changes).filter(
    ([field]) => field !== 'dueOn' && !field.startsWith('code.'),
  );
  return Object.fromEntries(facts.map(([field, [was]]) => [field, was])) as Partial<DeviceFacts>;
}

/** With a loan that is taken back, its due date goes too. */
function dueDateTakenBack({ changes }: UndoneEvent): Pick<EventDraft, 'dueOn' | 'wasDueOn'> {
  const due = changes['dueOn'] as [string | null, string | null] | undefined;
  return due && !changes['personId'] ? { dueOn: due[0], wasDueOn: due[1] } : {};
}

function codesTakenBack(event: UndoneEvent): CodeChange[] {
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
