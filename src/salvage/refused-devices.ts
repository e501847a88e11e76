import { Conflict, InvalidInput } from '../common/refusal.js';

/** A device that a request left out, and why. */
export interface RefusedDevice {
  deviceId: string;
  code: string;
  detail: string;
}

/** Why a device is refused that does not exist, or that the caller cannot see. */
export const DEVICE_NOT_FOUND = { code: 'DEVICE_NOT_FOUND', detail: 'The device was not found.' };

/**
 * The refusal of a request that could do nothing, because every one of its devices was refused.
 * @param list the field with the ids of the devices, and these ids: they name the place of each error
 * @param otherwise the code and the message if there are several devices, and Rollcall has found at least one
 */
export function everyDeviceRefused(
  list: { field: string; deviceIds: readonly string[] },
  refused: readonly RefusedDevice[],
  otherwise: { code: string; message: string },
): Conflict | InvalidInput {
  const errors = refused.map(({ deviceId, code, detail }) => ({
    field: `${list.field}.${list.deviceIds.indexOf(deviceId)}`,
    code,
    detail,
  }));
  const [only, ...others] = refused;
  const message = only && others.length === 0 ? only.detail : otherwise.message;
  return refused.every(({ code }) => code === DEVICE_NOT_FOUND.code)
    ? new InvalidInput(message, errors)
    : new Conflict(message, otherwise.code, errors);
}
