import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { InvalidInput } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { MergeListeners } from './merge-listeners.js';
import { ChangeSetsService } from './change-sets.service.js';
import { isInUse } from '../recording/device-lifecycle.js';
import { DeviceRecorder } from '../recording/device-recorder.js';
import type { DeviceDetail } from '../device-views.js';
import type { CodeKind, DeviceFacts, DeviceRecord } from '../device-record.js';
import { type CodeChange, type EventDraft } from '../recording/device-drafts.js';
import { rightNow } from '../recording/device-writes.js';
import { DeviceHeld, DeviceIsGone } from '../devices.errors.js';
import { DevicesQueries } from '../devices.queries.js';
import { DevicesService, VOIDED, voidDraft } from '../devices.service.js';

const INHERITED = [
  'purchasedOn',
  'inServiceOn',
  'costCents',
  'purchaseReference',
  'fundingSourceId',
  'notes',
] as const;

/** Makes one of two records of the same thing. */
@Injectable()
export class DeviceMergeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DevicesService,
    private readonly recorder: DeviceRecorder,
    private readonly changeSets: ChangeSetsService,
    private readonly queries: DevicesQueries,
    private readonly listeners: MergeListeners,
  ) {}

  /**
   * The survivor takes over codes, custody and what it does not know itself; the other becomes void, as if it had
   * never been, and points to it.
   * @throws DeviceHeld where the duplicate is under any hold: it would be lost with it
   */
  async merge(
    scope: Scope,
    survivorId: string,
    version: number | null,
    duplicateId: string,
    note?: string,
  ): Promise<DeviceDetail> {
    if (survivorId === duplicateId)
      throw new InvalidInput('A device cannot be merged with itself. Choose two different devices.');
    await this.transactions.run(async (tx) => {
      // In id order, so that two merges of the same two wait for each other.
      const locked = new Map<string, DeviceRecord>();
      for (const id of [survivorId, duplicateId].toSorted())
        locked.set(id, await this.devices.lock(tx, scope, id, id === survivorId ? version : null));
      const survivor = locked.get(survivorId) as DeviceRecord;
      const duplicate = locked.get(duplicateId) as DeviceRecord;
      await this.assertMergeable(tx, scope, survivor, duplicate);
      const context = await this.changeSets.beginWithin(tx, scope, 'single');
      const codes = await liveCodes(tx, scope, duplicateId);
      const set = inherited(survivor, duplicate);
      await moveCustody(tx, scope, survivor, duplicate, set.personId !== undefined);
      const gone = { ...voidDraft(duplicate, context, note), set: { ...VOIDED, mergedIntoId: survivorId } };
      await this.recorder.record(tx, context, [
        { id: duplicateId, device: duplicate, manufacturer: '', drafts: [gone] },
      ]);
      const draft: EventDraft = {
        type: 'merged',
        effectiveAt: rightNow(survivor, context.recordedAt),
        set,
        codes: codesToKeep(codes, set),
        note,
      };
      const manufacturer = await manufacturerOf(tx, scope, survivor.modelId);
      await this.recorder.record(tx, context, [
        { id: survivorId, device: survivor, manufacturer, drafts: [draft] },
      ]);
      await this.listeners.hear(tx, scope, { survivorId, duplicateId });
    });
    return this.queries.find(scope, survivorId);
  }

  private async assertMergeable(
    tx: Tx,
    scope: Scope,
    survivor: DeviceRecord,
    duplicate: DeviceRecord,
  ): Promise<void> {
    const nameOf = (device: DeviceRecord): string => device.assetTag ?? device.serialNumber ?? 'The device';
    if (duplicate.status === 'void') throw new DeviceIsGone(nameOf(duplicate), 'void');
    if (survivor.status === 'void' || survivor.status === 'disposed')
      throw new DeviceIsGone(nameOf(survivor), survivor.status);
    const [hold] = await tx.query<{ kind: string; reason: string; owner: string }[]>(
      `SELECT kind, reason, owner FROM device_holds
        WHERE district_id = $1 AND device_id = $2 AND lifted_at IS NULL LIMIT 1`,
      [scope.districtId, duplicate.id],
    );
    if (hold) throw new DeviceHeld(nameOf(duplicate), 'merge', hold);
  }
}

function liveCodes(tx: Tx, scope: Scope, deviceId: string): Promise<{ kind: CodeKind; code: string }[]> {
  return tx.query(
    `SELECT kind, code FROM device_codes
      WHERE district_id = $1 AND device_id = $2 AND released_at IS NULL ORDER BY kind, code`,
    [scope.districtId, deviceId],
  );
}

/** What the survivor does not know and the other does. */
function inherited(survivor: DeviceRecord, duplicate: DeviceRecord): Partial<DeviceFacts> {
  const takesOver = [
    'assetTag' as const,
    'serialNumber' as const,
    ...(isInUse(survivor.status) ? (['personId'] as const) : []),
    ...INHERITED,
  ];
  return Object.fromEntries(
    takesOver
      .filter((fact) => survivor[fact] === null && duplicate[fact] !== null)
      .map((fact) => [fact, duplicate[fact]]),
  );
}

/** The label with the other tag is still on the case: it is found, and may be given out again. */
function codesToKeep(codes: { kind: CodeKind; code: string }[], set: Partial<DeviceFacts>): CodeChange[] {
  return codes
    .filter(({ kind, code }) => !(kind === 'asset_tag' && code === set.assetTag))
    .filter(({ kind, code }) => !(kind === 'serial' && code === set.serialNumber))
    .map(({ kind, code }) => ({ kind: kind === 'asset_tag' ? 'old_tag' : kind, code }));
}

/**
 * Moves the loans of the duplicate to the survivor, but for those that the survivor's own contradict: one thing is
 * in one person's hands at a time.
 */
async function moveCustody(
  tx: Tx,
  scope: Scope,
  survivor: DeviceRecord,
  duplicate: DeviceRecord,
  takesHolder: boolean,
): Promise<void> {
  const parameters = [scope.districtId, duplicate.id, survivor.id];
  await tx.query(
    `UPDATE custody c SET device_id = $3
      WHERE c.district_id = $1 AND c.device_id = $2 AND c.returned_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM custody s WHERE s.district_id = $1 AND s.device_id = $3
                           AND tstzrange(s.loaned_at, s.returned_at) && tstzrange(c.loaned_at, c.returned_at))`,
    parameters,
  );
  if (takesHolder)
    await tx.query(
      `UPDATE custody c SET device_id = $3,
              loaned_at = greatest(c.loaned_at, (SELECT max(s.returned_at) FROM custody s
                                                  WHERE s.district_id = $1 AND s.device_id = $3))
        WHERE c.district_id = $1 AND c.device_id = $2 AND c.returned_at IS NULL`,
      parameters,
    );
}

async function manufacturerOf(tx: Tx, scope: Scope, modelId: string): Promise<string> {
  const [model] = await tx.query<{ manufacturer: string }[]>(
    `SELECT manufacturer FROM device_models WHERE district_id = $1 AND id = $2`,
    [scope.districtId, modelId],
  );
  return model?.manufacturer ?? '';
}
