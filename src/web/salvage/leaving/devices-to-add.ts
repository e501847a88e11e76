import { api, answer } from '../../api/client.js';
import type { Shape } from '../../api/problem.js';
import { nameOfDevice } from '../../devices/device-names.js';
import type { DevicesFilter } from '../../devices/device-search.js';
import type { DeviceSort } from '../../devices/list/use-device-list.js';
import type { DeviceToAdd } from './add-many.js';

/** A page of the API. One request adds as many. */
const LIMIT = 200;

/** Devices that somebody selected one by one. @param rows those that the list has loaded */
export function* selectedDevices(
  ids: readonly string[],
  rows: readonly Shape<'DeviceView'>[],
): Generator<DeviceToAdd[]> {
  const names = new Map(rows.map((device) => [device.id, nameOfDevice(device)]));
  for (let from = 0; from < ids.length; from += LIMIT)
    yield ids.slice(from, from + LIMIT).map((id) => ({ id, name: names.get(id) ?? null }));
}

/** All devices that match a filter, in the order of the list. */
export async function* matchingDevices(
  filter: DevicesFilter,
  sort: DeviceSort,
): AsyncGenerator<DeviceToAdd[]> {
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await answer(
      api.GET('/api/v1/devices', { params: { query: { ...filter, sort, limit: LIMIT, cursor } } }),
    );
    yield items.map((device) => ({ id: device.id, name: nameOfDevice(device) }));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}
