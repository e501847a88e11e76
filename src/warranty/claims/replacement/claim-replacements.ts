import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import { Conflict } from '../../../common/refusal.js';
import type { Tx } from '../../../database/tx.js';
import { normaliseCode, serialOnLabel } from '../../../devices/device-codes.js';
import { DeviceChanges } from '../../../devices/device-changes.js';
import { GatesClosed } from '../../../devices/devices.errors.js';
import { replaceCoverages, restoreCoverages } from '../../coverages/coverage-replacement.js';
import { checksOf } from '../checklist/claim-checks.js';
import { DATA_REMOVED, type DataRemoved } from '../claim.entity.js';
import { CLAIM_HOLD } from '../claim-openings.js';
import { stepIncomplete } from '../claims.errors.js';
import type { ClaimReplacementBody } from './claim-replacement.dto.js';

/** What a claim keeps of the device that came for its own. */
export interface ReplacementColumns {
  replacementDeviceId: string | null;
  replacementChangeSetId: string | null;
  dataRemoved: DataRemoved | null;
}

export const NOT_REPLACED: ReplacementColumns = {
  replacementDeviceId: null,
  replacementChangeSetId: null,
  dataRemoved: null,
};

/** A claim under its lock. */
interface ReplacedClaim {
  id: string;
  number: string;
  deviceId: string;
}

/** What the evidence of a claim opens is told apart by this. */
const EVIDENCE = 'claim';

/** Puts the device that a vendor sent in the place of the claimed one. */
@Injectable()
export class ClaimReplacements {
  constructor(private readonly devices: DeviceChanges) {}

  /** Locks the device of a claim before the claim: whoever scans a device comes in the same order. */
  async lockDevice(tx: Tx, { districtId }: Scope, claimId: string): Promise<void> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT device_id AS id FROM claims WHERE district_id = $1 AND id = $2`,
      [districtId, claimId],
    );
    await this.devices.lock(
      tx,
      districtId,
      rows.map(({ id }) => id),
    );
  }

  /**
   * Disposes of the claimed device with the claim as the proof, adds the new one, and lets coverages follow.
   * @param field of the request that says how the data was removed
   * @throws Conflict where another claim is open for the device, and what stands against either change
   */
  async replaceWithin(
    tx: Tx,
    scope: Scope,
    claim: ReplacedClaim,
    { serialNumber, dataRemoved: said, ...more }: ClaimReplacementBody,
    field = 'replacement.dataRemoved',
  ): Promise<ReplacementColumns> {
    const { id, number, deviceId } = claim;
    if (await hasSerial(tx, scope, deviceId, serialNumber)) return NOT_REPLACED;
    await assertOnlyClaim(tx, scope, claim);
    const dataRemoved = said ?? (await dataRemovedBy(tx, scope, id));
    await this.devices.lift(tx, scope, 'claim', [id]);
    const gates = ['vendor_claim', ...(dataRemoved ? (['sanitized'] as const) : [])] as const;
    const proves = { evidence: EVIDENCE, gates };
    try {
      const note = `Claim ${number}`;
      const made = await this.devices.replace(tx, scope, id, {
        ...more,
        serialNumber,
        deviceId,
        proves,
        note,
      });
      await replaceCoverages(tx, scope, {
        changeSetId: made.changeSetId,
        oldId: deviceId,
        newId: made.deviceId,
      });
      return {
        replacementDeviceId: made.deviceId,
        replacementChangeSetId: made.changeSetId,
        dataRemoved,
      };
    } catch (error) {
      if (error instanceof GatesClosed)
        throw stepIncomplete(
          field,
          'Say how the data on the old device was removed: by the district (wiped), or by the vendor.',
        );
      throw error;
    }
  }

  /**
   * Takes a replacement back: the new device never was, and the old one is in repair again, with its coverages.
   * @throws Conflict where one of the two was changed since
   */
  async undoWithin(
    tx: Tx,
    scope: Scope,
    { id, deviceId, replacementDeviceId, replacementChangeSetId }: ReplacedClaim & ReplacementColumns,
  ): Promise<void> {
    if (!replacementDeviceId || !replacementChangeSetId)
      throw new Conflict('This claim did not replace a device.', 'CLAIM_NOT_REPLACED');
    // The new device gives up the tag before the old one takes it back.
    for (const device of [replacementDeviceId, deviceId]) {
      const stays = await this.devices.undoWithin(tx, scope, replacementChangeSetId, device);
      if (stays) {
        const which = device === deviceId ? 'old' : 'new';
        throw new Conflict(
          `The replacement cannot be undone because of the ${which} device. ${stays.detail}`,
          'CLAIM_REPLACEMENT_STAYS',
        );
      }
    }
    await this.devices.withdraw(tx, scope, EVIDENCE, [{ subjectId: id }]);
    await this.devices.hold(tx, scope, [{ deviceId, subjectId: id }], CLAIM_HOLD);
    await restoreCoverages(tx, scope, replacementChangeSetId);
  }
}

/** What the claim's checklist says of the data on the device. */
async function dataRemovedBy(tx: Tx, { districtId }: Scope, claimId: string): Promise<DataRemoved | null> {
  const checks = (await checksOf(tx, districtId, [claimId])).get(claimId) ?? [];
  const answer = checks.find(({ kind, isDone }) => kind === 'data_removal' && isDone)?.answer;
  return DATA_REMOVED.find((one) => one === answer) ?? null;
}

/**
 * Whether a device has this serial number. If the claimed device has it, the vendor replaced only what is inside.
 */
export async function hasSerial(
  tx: Tx,
  { districtId }: Scope,
  deviceId: string,
  said: string,
): Promise<boolean> {
  const [device] = await tx.query<{ serialNumber: string | null; manufacturer: string }[]>(
    `SELECT d.serial_number AS "serialNumber", m.manufacturer FROM devices d
       JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
      WHERE d.district_id = $1 AND d.id = $2`,
    [districtId, deviceId],
  );
  const code = normaliseCode(said);
  return (
    device !== undefined &&
    device.serialNumber !== null &&
    [code, serialOnLabel(code, device.manufacturer)].includes(device.serialNumber)
  );
}

async function assertOnlyClaim(
  tx: Tx,
  { districtId }: Scope,
  { id, deviceId }: ReplacedClaim,
): Promise<void> {
  const others = await tx.query<{ number: string }[]>(
    `SELECT number FROM claims
      WHERE district_id = $1 AND device_id = $2 AND id <> $3 AND state NOT IN ('closed', 'cancelled')
      ORDER BY sequence`,
    [districtId, deviceId, id],
  );
  if (others.length > 0)
    throw new Conflict(
      `The device has another open claim: ${others.map(({ number }) => number).join(', ')}. Close or cancel it first.`,
      'CLAIM_OTHERS_OPEN',
    );
}
