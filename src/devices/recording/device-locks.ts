import { NotFound } from '../../common/refusal.js';
import type { Tx } from '../../database/tx.js';
import { DEVICE_RECORD } from '../device-columns.sql.js';
import type { DeviceRecord } from '../device-record.js';
import { DeviceIsGone } from '../devices.errors.js';
import type { DeviceStatus } from '../statuses.js';
import { nameOfDevice } from './device-rules.js';

/**
 * Devices as they are, locked for a change until the transaction ends: in id order, so that two writers of the same
 * devices wait for each other instead of locking each other out.
 */
export function lockDevices(
  tx: Tx,
  districtId: string,
  ids: readonly string[],
): Promise<Map<string, DeviceRecord>> {
  return load(tx, districtId, ids, 'FOR NO KEY UPDATE');
}

/**
 * The same for devices that must be there.
 * @throws NotFound or DeviceIsGone for the first that is not, or is in one of the statuses
 */
export async function lockPresent(
  tx: Tx,
  districtId: string,
  ids: readonly string[],
  refused: readonly DeviceStatus[],
): Promise<void> {
  const devices = await lockDevices(tx, districtId, ids);
  for (const id of ids) {
    const device = devices.get(id);
    if (!device) throw new NotFound('The device', 'DEVICE_NOT_FOUND');
    if (refused.includes(device.status)) throw new DeviceIsGone(nameOfDevice(device), device.status);
  }
}

/** Devices as they are, for who only looks. */
export function readDevices(
  tx: Tx,
  districtId: string,
  ids: readonly string[],
): Promise<Map<string, DeviceRecord>> {
  return load(tx, districtId, ids, '');
}

async function load(
  tx: Tx,
  districtId: string,
  ids: readonly string[],
  lock: '' | 'FOR NO KEY UPDATE',
): Promise<Map<string, DeviceRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<DeviceRecord[]>(
    `SELECT ${DEVICE_RECORD} FROM devices d WHERE d.district_id = $1 AND d.id = ANY ($2)
      ORDER BY d.id ${lock}`,
    [districtId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
