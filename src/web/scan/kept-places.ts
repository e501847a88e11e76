import type { FieldDatabase } from '../journal/database.js';
import { everyPlace } from '../places/places.js';

/**
 * Names of all rooms or carts in use at a site. Without an answer of the server, those that it last said and those that
 * devices and scans on this phone have.
 * @param site its code
 */
export async function placeNames(
  database: FieldDatabase,
  of: 'room' | 'cart',
  site: string,
): Promise<string[]> {
  const key = `places.${of}.${site}`;
  const id = (await database.sites.where('code').equals(site).first())?.id;
  // Without a network, and after a sign-in has ended, scanning goes on with what is here.
  const places = id && (await everyPlace(of === 'room' ? 'rooms' : 'carts', id).catch(() => undefined));
  if (!places) {
    const said = ((await database.notes.get(key))?.value ?? []) as string[];
    return inOrder([...said, ...(await namesOnPhone(database, of, site))]);
  }
  const names = places.filter(({ closedOn }) => closedOn === null).map(({ name }) => name);
  await database.notes.put({ key, value: names });
  return names;
}

async function namesOnPhone(database: FieldDatabase, of: 'room' | 'cart', site: string): Promise<string[]> {
  const devices = await database.devices.where('site').equals(site).toArray();
  const waiting = await database.scans.where('state').equals('waiting').toArray();
  const scanned = waiting.filter((scan) => scan.site === site);
  return [...devices, ...scanned].flatMap((one) => one[of] ?? []);
}

/** As people count: 2 before 10. */
function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true }));
}
