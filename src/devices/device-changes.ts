import { Injectable } from '@nestjs/common';
import type { Scope } from '../access/scope.js';
import { newId } from '../common/ids.js';
import type { Tx } from '../database/tx.js';
import { ChangeSetUndo } from './change-sets/change-set-undo.service.js';
import { ChangeSetsService } from './change-sets/change-sets.service.js';
import type { DeviceInput } from './planning/device-input.js';
import { lockDevices } from './recording/device-locks.js';
import type { Plan } from './planning/device-plan.js';
import { DevicePlanner } from './planning/device-planner.js';
import { DeviceRecorder } from './recording/device-recorder.js';
import type { DeviceRecord } from './device-record.js';

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
 * Applies what was done in the field, perhaps hours ago and without a network. Where others changed the same device
 * meanwhile, different fields merge; the same field set otherwise is a clash, and nothing of that change is applied.
 */
@Injectable()
export class DeviceChanges {
  constructor(
    private readonly planner: DevicePlanner,
    private readonly recorder: DeviceRecorder,
    private readonly changeSets: ChangeSetsService,
    private readonly undo: ChangeSetUndo,
  ) {}

  /** Locks devices for changes until the transaction ends. */
  lock(tx: Tx, districtId: string, ids: readonly string[]): Promise<Map<string, DeviceRecord>> {
    return lockDevices(tx, districtId, ids);
  }

  /**
   * Each device at most once; they are locked by the caller, and brought up to date in `devices`. All that is changed
   * is one change set.
   */
  async applyWithin(
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
    const options = { writes: true, adds: false, gates: new Set<never>(), devices };
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

function refusedBy({ refusal, problems }: Plan): FieldOutcome {
  const [first] = problems;
  const detail = refusal?.message ?? problems.map((problem) => problem.detail).join('; ');
  return { outcome: 'refused', code: refusal?.code ?? first?.code ?? 'INVALID_INPUT', detail };
}
