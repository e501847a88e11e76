import type { DeviceKind } from '../../catalogue/kinds.js';
import type { DeviceStatus } from '../../devices/statuses.js';
import type { DevicesSearch } from '../app/searches.js';

/** What the address of a list says, as the API asks for it. */
export function filterOf({ q, site, room, kind, status }: DevicesSearch) {
  return {
    q,
    room,
    site: site ? [site] : undefined,
    kind: kind ? [kind as DeviceKind] : undefined,
    status: status ? [status as DeviceStatus] : undefined,
  };
}
