import { Injectable } from '@nestjs/common';
import { reaches, type Scope } from '../../access/scope.js';
import { groupBy } from '../../common/group-by.js';
import { Refusal } from '../../common/refusal.js';
import type { Tx } from '../../database/tx.js';
import {
  draftsOfUndo,
  factsOnceUndone,
  holds,
  type KnownEvent,
  type Undoing,
  undoingOf,
  whyNotUndone,
} from './change-set-undo.drafts.js';
import { codesOfOthers } from '../recording/device-code-rivals.js';
import { lockDevices } from '../recording/device-locks.js';
import { DeviceRecorder, type RecordContext } from '../recording/device-recorder.js';
import type { DeviceWrite } from '../recording/device-drafts.js';

/** If two events have the same date, the one that was recorded later decides. With a slow clock, the undo would be the earlier one. */
const CLOCK_AHEAD =
  'This change was recorded by a computer whose clock is ahead. Wait a few minutes, and then undo it again.';

/** A device that an undo left as it is, and why. */
export interface NotUndone {
  targetId: string;
  detail: string;
}

/**
 * Takes back what a change set did, as corrections at their own dates: what it made becomes void, what it made void
 * comes back, what it changed returns. A device that was changed otherwise since, or is out of the caller's reach by
 * now, is left and listed; holds are obeyed, and so are codes that another device has by now.
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
    const undoings = [...devices.values()].flatMap((device): Undoing[] => {
      const undoing = undoingOf(device, events.get(device.id) ?? [], changeSetId);
      if (!undoing) return [];
      if (!reaches(scope, device.siteId))
        return leave(device.id, 'This device is now at a site that is not one of yours.');
      const reason = whyNotUndone(undoing);
      return reason ? leave(device.id, reason) : [undoing];
    });
    const makers = await this.makersOf(tx, scope, undoings.map(modelOnceUndone));
    const writes = undoings.map((undoing): DeviceWrite => {
      const { device } = undoing;
      const manufacturer = makers.get(modelOnceUndone(undoing)) ?? '';
      return { id: device.id, device, manufacturer, drafts: draftsOfUndo(undoing, context.recordedAt) };
    });
    const judged = await this.recorder.prepare(tx, context, writes);
    const allowed = judged.flatMap((result, i) => {
      const undoing = undoings[i] as Undoing;
      if (result instanceof Refusal) return leave(undoing.device.id, result.message);
      if (!result) return [];
      return holds(undoing, result.after) ? result : leave(undoing.device.id, CLOCK_AHEAD);
    });
    const rivals = await codesOfOthers(tx, scope.districtId, allowed);
    const good = allowed.flatMap((prepared) => {
      const code = rivals.get(prepared.write.id);
      return code ? leave(prepared.write.id, `Another device has the code ${code} now.`) : prepared;
    });
    await this.recorder.write(tx, context, good);
    return { undone: good.length, left };
  }

  /** The makers of some models, by the model's id. */
  private async makersOf(tx: Tx, scope: Scope, models: string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; manufacturer: string }[]>(
      `SELECT id, manufacturer FROM device_models WHERE district_id = $1 AND id = ANY ($2)`,
      [scope.districtId, [...new Set(models)]],
    );
    return new Map(rows.map(({ id, manufacturer }) => [id, manufacturer]));
  }

  /** All events of some devices, with the codes that the change set released. */
  private eventsOf(tx: Tx, scope: Scope, changeSetId: string, deviceIds: string[]): Promise<KnownEvent[]> {
    return tx.query<KnownEvent[]>(
      `SELECT e.id, e.device_id AS "deviceId", e.type, e.cause, e.effective_at AS "effectiveAt",
              e.recorded_at AS "recordedAt", e.changes, e.amends_id AS "amendsId", e.change_set_id AS "changeSetId",
              coalesce((SELECT jsonb_agg(jsonb_build_object('kind', k.kind, 'code', k.code)) FROM device_codes k
                         WHERE e.type = 'voided' AND e.change_set_id = $2 AND k.district_id = $1
                           AND k.device_id = e.device_id AND k.released_at = e.recorded_at), '[]') AS released
         FROM device_events e
        WHERE e.district_id = $1 AND e.device_id = ANY ($3)
        ORDER BY e.device_id, e.recorded_at, e.id`,
      [scope.districtId, changeSetId, deviceIds],
    );
  }
}

function modelOnceUndone(undoing: Undoing): string {
  return factsOnceUndone(undoing).modelId ?? undoing.device.modelId;
}

/** An event that was taken back, and has not been done again: of its undo and the undo of that, the last counts. */
const wasUndone = (event: string): string => `(
  WITH RECURSIVE amending (id, depth) AS (
    SELECT ${event}.id, 0
    UNION ALL
    SELECT c.id, a.depth + 1 FROM amending a, LATERAL (
      SELECT id FROM device_events
       WHERE district_id = $1 AND device_id = ${event}.device_id AND amends_id = a.id
       ORDER BY recorded_at DESC, id DESC LIMIT 1) c)
  SELECT max(depth) % 2 = 1 FROM amending)`;

export const WAS_UNDONE = wasUndone('l');

/**
 * An event `l` that can still be taken back. With the entry of a device, all of its change set was taken back. The
 * entry is looked up for each event: as a join, PostgreSQL may compare all devices of a change set with each other.
 */
export const STANDS = `(NOT ${WAS_UNDONE} AND NOT coalesce((
  SELECT ${wasUndone('n')} FROM device_events n
   WHERE n.district_id = $1 AND n.device_id = l.device_id AND n.change_set_id = l.change_set_id
     AND n.type = 'entered' LIMIT 1), false))`;
