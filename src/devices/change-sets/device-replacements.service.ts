import { Injectable } from '@nestjs/common';
import { reaches, type Scope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import { Conflict, InvalidInput, NotFound, type Refusal } from '../../common/refusal.js';
import { dateIn } from '../../common/time/clock.js';
import type { Tx } from '../../database/tx.js';
import { normaliseCode } from '../device-codes.js';
import type { DeviceRecord } from '../device-record.js';
import { CodeTaken } from '../devices.errors.js';
import type { Plan, PlanRequest } from '../planning/device-plan.js';
import { DevicePlanner } from '../planning/device-planner.js';
import { type NewClearance, placeClearances } from '../recording/device-clearances.js';
import { lockDevices } from '../recording/device-locks.js';
import { DeviceRecorder, type RecordContext } from '../recording/device-recorder.js';
import { rightNow } from '../recording/device-writes.js';
import { ChangeSetsService } from './change-sets.service.js';

/** A device that a vendor keeps, and the one that the vendor sent for it. */
export interface Replacement {
  /** The device that leaves. */
  deviceId: string;
  serialNumber: string;
  /** Of the new device; by default, those of the device that leaves. */
  manufacturer?: string;
  model?: string;
  /** Null for none. By default, the new device takes over the tag. */
  assetTag?: string | null;
  /** `deployed`: it goes to the person, the room and the cart of the device that leaves. */
  status: 'in_stock' | 'deployed';
  /** What the claim proves at the instant at which the device leaves. */
  proves: { evidence: string; gates: readonly NewClearance['gate'][] };
  note?: string;
}

/** What inputs say in words of the device that leaves. */
interface Words {
  site: string;
  manufacturer: string;
  model: string;
  dueOn: string | null;
}

/** What the new device is as well: it was paid for with the old one. */
const PAID_FOR = ['fundingSourceId', 'purchaseReference', 'purchasedOn', 'costCents'] as const;
const PLACE = ['personId', 'roomId', 'cartId'] as const;

/** Puts one device in the place of another one, so that no count of devices on the books changes. */
@Injectable()
export class DeviceReplacements {
  constructor(
    private readonly planner: DevicePlanner,
    private readonly recorder: DeviceRecorder,
    private readonly changeSets: ChangeSetsService,
  ) {}

  /**
   * Disposes of a device by `vendor_swap`, and adds the new one, in one change set. Gates that the claim does not prove
   * must be open.
   * @param subjectId the claim
   * @throws Conflict where a device has the new serial number already, and what stands against either change
   */
  async replaceWithin(
    tx: Tx,
    scope: Scope,
    subjectId: string,
    replacement: Replacement,
  ): Promise<{ deviceId: string; changeSetId: string }> {
    const { deviceId, assetTag, status, note, serialNumber, proves } = replacement;
    const old = (await lockDevices(tx, scope.districtId, [deviceId])).get(deviceId);
    if (!old || !reaches(scope, old.siteId)) throw new NotFound('The device', 'DEVICE_NOT_FOUND');
    const words = await wordsOf(tx, scope, old);
    const context = await this.changeSets.beginWithin(tx, scope, 'replacement', { subjectId });
    const takesOver = assetTag === undefined && old.assetTag !== null;
    if (takesOver && old.serialNumber === null)
      throw new Conflict(
        'The old device has no serial number, so it cannot give up its asset tag. Enter its serial number first, or give the new device a tag of its own.',
        'REPLACED_WITHOUT_SERIAL',
      );
    const target = { newId: deviceId, targetId: deviceId };
    const inRepair =
      old.status === 'in_repair'
        ? undefined
        : await this.record(tx, scope, context, { ...target, input: { status: 'in_repair', note } });
    // A proof that its data is gone must not be older than its use, which may have ended only now.
    const from = rightNow(inRepair?.prepared?.after ?? old, context.recordedAt);
    for (const gate of proves.gates)
      await placeClearances(tx, scope, [{ deviceId, subjectId }], { gate, evidence: proves.evidence, from });
    const leaves = { status: 'disposed', disposalRoute: 'vendor_swap', note } as const;
    await this.record(tx, scope, context, {
      ...target,
      input: takesOver ? { ...leaves, assetTag: null } : leaves,
    });
    const { site, manufacturer, model, dueOn } = words;
    const isInPlace = status === 'deployed';
    const inherited = only(old, isInPlace ? [...PAID_FOR, ...PLACE] : PAID_FOR);
    const plan = await this.record(tx, scope, context, {
      newId: newId(),
      replaces: inherited,
      input: {
        serialNumber,
        assetTag: takesOver ? old.assetTag : assetTag,
        manufacturer: replacement.manufacturer ?? manufacturer,
        model: replacement.model ?? model,
        site,
        status,
        inServiceOn: dateIn(scope.timeZone, context.recordedAt),
        dueOn: isInPlace && old.personId ? dueOn : undefined,
        note,
      },
    });
    return {
      deviceId: (plan.prepared as NonNullable<Plan['prepared']>).write.id,
      changeSetId: context.changeSetId,
    };
  }

  private async record(tx: Tx, scope: Scope, context: RecordContext, request: PlanRequest): Promise<Plan> {
    const adds = request.targetId === undefined;
    const [plan] = await this.planner.plan(tx, scope, context, [request], { writes: true, adds });
    if (!plan) throw new Error('a request without a plan');
    if (plan.outcome === 'refused') throw refusalOf(plan);
    if (adds && plan.outcome !== 'add') throw await this.known(tx, scope, request, plan);
    if (plan.prepared) await this.recorder.write(tx, context, [plan.prepared]);
    return plan;
  }

  /** The register has the serial number or the tag of the new device already. */
  private async known(
    tx: Tx,
    { districtId }: Scope,
    { input }: PlanRequest,
    { targetId }: Plan,
  ): Promise<Refusal> {
    const device = (await lockDevices(tx, districtId, [targetId ?? ''])).get(targetId ?? '');
    const isTag = input.assetTag && device?.assetTag === normaliseCode(input.assetTag);
    return isTag
      ? new CodeTaken('asset_tag', input.assetTag ?? '')
      : new SerialInRegister(input.serialNumber ?? '', targetId);
  }
}

/** The vendor sent a device that the register has already. */
class SerialInRegister extends Conflict {
  constructor(serialNumber: string, deviceId: string | null) {
    super(
      `A device with the serial number ${serialNumber} is in the register already (/devices/${deviceId}). Check the number. If that record is the replacement and was added by mistake, ask an admin to void it first.`,
      'SERIAL_TAKEN',
    );
  }
}

function refusalOf({ refusal, problems }: Plan): Refusal {
  if (refusal) return refusal;
  const errors = problems.map(({ column, code, detail }) => ({ field: column ?? '', code, detail }));
  return new InvalidInput(problems.map(({ detail }) => detail).join(' '), errors);
}

function only(
  device: DeviceRecord,
  facts: readonly (typeof PAID_FOR | typeof PLACE)[number][],
): Partial<DeviceRecord> {
  return Object.fromEntries(facts.map((fact) => [fact, device[fact]]));
}

async function wordsOf(tx: Tx, { districtId }: Scope, { id, siteId, modelId }: DeviceRecord): Promise<Words> {
  const [words] = await tx.query<Words[]>(
    `SELECT s.code AS site, m.manufacturer, m.name AS model,
            (SELECT c.due_on FROM custody c
              WHERE c.district_id = $1 AND c.device_id = $4 AND c.returned_at IS NULL) AS "dueOn"
       FROM sites s JOIN device_models m ON m.district_id = $1 AND m.id = $3
      WHERE s.district_id = $1 AND s.id = $2`,
    [districtId, siteId, modelId, id],
  );
  if (!words) throw new Error('a device without a site or a model');
  return words;
}
