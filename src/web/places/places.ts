import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';

/** Most that one page of the API has; a site has some dozens. */
const LIMIT = 200;

interface Places {
  rooms: Shape<'RoomView'>;
  carts: Shape<'CartView'>;
}

/** Every room or cart of a site, as people count: 2 before 10, and those in use before the closed ones. */
export async function everyPlace<K extends keyof Places>(of: K, siteId: string): Promise<Places[K][]> {
  const all: Places[K][] = [];
  let cursor: string | undefined;
  do {
    const init = { params: { path: { id: siteId }, query: { limit: LIMIT, cursor } } };
    const page = await (of === 'rooms'
      ? answer(api.GET('/api/v1/sites/{id}/rooms', init))
      : answer(api.GET('/api/v1/sites/{id}/carts', init)));
    all.push(...(page.items as Places[K][]));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all.toSorted(
    (a, b) =>
      Number(a.closedOn !== null) - Number(b.closedOn !== null) ||
      a.name.localeCompare(b.name, undefined, { numeric: true }),
  );
}
