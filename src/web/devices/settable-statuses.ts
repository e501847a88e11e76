import { type DeviceStatus, STATUSES } from '../../devices/statuses.js';

/** Statuses that a person sets here; void and disposed have gates of their own. */
export const SETTABLE = STATUSES.filter(
  (status): status is Exclude<DeviceStatus, 'void' | 'disposed'> =>
    status !== 'void' && status !== 'disposed',
);
