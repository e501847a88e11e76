import { groupBy } from '../common/group-by.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mapInSlices } from '../common/in-slices.js';
import { Refusal } from '../common/refusal.js';
import { CountsWriter } from '../counts/counts-writer.js';
import { type CopyCell, copyRows } from '../database/copy.js';
import { DEVICE_COLUMNS } from './device-columns.sql.js';
import { writeCodes } from './device-code-rows.js';
import { writeCustody } from './device-custody-rows.js';
import type { EventType, HistoryEvent } from './device-history.js';
import { type DeviceWrite, type PreparedWrite, prepareWrite, reachesBack } from './device-writes.js';
import { nameOf } from './device-rules.js';
import { DeviceHeld } from './devices.errors.js';

/** Who changes what, together. */
export interface RecordContext {
  districtId: string;
  timeZone: string;
  actorId: string | null;
  changeSetId: string;
  recordedAt: Date;
}

interface OpenHold {
  deviceId: string;
  kind: string;
  forbids: string[];
  reason: string;
  owner: string;
}

const NEW_DEVICE_COLUMNS = ['district_id', ...DEVICE_COLUMNS.map(([, column]) => column), 'updated_at'];
const EVENT_COLUMNS = [
  'district_id',
  'device_id',
  'id',
  'type',
  'cause',
  'effective_at',
  'recorded_at',
  'actor_id',
  'change_set_id',
  'changes',
  'details',
  'amends_id',
  'version',
];

const UPDATE_DEVICES = `
  UPDATE devices d SET ${DEVICE_COLUMNS.filter(([fact]) => fact !== 'id')
    .map(([, column]) => `${column} = n.${column}`)
    .join(', ')}, updated_at = $2
    FROM jsonb_to_recordset($3::jsonb) AS n (${DEVICE_COLUMNS.map(([, column, type]) => `${column} ${type}`).join(', ')})
   WHERE d.district_id = $1 AND d.id = n.id AND d.version = n.version - 1`;

/**
 * Writes devices, their events and their counts: the only code that does, for one device as for ten thousand,
 * from the API, a file, a scan or an undo. A fixed number of statements, whatever the number of devices.
 */
@Injectable()
export class DeviceRecorder {
  constructor(private readonly counts: CountsWriter) {}

  /** Judges and writes; the first refusal stops it all. The devices must be locked by the caller. */
  async record(tx: EntityManager, context: RecordContext, writes: DeviceWrite[]): Promise<PreparedWrite[]> {
    const judged = await this.prepare(tx, context, writes);
    const good = judged.flatMap((result) => {
      if (result instanceof Refusal) throw result;
      return result ?? [];
    });
    await this.write(tx, context, good);
    return good;
  }

  /** For each write: what it does, null where it changes nothing, or why it is refused. Writes nothing. */
  async prepare(
    tx: EntityManager,
    context: RecordContext,
    writes: DeviceWrite[],
  ): Promise<(PreparedWrite | Refusal | null)[]> {
    const known = writes.filter((write) => write.device);
    const holds = await this.openHolds(tx, context.districtId, known);
    const histories = await loadHistories(
      tx,
      context.districtId,
      known.filter(reachesBack).map(({ id }) => id),
    );
    return mapInSlices(writes, (write) => {
      try {
        assertNotHeld(write, holds.get(write.id) ?? []);
        return prepareWrite(write, histories.get(write.id), context.timeZone, context.recordedAt);
      } catch (error) {
        if (error instanceof Refusal) return error;
        throw error;
      }
    });
  }

  async write(tx: EntityManager, context: RecordContext, prepared: PreparedWrite[]): Promise<void> {
    if (prepared.length === 0) return;
    const { districtId } = context;
    const fresh = prepared.filter(({ write }) => !write.device);
    const known = prepared.filter(({ write }) => write.device);
    if (fresh.length > 0) await copyRows(tx, 'devices', NEW_DEVICE_COLUMNS, deviceRows(context, fresh));
    if (known.length > 0) await this.update(tx, context, known);
    await writeCodes(tx, context, prepared);
    await copyRows(tx, 'device_events', EVENT_COLUMNS, eventRows(context, prepared));
    await writeNotes(tx, districtId, prepared);
    await writeCustody(tx, districtId, prepared);
    await this.counts.addWithin(tx, districtId, context.changeSetId, movementsIn(prepared));
  }

  private async update(tx: EntityManager, context: RecordContext, prepared: PreparedWrite[]): Promise<void> {
    const rows = prepared.map(({ after }) =>
      Object.fromEntries(DEVICE_COLUMNS.map(([fact, column]) => [column, after[fact]])),
    );
    const [, count] = await tx.query<[unknown, number]>(UPDATE_DEVICES, [
      context.districtId,
      context.recordedAt,
      JSON.stringify(rows),
    ]);
    // The caller holds the rows' locks, so a version that moved on means that it does not.
    if (count !== prepared.length) throw new Error('devices were written without being locked');
  }

  private async openHolds(
    tx: EntityManager,
    districtId: string,
    writes: DeviceWrite[],
  ): Promise<Map<string, OpenHold[]>> {
    if (writes.length === 0) return new Map();
    const rows = await tx.query<OpenHold[]>(
      `SELECT device_id AS "deviceId", kind, forbids, reason, owner FROM device_holds
        WHERE district_id = $1 AND device_id = ANY ($2) AND lifted_at IS NULL`,
      [districtId, writes.map(({ id }) => id)],
    );
    return groupBy(rows, (row) => row.deviceId);
  }
}

/** The events of some devices, as the fold needs them. */
export async function loadHistories(
  tx: EntityManager,
  districtId: string,
  deviceIds: string[],
): Promise<Map<string, HistoryEvent[]>> {
  if (deviceIds.length === 0) return new Map();
  const rows = await tx.query<(HistoryEvent & { deviceId: string; type: EventType })[]>(
    `SELECT device_id AS "deviceId", id, type, cause, effective_at AS "effectiveAt", recorded_at AS "recordedAt", changes
       FROM device_events WHERE district_id = $1 AND device_id = ANY ($2)`,
    [districtId, deviceIds],
  );
  return groupBy(rows, (row) => row.deviceId);
}

function assertNotHeld(write: DeviceWrite, holds: OpenHold[]): void {
  if (holds.length === 0) return;
  for (const draft of write.drafts)
    for (const action of actionsOf(write, draft))
      for (const hold of holds)
        if (hold.forbids.includes(action)) throw new DeviceHeld(nameOf(write), action, hold);
}

function actionsOf(write: DeviceWrite, draft: DeviceWrite['drafts'][number]): string[] {
  const actions = ['change'];
  if (draft.set.siteId && draft.set.siteId !== write.device?.siteId) actions.push('move');
  if (draft.set.status === 'retired') actions.push('retire');
  if (draft.set.status === 'disposed') actions.push('dispose');
  if (draft.set.status === 'void') actions.push('void');
  return actions;
}

function* deviceRows(context: RecordContext, prepared: PreparedWrite[]): Generator<CopyCell[]> {
  for (const { after } of prepared)
    yield [context.districtId, ...DEVICE_COLUMNS.map(([fact]) => after[fact]), context.recordedAt];
}

function* eventRows(context: RecordContext, prepared: PreparedWrite[]): Generator<CopyCell[]> {
  for (const { events, after } of prepared)
    for (const event of events)
      yield [
        context.districtId,
        event.deviceId,
        event.id,
        event.type,
        event.cause,
        event.effectiveAt,
        event.recordedAt,
        context.actorId,
        context.changeSetId,
        event.changes,
        event.details,
        event.amendsId,
        after.version,
      ];
}

async function writeNotes(tx: EntityManager, districtId: string, prepared: PreparedWrite[]): Promise<void> {
  const noted = prepared.flatMap(({ events }) => events.filter((event) => event.note !== null));
  if (noted.length === 0) return;
  const rows = noted.map((event) => [districtId, event.deviceId, event.id, event.note]);
  await copyRows(tx, 'event_notes', ['district_id', 'device_id', 'event_id', 'note'], rows);
}

function* movementsIn(prepared: PreparedWrite[]): Generator<PreparedWrite['movements'][number]> {
  for (const { movements } of prepared) yield* movements;
}
