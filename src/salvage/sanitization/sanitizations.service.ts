import { Injectable } from '@nestjs/common';
import { reaches, type Scope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import { Conflict, InvalidInput, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import type { DeviceRecord } from '../../devices/device-record.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import { DEVICE_NOT_FOUND, everyDeviceRefused, type RefusedDevice } from '../refused-devices.js';
import type { NewSanitizationBody, SanitizationValidationBody } from './sanitization.dto.js';
import { SanitizationRecords } from './sanitization-records.js';
import { NOTHING_KNOWN, problemOf, refusalOf } from './sanitization-rules.js';
import { SanitizationsQueries, type SanitizationDetail } from './sanitizations.queries.js';

/** A new record, with the devices that it left out. */
export interface NewSanitization extends SanitizationDetail {
  refused: RefusedDevice[];
}

/** Records how the data on devices was removed. */
@Injectable()
export class Sanitizations {
  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceChanges,
    private readonly records: SanitizationRecords,
    private readonly queries: SanitizationsQueries,
  ) {}

  /**
   * Records one sanitization of many devices. Each device is recorded or refused by itself.
   * @throws InvalidInput if the technique does not suit the medium; Conflict if every device is refused
   */
  async create(scope: Scope, { deviceIds, ...said }: NewSanitizationBody): Promise<NewSanitization> {
    const problem = problemOf(said);
    if (problem) throw new InvalidInput(problem.detail, [problem]);
    const id = newId();
    return this.transactions.run(async (tx) => {
      const doneAt = said.doneAt ?? tx.at;
      if (doneAt > tx.at) throw inTheFuture();
      const locked = await this.devices.lock(tx, scope.districtId, deviceIds);
      const before = await this.records.before(tx, scope, deviceIds);
      const good: DeviceRecord[] = [];
      const left: RefusedDevice[] = [];
      for (const deviceId of deviceIds) {
        const device = locked.get(deviceId);
        const refusal =
          device && reaches(scope, device.siteId)
            ? refusalOf(device, said, before.get(deviceId) ?? NOTHING_KNOWN, doneAt)
            : DEVICE_NOT_FOUND;
        if (refusal) left.push({ deviceId, ...refusal });
        else good.push(device as DeviceRecord);
      }
      if (good.length === 0) throw nothingRecorded(deviceIds, left);
      await this.records.write(tx, scope, [{ ...withNulls(said), id, devices: good, doneAt, scanId: null }]);
      return { ...(await this.queries.find(scope, id, tx)), refused: left };
    });
  }

  /**
   * Records a decision about a completed sanitization. The latest decision counts.
   * @see SanitizationRecords.settle
   * @throws Conflict if the sanitization failed; ClearanceUsed if a device is gone already
   */
  async validate(
    scope: Scope,
    id: string,
    { decision, note = null }: SanitizationValidationBody,
  ): Promise<SanitizationDetail> {
    if (decision !== 'accept' && note === null)
      throw new InvalidInput('Enter why the sanitization is not accepted.', [
        { field: 'note', code: 'NOTE_MISSING', detail: 'Enter what was found, and what has to be done.' },
      ]);
    return this.transactions.run(async (tx) => {
      await this.queries.find(scope, id, tx);
      const { result, deviceIds } = await lockSanitization(tx, scope, id);
      if (result === 'failed')
        throw new Conflict(
          'This sanitization failed, so there is nothing to decide. Destroy the storage, and record that.',
          'SANITIZATION_FAILED',
        );
      await tx.query(
        `INSERT INTO sanitization_validations (district_id, sanitization_id, round, decision, note, decided_at, decided_by)
         SELECT $1::uuid, $2::uuid, 1 + coalesce(max(round), 0), $3::text, $4::text, $5::timestamptz, $6::uuid
           FROM sanitization_validations WHERE district_id = $1 AND sanitization_id = $2`,
        [scope.districtId, id, decision, note, tx.at, scope.accountId],
      );
      await this.records.settle(tx, scope, deviceIds);
      return this.queries.find(scope, id, tx);
    });
  }
}

/** A sanitization under its lock, with its devices. */
async function lockSanitization(
  tx: Tx,
  { districtId }: Scope,
  id: string,
): Promise<{ result: string; deviceIds: string[] }> {
  const [row] = await tx.query<{ result: string }[]>(
    `SELECT result FROM sanitizations WHERE district_id = $1 AND id = $2 FOR NO KEY UPDATE`,
    [districtId, id],
  );
  if (!row) throw new NotFound('The sanitization', 'SANITIZATION_NOT_FOUND');
  // Only after the lock: a statement that waits for a lock sees other tables as they were before.
  const devices = await tx.query<{ id: string }[]>(
    `SELECT device_id AS id FROM sanitization_devices
      WHERE district_id = $1 AND sanitization_id = $2 AND withdrawn_at IS NULL`,
    [districtId, id],
  );
  return { result: row.result, deviceIds: devices.map((device) => device.id) };
}

function withNulls(said: Omit<NewSanitizationBody, 'deviceIds'>) {
  const { driveSerial = null, tool = null, toolVersion = null, particleMm = null } = said;
  const { verifiedBy = null, verification = null, place = null, note = null } = said;
  const { medium, mediaSource, technique, result } = said;
  return {
    medium,
    mediaSource,
    technique,
    result,
    driveSerial,
    tool,
    toolVersion,
    particleMm,
    verifiedBy,
    verification,
    place,
    note,
  };
}

function inTheFuture(): InvalidInput {
  const detail = 'Enter a time that is not in the future.';
  return new InvalidInput(detail, [{ field: 'doneAt', code: 'IN_THE_FUTURE', detail }]);
}

function nothingRecorded(
  deviceIds: readonly string[],
  left: readonly RefusedDevice[],
): Conflict | InvalidInput {
  const message = 'None of these devices can have this record.';
  return everyDeviceRefused({ field: 'deviceIds', deviceIds }, left, { code: 'NOTHING_SANITIZED', message });
}
