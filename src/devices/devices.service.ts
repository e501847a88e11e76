import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import { may, reaches, type Scope } from '../access/scope.js';
import { StaleVersion } from '../common/http/etag.js';
import { Conflict, InvalidInput, NotFound, Refusal } from '../common/refusal.js';
import { Transactions } from '../database/transactions.js';
import type { Tx } from '../database/tx.js';
import { ChangeSetsService } from './change-sets/change-sets.service.js';
import { DEVICE_RECORD } from './device-columns.sql.js';
import type { DeviceInput } from './planning/device-input.js';
import type { Gate } from './recording/device-lifecycle.js';
import type { Plan, PlanRequest } from './planning/device-plan.js';
import { DevicePlanner } from './planning/device-planner.js';
import { liftByHand, type NewHold, placeHolds } from './recording/device-holds.js';
import { DeviceRecorder, type RecordContext } from './recording/device-recorder.js';
import { DevicesQueries } from './devices.queries.js';
import type { DeviceDetail } from './device-views.js';
import type { DeviceRecord } from './device-record.js';
import { type EventDraft } from './recording/device-drafts.js';
import { rightNow } from './recording/device-writes.js';
import { CodeTaken, DeviceIsGone } from './devices.errors.js';
import { judgeCodes } from './planning/input-codes.js';
import { TagsService } from './tags/tags.service.js';

/** Changes one device at a time. Each method is one commit. */
@Injectable()
export class DevicesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly planner: DevicePlanner,
    private readonly recorder: DeviceRecorder,
    private readonly changeSets: ChangeSetsService,
    private readonly queries: DevicesQueries,
    private readonly tags: TagsService,
  ) {}

  /**
   * @param tagSeries prefix of a series of tags whose next one it gets
   * @throws Conflict where one of its codes is on another device already
   */
  async create(scope: Scope, said: DeviceInput, tagSeries?: string): Promise<DeviceDetail> {
    const id = newId();
    await this.transactions.run(async (tx) => {
      const input = tagSeries === undefined ? said : await this.withTag(tx, scope, said, tagSeries);
      const context = await this.changeSets.beginWithin(tx, scope, 'single');
      const plan = await this.planOne(tx, scope, context, { newId: id, input }, true);
      if (plan.targetId) throw await this.codeTaken(tx, scope, plan.targetId, input);
      if (plan.prepared) await this.recorder.write(tx, context, [plan.prepared]);
    });
    return this.queries.find(scope, id);
  }

  private async withTag(tx: Tx, scope: Scope, said: DeviceInput, prefix: string): Promise<DeviceInput> {
    if (said.assetTag)
      throw new InvalidInput('Enter an asset tag or choose a tag series, not both.', [
        { field: 'assetTag', code: 'TAG_TWICE', detail: 'Leave out the asset tag or the tag series.' },
      ]);
    const [assetTag] = await this.tags.takeWithin(tx, scope, { prefix }, 1);
    return { ...said, assetTag };
  }

  /** @param version null for whatever version there is */
  async change(scope: Scope, id: string, version: number | null, input: DeviceInput): Promise<DeviceDetail> {
    await this.transactions.run(async (tx) => {
      await this.lock(tx, scope, id, version);
      const context = { ...this.changeSets.contextOf(scope, newId()), opens: 'single' as const };
      const plan = await this.planOne(tx, scope, context, { newId: id, input, targetId: id, version }, false);
      if (!plan.prepared) return;
      await this.recorder.write(tx, context, [plan.prepared]);
    });
    return this.queries.find(scope, id);
  }

  /** It never was a device: its codes are free again, and it counts at no date. */
  async makeVoid(scope: Scope, id: string, version: number | null, note: string): Promise<DeviceDetail> {
    await this.transactions.run(async (tx) => {
      const device = await this.lock(tx, scope, id, version);
      if (device.status === 'void') throw new DeviceIsGone(device.assetTag ?? 'The device', 'void');
      const context = await this.changeSets.beginWithin(tx, scope, 'single');
      await this.recorder.record(tx, context, [
        { id, device, manufacturer: '', drafts: [voidDraft(device, context, note)] },
      ]);
    });
    return this.queries.find(scope, id);
  }

  /** Brings back what was disposed of and is seen again. */
  async reopen(scope: Scope, id: string, version: number | null, note: string): Promise<DeviceDetail> {
    await this.transactions.run((tx) => this.reopenWithin(tx, scope, id, version, note));
    return this.queries.find(scope, id);
  }

  /** The same for who is inside a transaction already. */
  async reopenWithin(tx: Tx, scope: Scope, id: string, version: number | null, note: string): Promise<void> {
    const device = await this.lock(tx, scope, id, version);
    if (device.status !== 'disposed')
      throw new Conflict(
        'This device cannot be reopened, because it was not disposed of.',
        'DEVICE_NOT_DISPOSED',
      );
    const context = await this.changeSets.beginWithin(tx, scope, 'single');
    const draft: EventDraft = {
      type: 'reopened',
      effectiveAt: rightNow(device, context.recordedAt),
      set: { status: 'in_stock', disposalRoute: null },
      cause: 'found',
      note,
    };
    await this.recorder.record(tx, context, [{ id, device, manufacturer: '', drafts: [draft] }]);
  }

  /** Places a hold by hand. @returns its id */
  async placeHold(scope: Scope, id: string, hold: Omit<NewHold, 'owner'>): Promise<string> {
    return this.transactions.run(async (tx) => {
      await this.lock(tx, scope, id, null);
      const device = { deviceId: id, subjectId: null };
      const [holdId = ''] = await placeHolds(tx, scope, [device], { ...hold, owner: 'placed by hand' });
      return holdId;
    });
  }

  /** @throws NotFound where it is not this device's, lifted already, or placed by a claim or a lot */
  liftHold(scope: Scope, id: string, holdId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      await this.lock(tx, scope, id, null);
      await liftByHand(tx, scope, id, holdId);
    });
  }

  /**
   * Locks a device for a change.
   * @throws NotFound out of reach, StaleVersion where another version was read
   */
  async lock(tx: Tx, scope: Scope, id: string, version: number | null): Promise<DeviceRecord> {
    const [device] = await tx.query<DeviceRecord[]>(
      `SELECT ${DEVICE_RECORD} FROM devices d WHERE d.district_id = $1 AND d.id = $2 FOR NO KEY UPDATE`,
      [scope.districtId, id],
    );
    if (!device || !reaches(scope, device.siteId)) throw new NotFound('The device', 'DEVICE_NOT_FOUND');
    if (version !== null && device.version !== version) throw new StaleVersion('The device', device.version);
    return device;
  }

  private async planOne(
    tx: Tx,
    scope: Scope,
    context: RecordContext,
    request: PlanRequest,
    adds: boolean,
  ): Promise<Plan> {
    const proved = { ...request, gates: gatesOf(scope, request.input) };
    const [plan] = await this.planner.plan(tx, scope, context, [proved], { writes: true, adds });
    if (!plan) throw new Error('the planner answered nothing');
    if (plan.outcome === 'refused') throw refusalOf(plan);
    const unused = plan.notes.filter(({ code }) => UNUSED.has(code));
    if (unused.length > 0) throw refusalOf({ ...plan, problems: unused });
    if (adds || Object.keys(request.input).some((field) => !WITH_A_CHANGE.has(field))) return plan;
    throw new InvalidInput(
      'A note and an effective date belong to a change. Say what changes, or leave them out.',
      [],
      'NOTHING_TO_CHANGE',
    );
  }

  /** Which of the codes that were given the device has already. */
  private async codeTaken(tx: Tx, scope: Scope, deviceId: string, input: DeviceInput): Promise<Refusal> {
    const { serialNumber, assetTag } = judgeCodes(input);
    const [taken] = await tx.query<{ kind: 'asset_tag' | 'serial'; code: string }[]>(
      `SELECT kind, code FROM device_codes
        WHERE district_id = $1 AND device_id = $2 AND released_at IS NULL
          AND (kind = 'serial' AND code = $3 OR kind = 'asset_tag' AND code = $4)
        ORDER BY kind DESC LIMIT 1`,
      [scope.districtId, deviceId, serialNumber ?? null, assetTag ?? null],
    );
    return new CodeTaken(taken?.kind ?? 'serial', taken?.code ?? '');
  }
}

/** Notes on a value that was not used. In a file the rest of the row goes on; a request for one device is refused. */
const UNUSED: ReadonlySet<string> = new Set([
  'FAIN_IGNORED',
  'FAIN_KEPT',
  'HOLDER_NOT_KEPT',
  'LOAN_DATE_IGNORED',
  'LOAN_DATE_KEPT',
  'SHARE_IGNORED',
  'SHARE_KEPT',
  'STATUS_DATE_KEPT',
  'STATUS_DATE_NOT_KEPT',
]);

/** What says something of a change, and changes nothing by itself. */
const WITH_A_CHANGE: ReadonlySet<string> = new Set(['note', 'effectiveOn']);

/** What is left of a device that never was. */
export const VOIDED = { status: 'void', personId: null, disposalRoute: null } as const;

export function voidDraft(device: DeviceRecord, context: RecordContext, note?: string): EventDraft {
  const effectiveAt = rightNow(device, context.recordedAt);
  return { type: 'voided', effectiveAt, set: { ...VOIDED }, cause: 'corrected', note };
}

/**
 * Gates that a person's own request can prove: an admin answers for a write-off that names its approval. The
 * loss itself was reported when the device went missing.
 */
export function gatesOf(scope: Scope, input: DeviceInput): ReadonlySet<Gate> {
  const gates = new Set<Gate>();
  if (!may(scope, 'devices:admin')) return gates;
  if (input.disposalRoute === 'write_off') gates.add('loss_report');
  if (input.disposalRoute === 'write_off' && input.approvalReference) gates.add('approval');
  return gates;
}

/** The refusal of a plan, for a caller that asked for one thing only. */
export function refusalOf(plan: Plan): Refusal {
  if (plan.refusal) return plan.refusal;
  const errors = plan.problems.map(({ column, code, detail }) => ({ field: column ?? '', code, detail }));
  const [first] = plan.problems;
  if (first?.code === 'MATCHES_TWO') return new Conflict(first.detail, 'MATCHES_TWO', errors);
  return new InvalidInput(
    plan.problems.map(({ detail }) => detail).join(' '),
    errors,
    first?.code ?? 'INVALID_INPUT',
  );
}
