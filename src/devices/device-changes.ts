import { Injectable } from '@nestjs/common';
import { reaches, type Scope } from '../access/scope.js';
import { newId } from '../common/ids.js';
import type { Tx } from '../database/tx.js';
import { ChangeSetUndo, type NotUndone } from './change-sets/change-set-undo.service.js';
import { type MergeListener, MergeListeners } from './change-sets/merge-listeners.js';
import { ChangeSetsService } from './change-sets/change-sets.service.js';
import { DeviceReplacements, type Replacement } from './change-sets/device-replacements.service.js';
import type { DeviceRecord } from './device-record.js';
import type { ChangeSetKind } from './entities/change-set.entity.js';
import type { DeviceInput } from './planning/device-input.js';
import type { Plan, PlanRequest } from './planning/device-plan.js';
import { DevicePlanner } from './planning/device-planner.js';
import {
  type ClearedDevice,
  type NewClearance,
  type NoProof,
  placeClearances,
  withdrawClearances,
} from './recording/device-clearances.js';
import { type HoldKind, liftHolds, type NewHold, placeHolds } from './recording/device-holds.js';
import { lockDevices } from './recording/device-locks.js';
import { DeviceRecorder } from './recording/device-recorder.js';

/** A device, and the claim, lot or record of another module that it is about. */
export interface DeviceOf {
  deviceId: string;
  subjectId: string;
}

/** What another module wants of one device. */
export interface DeviceRequest extends Pick<
  PlanRequest,
  'effectiveAt' | 'fromAnywhere' | 'gates' | 'version'
> {
  /** Without it the codes in `input` say which device is meant; where none has them, one is added. */
  deviceId?: string;
  input: DeviceInput;
}

export type DeviceOutcome =
  | { outcome: 'added' | 'changed' | 'unchanged'; deviceId: string; version: number }
  | { outcome: 'refused'; deviceId: string | null; code: string; detail: string };

/** What somebody did to a device away from the register, knowing it as it was then. */
export interface FieldChange {
  deviceId: string;
  input: DeviceInput;
  /** Instant from which it holds; now, over all that is recorded, where nothing is said. */
  effectiveAt?: Date;
  /** Version of the device that they knew; null where they knew none. */
  seen: number | null;
  /** Whether the device may belong to a site out of reach. */
  fromAnywhere: boolean;
  /** Somebody has looked at both and decided: what others changed meanwhile does not stand against it. */
  overrides?: boolean;
}

/** A field that others changed meanwhile, to something else: as it is now, and as the change would have it. */
export interface FieldClash {
  field: string;
  theirs: unknown;
  mine: unknown;
}

export type FieldOutcome =
  | { outcome: 'changed' | 'unchanged'; device: DeviceRecord; changeSetId: string | null }
  | { outcome: 'clash'; clash: FieldClash[] }
  | { outcome: 'refused'; code: string; detail: string };

interface Since {
  deviceId: string;
  fields: string[];
}

/**
 * The way into the register for every other module. Each method works in the caller's transaction, and for many
 * devices as for one.
 */
@Injectable()
export class DeviceChanges {
  constructor(
    private readonly planner: DevicePlanner,
    private readonly recorder: DeviceRecorder,
    private readonly changeSets: ChangeSetsService,
    private readonly undo: ChangeSetUndo,
    private readonly merges: MergeListeners,
    private readonly replacements: DeviceReplacements,
  ) {}

  /** Call this in `onModuleInit`: hears of two records of one device that become one, in the transaction that does it. */
  onMerge(listener: MergeListener): void {
    this.merges.add(listener);
  }

  /**
   * Changes and adds devices, all in one change set. A refusal concerns its own request only.
   * @param changeSet what the events came from: `subjectId` is the claim, the lot or the run of a service; `id` is that of
   * a change set to which several calls add
   * @returns one outcome for each request, in their order
   */
  async apply(
    tx: Tx,
    scope: Scope,
    changeSet: { kind: ChangeSetKind; id?: string; subjectId?: string },
    requests: readonly DeviceRequest[],
  ): Promise<DeviceOutcome[]> {
    const named = requests.flatMap(({ deviceId }) => deviceId ?? []);
    const known = await lockDevices(tx, scope.districtId, named);
    const outcomes: DeviceOutcome[] = [];
    const asked: { at: number; request: PlanRequest }[] = [];
    for (const [at, { deviceId, ...request }] of requests.entries()) {
      const device = known.get(deviceId ?? '');
      const isThere = device && (request.fromAnywhere || reaches(scope, device.siteId));
      if (deviceId && !isThere) outcomes[at] = notFound(deviceId);
      else asked.push({ at, request: { ...request, newId: newId(), targetId: deviceId } });
    }
    if (asked.length === 0) return outcomes;
    const context = this.changeSets.contextOf(scope, changeSet.id ?? newId());
    const said = asked.map(({ request }) => request);
    const plans = await this.planner.plan(tx, scope, context, said, { writes: true, adds: true });
    const good = plans.flatMap(({ prepared }) => prepared ?? []);
    const { kind, subjectId } = changeSet;
    if (good.length > 0)
      await this.changeSets.beginWithin(tx, scope, kind, {
        id: context.changeSetId,
        recordedAt: context.recordedAt,
        subjectId,
      });
    await this.recorder.write(tx, context, good);
    for (const [i, { at }] of asked.entries()) outcomes[at] = outcomeOf(plans[i] as Plan);
    return outcomes;
  }

  /** Puts a new device in the place of one that its vendor keeps. @see DeviceReplacements.replaceWithin */
  replace(
    tx: Tx,
    scope: Scope,
    subjectId: string,
    replacement: Replacement,
  ): Promise<{ deviceId: string; changeSetId: string }> {
    return this.replacements.replaceWithin(tx, scope, subjectId, replacement);
  }

  /** Forbids something to devices, each for its claim or lot, until that is lifted. @see placeHolds */
  async hold(tx: Tx, scope: Scope, devices: readonly DeviceOf[], hold: NewHold): Promise<void> {
    await placeHolds(tx, scope, devices, hold);
  }

  /** Lifts every hold of some claims or lots. @returns how many holds that were */
  lift(tx: Tx, scope: Scope, kind: HoldKind, subjectIds: readonly string[]): Promise<number> {
    return liftHolds(tx, scope, kind, subjectIds);
  }

  /** Opens a gate of the disposal routes for devices, each by a record that proves it. @see placeClearances */
  clear(tx: Tx, scope: Scope, devices: readonly ClearedDevice[], clearance: NewClearance): Promise<void> {
    return placeClearances(tx, scope, devices, clearance);
  }

  /** Closes again what some records opened. @see withdrawClearances */
  withdraw(tx: Tx, scope: Scope, evidence: string, noProofs: readonly NoProof[]): Promise<number> {
    return withdrawClearances(tx, scope, evidence, noProofs);
  }

  /** Locks devices for changes until the transaction ends. */
  lock(tx: Tx, districtId: string, ids: readonly string[]): Promise<Map<string, DeviceRecord>> {
    return lockDevices(tx, districtId, ids);
  }

  /**
   * Applies what was done in the field, perhaps hours ago and without a network. Where others changed the same device
   * meanwhile, different fields merge; the same field set otherwise is a clash, and nothing of that change is applied.
   * Each device at most once; they are locked by the caller, and brought up to date in `devices`. All that is changed
   * is one change set.
   */
  async applyScanned(
    tx: Tx,
    scope: Scope,
    devices: Map<string, DeviceRecord>,
    changes: readonly FieldChange[],
  ): Promise<FieldOutcome[]> {
    if (changes.length === 0) return [];
    const context = { ...this.changeSets.contextOf(scope, newId()), opens: 'scan_batch' as const };
    const since = await this.changedSince(tx, scope, devices, changes);
    const requests = changes.map(({ deviceId, input, effectiveAt, fromAnywhere }) => ({
      newId: deviceId,
      targetId: deviceId,
      input,
      effectiveAt: since.has(deviceId) ? effectiveAt : notBefore(devices.get(deviceId), effectiveAt),
      fromAnywhere,
    }));
    const options = { writes: true, adds: false, devices };
    const plans = await this.planner.plan(tx, scope, context, requests, options);
    const outcomes = plans.map((plan, i): FieldOutcome => {
      const { deviceId } = changes[i] as FieldChange;
      if (plan.outcome === 'refused') return refusedBy(plan);
      const clash = clashOf(plan, since.get(deviceId) ?? []);
      if (clash.length > 0) return { outcome: 'clash', clash };
      const device = plan.prepared?.after ?? devices.get(deviceId);
      if (!device) throw new Error('a device was changed that the caller did not lock');
      const changeSetId = plan.prepared ? context.changeSetId : null;
      return { outcome: plan.prepared ? 'changed' : 'unchanged', device, changeSetId };
    });
    const good = plans.flatMap(({ prepared }, i) =>
      prepared && outcomes[i]?.outcome === 'changed' ? prepared : [],
    );
    if (good.length === 0) return outcomes;
    await this.recorder.write(tx, context, good);
    for (const { after } of good) devices.set(after.id, after);
    return outcomes;
  }

  /**
   * Takes back what a change set did to one device.
   * @returns why it stays as it is, or null
   */
  async undoWithin(
    tx: Tx,
    scope: Scope,
    changeSetId: string,
    deviceId: string,
  ): Promise<{ detail: string } | null> {
    // Of a change set with many devices this undoes one, so that it is not the undo of that set.
    await tx.query('SAVEPOINT undo');
    const context = await this.changeSets.beginWithin(tx, scope, 'undo');
    const { left } = await this.undo.undoDevices(tx, scope, context, changeSetId, [deviceId]);
    const [stays] = left;
    if (!stays) return null;
    await tx.query('ROLLBACK TO SAVEPOINT undo');
    return { detail: stays.detail };
  }

  /**
   * Takes back what a change set did to some devices, all in one change set to which several calls may add. A change set
   * that changed no device was never written.
   * @returns the devices that stay as they are, and why
   */
  async undoAll(
    tx: Tx,
    scope: Scope,
    { undoes, ...set }: { id: string; undoes: string; subjectId: string },
    deviceIds: string[],
  ): Promise<NotUndone[]> {
    const [undone] = await tx.query<unknown[]>(`SELECT FROM change_sets WHERE district_id = $1 AND id = $2`, [
      scope.districtId,
      undoes,
    ]);
    if (!undone) return [];
    const context = await this.changeSets.beginWithin(tx, scope, 'undo', { ...set, undoesId: undoes });
    return (await this.undo.undoDevices(tx, scope, context, undoes, deviceIds)).left;
  }

  /**
   * Fields of each device that others changed since it was seen. What the same account scanned is of the same journal.
   */
  private async changedSince(
    tx: Tx,
    { districtId, accountId }: Scope,
    devices: ReadonlyMap<string, DeviceRecord>,
    changes: readonly FieldChange[],
  ): Promise<Map<string, string[]>> {
    const asked = changes.filter(({ deviceId, seen, effectiveAt, overrides }) => {
      const device = devices.get(deviceId);
      if (!device || overrides) return false;
      return seen === null
        ? effectiveAt !== undefined && device.lastEffectiveAt > effectiveAt
        : device.version !== seen;
    });
    if (asked.length === 0) return new Map();
    // Of a device that they knew nothing of, what counts is what others say is true from later on.
    const rows = await tx.query<Since[]>(
      `SELECT e.device_id AS "deviceId", array_agg(DISTINCT f.field) AS fields
         FROM jsonb_to_recordset($2::jsonb) AS q ("deviceId" uuid, seen integer, "effectiveAt" timestamptz)
         JOIN device_events e ON e.district_id = $1 AND e.device_id = q."deviceId"
          AND CASE WHEN q.seen IS NULL THEN e.effective_at > q."effectiveAt" ELSE e.version > q.seen END
         JOIN change_sets g ON g.district_id = $1 AND g.id = e.change_set_id
          AND (e.actor_id IS DISTINCT FROM $3 OR g.kind NOT IN ('scan_batch', 'undo')),
              jsonb_object_keys(e.changes) AS f (field)
        GROUP BY 1`,
      [
        districtId,
        JSON.stringify(asked.map(({ deviceId, seen, effectiveAt }) => ({ deviceId, seen, effectiveAt }))),
        accountId,
      ],
    );
    return new Map(rows.map(({ deviceId, fields }) => [deviceId, fields]));
  }
}

/** What was done last must hold, also where the clock it was done by runs behind. */
function notBefore(device: DeviceRecord | undefined, effectiveAt: Date | undefined): Date | undefined {
  if (!device || !effectiveAt || effectiveAt > device.lastEffectiveAt) return effectiveAt;
  return new Date(device.lastEffectiveAt.getTime() + 1);
}

function clashOf({ changes }: Plan, since: readonly string[]): FieldClash[] {
  return Object.entries(changes).flatMap(([field, [theirs, mine]]) =>
    since.includes(field) ? [{ field, theirs, mine }] : [],
  );
}

function outcomeOf(plan: Plan): DeviceOutcome {
  const deviceId = plan.prepared?.write.id ?? plan.targetId;
  if (plan.outcome === 'refused' || deviceId === null) return { ...refusedBy(plan), deviceId };
  const version = plan.prepared?.after.version ?? plan.targetVersion ?? 0;
  const done = { add: 'added', change: 'changed', unchanged: 'unchanged' } as const;
  return { outcome: done[plan.outcome], deviceId, version };
}

function notFound(deviceId: string): DeviceOutcome {
  return { outcome: 'refused', deviceId, code: 'DEVICE_NOT_FOUND', detail: 'The device was not found.' };
}

function refusedBy({ refusal, problems }: Plan): { outcome: 'refused'; code: string; detail: string } {
  const [first] = problems;
  const detail = refusal?.message ?? problems.map((problem) => problem.detail).join(' ');
  return { outcome: 'refused', code: refusal?.code ?? first?.code ?? 'INVALID_INPUT', detail };
}
