import type { DeviceRecord } from '../devices/device-record.js';
import { nameOfDevice } from '../devices/recording/device-rules.js';

/** Why nobody can work on this device at the bench: it is gone, missing or in use. Null if somebody can. */
export function whyNotAtHand(device: DeviceRecord): { code: string; detail: string } | null {
  const name = nameOfDevice(device);
  const { status } = device;
  if (status === 'disposed' || status === 'void')
    return {
      code: 'DEVICE_IS_GONE',
      detail: `${name} has left the district’s records, so nothing more can be recorded about it.`,
    };
  if (status === 'missing')
    return { code: 'DEVICE_MISSING', detail: `${name} is missing. Mark it as found first.` };
  if (status === 'deployed' || device.personId !== null)
    return { code: 'DEVICE_IN_USE', detail: `${name} is in use. Return or retire it first.` };
  return null;
}
