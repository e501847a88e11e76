import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Scope } from '../access/scope.js';
import { Refusal } from '../common/refusal.js';
import { DEVICE_RECORD } from './device-columns.sql.js';
import { DeviceRecorder, type RecordContext } from './device-recorder.js';
import type { Cause } from '../counts/movements.js';
import type { DeviceFacts, DeviceRecord } from './device-words.js';
import type { CodeChange, DeviceWrite, EventDraft } from './device-writes.js';
import { groupBy } from '../common/group-by.js';

/** A device that an undo left as it is, and why. */
export interface NotUndone {
  targetId: string;
  detail: string;
}

interface UndoneEvent {
  id: string;
  deviceId: string;
  type: string;
  cause: Cause;
  effectiveAt: Date;
  changes: Record<string, [unknown, unknown]>;
  manufacturer: string;
  /** Fields that other change sets touched after this one was recorded. */
  editedSince: string[] | null;
}

/**
 * Takes back what a change set did, as corrections at their own dates: what it made becomes void, what it changed
 * returns. A device that was changed otherwise since is left and listed; holds are obeyed.
 */
@Injectable()
export class ChangeSetUndo {
  constructor(private readonly recorder: DeviceRecorder) {}

  /** Undoes what the change set did to some devices, within the caller's transaction. */
  async undoDevices(
    tx: EntityManager,
    scope: Scope,
    context: RecordContext,
    changeSetId: string,
    deviceIds: string[],
  ): Promise<{ undone: number; left: NotUndone[] }> {
    const devices = await tx.query<DeviceRecord[]>(
      `SELECT ${DEVICE_RECORD} FROM devices d WHERE d.district_id = $1 AND d.id = ANY ($2)
        ORDER BY d.id FOR NO KEY UPDATE`,
      [scope.districtId, deviceIds],
    );
    const events = groupBy(await this.eventsOf(tx, scope, changeSetId, deviceIds), (event) => event.deviceId);
    const left: NotUndone[] = [];
    const writes = devices.flatMap((device): DeviceWrite[] => {
      const own = events.get(device.id) ?? [];
      const reason = whyNot(device, own);
      if (reason) left.push({ targetId: device.id, detail: reason });
      if (reason || own.length === 0) return [];
      const manufacturer = own[0]?.manufacturer ?? '';
      return [{ id: device.id, device, manufacturer, drafts: draftsOf(device, own) }];
    });
    const judged = await this.recorder.prepare(tx, context, writes);
    const good = judged.flatMap((result, i) => {
      if (!(result instanceof Refusal)) return result ?? [];
      left.push({ targetId: writes[i]?.id ?? '', detail: result.message });
      return [];
    });
    await this.recorder.write(tx, context, good);
    return { undone: good.length, left };
  }

  private eventsOf(
    tx: EntityManager,
    scope: Scope,
    changeSetId: string,
    deviceIds: string[],
  ): Promise<UndoneEvent[]> {
    return tx.query<UndoneEvent[]>(
      `SELECT e.id, e.device_id AS "deviceId", e.type, e.cause, e.effective_at AS "effectiveAt", e.changes,
              m.manufacturer,
              (SELECT array_agg(DISTINCT field) FROM device_events l, jsonb_object_keys(l.changes) AS field
                WHERE l.district_id = e.district_id AND l.device_id = e.device_id
                  AND l.change_set_id <> e.change_set_id
                  AND (l.recorded_at, l.id) > (e.recorded_at, e.id)) AS "editedSince"
         FROM device_events e
         JOIN devices d ON d.district_id = e.district_id AND d.id = e.device_id
         JOIN device_models m ON m.district_id = d.district_id AND m.id = d.model_id
        WHERE e.district_id = $1 AND e.change_set_id = $2 AND e.device_id = ANY ($3)
        ORDER BY e.device_id, e.recorded_at, e.id`,
      [scope.districtId, changeSetId, deviceIds],
    );
  }
}

function whyNot(device: DeviceRecord, events: UndoneEvent[]): string | undefined {
  if (device.status === 'void') return 'it is void already';
  const since = events.flatMap((event) => event.editedSince ?? []);
  if (since.length === 0) return undefined;
  if (events.some((event) => event.type === 'entered'))
    return 'it was changed after it was added; void it by hand if it must go';
  const own = new Set(events.flatMap((event) => Object.keys(event.changes)));
  const both = [...new Set(since.filter((field) => own.has(field)))];
  return both.length > 0 ? `${both.join(', ')} was changed again since` : undefined;
}

function draftsOf(device: DeviceRecord, events: UndoneEvent[]): EventDraft[] {
  const entry = events.find((event) => event.type === 'entered');
  if (entry) {
    const set = { status: 'void', personId: null, disposalRoute: null } as const;
    return [
      { type: 'voided', effectiveAt: device.lastEffectiveAt, set, cause: 'corrected', amendsId: entry.id },
    ];
  }
  return events.toReversed().map((event) => ({
    type: 'corrected',
    effectiveAt: event.effectiveAt,
    set: before(event),
    codes: codesTakenBack(event),
    cause: event.cause,
    amendsId: event.id,
  }));
}

function before(event: UndoneEvent): Partial<DeviceFacts> {
  const facts = Object.entries(event.changes).filter(([field]) => !field.startsWith('code.'));
  return Object.fromEntries(facts.map(([field, [was]]) => [field, was])) as Partial<DeviceFacts>;
}

function codesTakenBack(event: UndoneEvent): CodeChange[] {
  return Object.entries(event.changes).flatMap(([field, [was, is]]) => {
    if (!field.startsWith('code.')) return [];
    const kind = field.slice('code.'.length) as CodeChange['kind'];
    return is === null ? [{ kind, code: String(was) }] : [{ kind, code: String(is), release: true }];
  });
}
