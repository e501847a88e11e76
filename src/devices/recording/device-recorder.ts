import { groupBy } from '../../common/group-by.js';
import { Injectable } from '@nestjs/common';
import { mapInSlices } from '../../common/turns.js';
import { Refusal } from '../../common/refusal.js';
import { addCountsSql, countRows, CountsWriter } from '../../counts/ledger/counts-writer.js';
import { type CopyCell, copyRows } from '../../database/copy.js';
import type { Tx } from '../../database/tx.js';
import { DEVICE_COLUMNS } from '../device-columns.sql.js';
import { openClearances } from './device-clearances.js';
import { writeCodes } from './device-code-rows.js';
import { writeCustody } from './device-custody-rows.js';
import type { ChangeSetKind } from '../entities/change-set.entity.js';
import type { EventType, HistoryEvent } from './device-history.js';
import { type DeviceWrite } from './device-drafts.js';
import { type PreparedWrite, prepareWrite, reachesBack } from './device-writes.js';
import { nameOf } from './device-rules.js';
import { DeviceHeld } from '../devices.errors.js';

/** Who changes what, together. */
export interface RecordContext {
  districtId: string;
  timeZone: string;
  actorId: string | null;
  changeSetId: string;
  recordedAt: Date;
  /** The change set is not there yet: it is begun, as this, with the first write. */
  opens?: ChangeSetKind;
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

/** Begins a change set, where `kind` is not null. */
const OPEN_CHANGE_SET = (district: string, id: string, kind: string, actor: string, at: string): string => `
  INSERT INTO change_sets (district_id, id, kind, actor_id, recorded_at)
  SELECT ${district}, ${id}::uuid, ${kind}::text, ${actor}::uuid, ${at}::timestamptz WHERE ${kind}::text IS NOT NULL
  ON CONFLICT (district_id, id) DO NOTHING`;

/** Up to so many devices are changed by one statement; beyond, COPY is faster. */
const FEW = 200;

type DeviceColumn = (typeof DEVICE_COLUMNS)[number];

/** Brings devices up to date, in the columns in which any of them differs: `$2` now, `$3` their rows. */
const updateDevices = (columns: readonly DeviceColumn[]): string => `
  UPDATE devices d SET ${columns
    .filter(([fact]) => fact !== 'id')
    .map(([, column]) => `${column} = n.${column}`)
    .join(', ')}, updated_at = $2
    FROM jsonb_to_recordset($3::jsonb) AS n (${columns.map(([, column, type]) => `${column} ${type}`).join(', ')})
   WHERE d.district_id = $1 AND d.id = n.id AND d.version = n.version - 1`;

/** The same with events and counts: `$4` account, `$5` change set, `$6` events, `$7` movements, `$8` what it opens. */
const changeFew = (columns: readonly DeviceColumn[]): string => `
  WITH opened AS (${OPEN_CHANGE_SET('$1', '$5', '$8', '$4', '$2')}),
  changed AS (${updateDevices(columns)} RETURNING 1),
  told AS (
    INSERT INTO device_events (${EVENT_COLUMNS.join(', ')})
    SELECT $1::uuid, n.device_id, n.id, n.type, n.cause, n.effective_at, $2::timestamptz, $4::uuid, $5::uuid, n.changes, n.details, n.amends_id,
           n.version
      FROM jsonb_to_recordset($6::jsonb) AS n (device_id uuid, id uuid, type text, cause text,
           effective_at timestamptz, changes jsonb, details jsonb, amends_id uuid, version integer)),
  counted AS (${addCountsSql('$1', '$5', '$7')})
  SELECT count(*)::int AS devices FROM changed`;

/**
 * Writes devices, their events and their counts: the only code that does, for one device as for ten thousand,
 * from the API, a file, a scan or an undo. A fixed number of statements, whatever the number of devices.
 */
@Injectable()
export class DeviceRecorder {
  constructor(private readonly counts: CountsWriter) {}

  /** Judges and writes; the first refusal stops it all. The devices must be locked by the caller. */
  async record(tx: Tx, context: RecordContext, writes: DeviceWrite[]): Promise<PreparedWrite[]> {
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
    tx: Tx,
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
    const clearances = await openClearances(tx, context.districtId, idsDisposedOf(known));
    return mapInSlices(writes, (write) => {
      try {
        assertNotHeld(write, holds.get(write.id) ?? []);
        write.clearances = clearances.get(write.id);
        return prepareWrite(write, histories.get(write.id), context.timeZone, context.recordedAt);
      } catch (error) {
        if (error instanceof Refusal) return error;
        throw error;
      }
    });
  }

  async write(tx: Tx, context: RecordContext, prepared: PreparedWrite[]): Promise<void> {
    if (prepared.length === 0) return;
    const { districtId } = context;
    const fresh = prepared.filter(({ write }) => !write.device);
    const known = prepared.filter(({ write }) => write.device);
    const areFew = fresh.length === 0 && known.length <= FEW;
    if (context.opens && !areFew)
      await tx.query(OPEN_CHANGE_SET('$1', '$2', '$3', '$4', '$5'), [
        districtId,
        context.changeSetId,
        context.opens,
        context.actorId,
        context.recordedAt,
      ]);
    if (fresh.length > 0) await copyRows(tx, 'devices', NEW_DEVICE_COLUMNS, deviceRows(context, fresh));
    if (areFew) await this.changeFew(tx, context, known);
    else if (known.length > 0) await this.update(tx, context, known);
    await writeCodes(tx, context, prepared);
    if (!areFew) await copyRows(tx, 'device_events', EVENT_COLUMNS, eventRows(context, prepared));
    await writeNotes(tx, districtId, prepared);
    await writeCustody(tx, districtId, prepared);
    if (!areFew) await this.counts.addWithin(tx, districtId, context.changeSetId, movementsIn(prepared));
  }

  private async changeFew(tx: Tx, context: RecordContext, prepared: PreparedWrite[]): Promise<void> {
    const { districtId, recordedAt, actorId, changeSetId } = context;
    const events = prepared.flatMap(({ events: own, after }) =>
      own.map(({ deviceId, effectiveAt, amendsId, id, type, cause, changes, details }) => ({
        device_id: deviceId,
        effective_at: effectiveAt,
        amends_id: amendsId,
        version: after.version,
        id,
        type,
        cause,
        changes,
        details,
      })),
    );
    const columns = changedColumns(prepared);
    const [row] = await tx.query<{ devices: number }[]>(changeFew(columns), [
      districtId,
      recordedAt,
      updateRows(prepared, columns),
      actorId,
      changeSetId,
      JSON.stringify(events),
      JSON.stringify(countRows(movementsIn(prepared))),
      context.opens ?? null,
    ]);
    assertLocked(row?.devices, prepared);
  }

  private async update(tx: Tx, context: RecordContext, prepared: PreparedWrite[]): Promise<void> {
    const columns = changedColumns(prepared);
    const [, count] = await tx.query<[unknown, number]>(updateDevices(columns), [
      context.districtId,
      context.recordedAt,
      updateRows(prepared, columns),
    ]);
    assertLocked(count, prepared);
  }

  private async openHolds(
    tx: Tx,
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

/** Columns in which any of the devices is other than before; its id and its version always. */
function changedColumns(prepared: readonly PreparedWrite[]): DeviceColumn[] {
  return DEVICE_COLUMNS.filter(
    ([fact]) =>
      fact === 'id' || prepared.some(({ write, after }) => !isSame(write.device?.[fact], after[fact])),
  );
}

function isSame(before: unknown, after: unknown): boolean {
  return before instanceof Date && after instanceof Date
    ? before.getTime() === after.getTime()
    : before === after;
}

function updateRows(prepared: readonly PreparedWrite[], columns: readonly DeviceColumn[]): string {
  const rows = prepared.map(({ after }) =>
    Object.fromEntries(columns.map(([fact, column]) => [column, after[fact]])),
  );
  return JSON.stringify(rows);
}

/** The caller holds the rows' locks, so a version that moved on means that it does not. */
function assertLocked(written: number | undefined, prepared: readonly PreparedWrite[]): void {
  if (written !== prepared.length) throw new Error('devices were written without being locked');
}

/** The events of some devices, as the fold needs them. */
export async function loadHistories(
  tx: Tx,
  districtId: string,
  deviceIds: string[],
): Promise<Map<string, HistoryEvent[]>> {
  if (deviceIds.length === 0) return new Map();
  const rows = await tx.query<(HistoryEvent & { deviceId: string; type: EventType })[]>(
    `SELECT device_id AS "deviceId", id, type, cause, effective_at AS "effectiveAt", recorded_at AS "recordedAt",
            changes, amends_id AS "amendsId"
       FROM device_events WHERE district_id = $1 AND device_id = ANY ($2)`,
    [districtId, deviceIds],
  );
  return groupBy(rows, (row) => row.deviceId);
}

function idsDisposedOf(writes: readonly DeviceWrite[]): string[] {
  return writes
    .filter(({ drafts }) => drafts.some(({ set }) => set.status === 'disposed'))
    .map(({ id }) => id);
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

async function writeNotes(tx: Tx, districtId: string, prepared: PreparedWrite[]): Promise<void> {
  const noted = prepared.flatMap(({ events }) => events.filter((event) => event.note !== null));
  if (noted.length === 0) return;
  const rows = noted.map((event) => [districtId, event.deviceId, event.id, event.note]);
  await copyRows(tx, 'event_notes', ['district_id', 'device_id', 'event_id', 'note'], rows);
}

function* movementsIn(prepared: PreparedWrite[]): Generator<PreparedWrite['movements'][number]> {
  for (const { movements } of prepared) yield* movements;
}
