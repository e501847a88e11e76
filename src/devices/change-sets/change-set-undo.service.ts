import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { groupBy } from '../../common/group-by.js';
import { Refusal } from '../../common/refusal.js';
import type { Tx } from '../../database/tx.js';
import { draftsOfUndo, modelOnceUndone, type UndoneEvent, whyNotUndone } from './change-set-undo.drafts.js';
import { codesOfOthers } from '../recording/device-code-rivals.js';
import { lockDevices } from '../recording/device-locks.js';
import { DeviceRecorder, type RecordContext } from '../recording/device-recorder.js';
import type { DeviceRecord } from '../device-record.js';
import type { DeviceWrite } from '../recording/device-drafts.js';

/** A device that an undo left as it is, and why. */
export interface NotUndone {
  targetId: string;
  detail: string;
}

/**
 * Takes back what a change set did, as corrections at their own dates: what it made becomes void, what it made void
 * comes back, what it changed returns. A device that was changed otherwise since is left and listed; holds are
 * obeyed, and so are codes that another device has by now.
 */
@Injectable()
export class ChangeSetUndo {
  constructor(private readonly recorder: DeviceRecorder) {}

  /** Undoes what the change set did to some devices, within the caller's transaction. */
  async undoDevices(
    tx: Tx,
    scope: Scope,
    context: RecordContext,
    changeSetId: string,
    deviceIds: string[],
  ): Promise<{ undone: number; left: NotUndone[] }> {
    const devices = await lockDevices(tx, scope.districtId, deviceIds);
    const events = groupBy(await this.eventsOf(tx, scope, changeSetId, deviceIds), (event) => event.deviceId);
    const left: NotUndone[] = [];
    const leave = (targetId: string, detail: string): [] => {
      left.push({ targetId, detail });
      return [];
    };
    const makers = await this.makersOf(tx, scope, [...devices.values()], events);
    const writes = [...devices.values()].flatMap((device): DeviceWrite[] => {
      const own = events.get(device.id) ?? [];
      const reason = whyNotUndone(device, own);
      if (reason) return leave(device.id, reason);
      if (own.length === 0) return [];
      const manufacturer = makers.get(modelOnceUndone(device, own)) ?? '';
      return [{ id: device.id, device, manufacturer, drafts: draftsOfUndo(device, own, context.recordedAt) }];
    });
    const judged = await this.recorder.prepare(tx, context, writes);
    const allowed = judged.flatMap((result, i) =>
      result instanceof Refusal ? leave(writes[i]?.id ?? '', result.message) : (result ?? []),
    );
    const rivals = await codesOfOthers(tx, scope.districtId, allowed);
    const good = allowed.flatMap((prepared) => {
      const code = rivals.get(prepared.write.id);
      return code ? leave(prepared.write.id, `${code} is on another device by now`) : prepared;
    });
    await this.recorder.write(tx, context, good);
    return { undone: good.length, left };
  }

  /** The makers of the models that devices have once their events are undone, by the model's id. */
  private async makersOf(
    tx: Tx,
    scope: Scope,
    devices: DeviceRecord[],
    events: Map<string, UndoneEvent[]>,
  ): Promise<Map<string, string>> {
    const models = new Set(devices.map((device) => modelOnceUndone(device, events.get(device.id) ?? [])));
    const rows = await tx.query<{ id: string; manufacturer: string }[]>(
      `SELECT id, manufacturer FROM device_models WHERE district_id = $1 AND id = ANY ($2)`,
      [scope.districtId, [...models]],
    );
    return new Map(rows.map(({ id, manufacturer }) => [id, manufacturer]));
  }

  private eventsOf(tx: Tx, scope: Scope, changeSetId: string, deviceIds: string[]): Promise<UndoneEvent[]> {
    return tx.query<UndoneEvent[]>(
      `SELECT e.id, e.device_id AS "deviceId", e.type, e.cause, e.effective_at AS "effectiveAt",
              e.recorded_at AS "recordedAt", e.changes,
              coalesce((SELECT jsonb_agg(jsonb_build_object('kind', k.kind, 'code', k.code)) FROM device_codes k
                         WHERE e.type = 'voided' AND k.district_id = $1 AND k.device_id = e.device_id
                           AND k.released_at = e.recorded_at), '[]') AS released,
              (SELECT array_agg(DISTINCT field) FROM device_events l, jsonb_object_keys(l.changes) AS field
                WHERE l.district_id = $1 AND l.device_id = e.device_id
                  AND l.change_set_id <> e.change_set_id
                  AND (l.recorded_at, l.id) > (e.recorded_at, e.id)
                  AND NOT ${WAS_UNDONE} AND NOT ${UNDOES_LATER}) AS "editedSince"
         FROM device_events e
        WHERE e.district_id = $1 AND e.change_set_id = $2 AND e.device_id = ANY ($3)
        ORDER BY e.device_id, e.recorded_at, e.id`,
      [scope.districtId, changeSetId, deviceIds],
    );
  }
}

/** A later event `l` that was taken back itself, and has not been done again. */
const WAS_UNDONE = `EXISTS (
  SELECT 1 FROM device_events c
   WHERE c.district_id = $1 AND c.device_id = l.device_id AND c.amends_id = l.id
     AND NOT EXISTS (SELECT 1 FROM device_events r
                      WHERE r.district_id = $1 AND r.device_id = c.device_id AND r.amends_id = c.id))`;

/** A later event `l` that takes back something which itself came after the event `e`. */
const UNDOES_LATER = `EXISTS (
  SELECT 1 FROM device_events a
   WHERE a.district_id = $1 AND a.device_id = l.device_id AND a.id = l.amends_id
     AND (a.recorded_at, a.id) > (e.recorded_at, e.id))`;
