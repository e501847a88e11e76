import type { FieldDatabase, FieldDevice } from './database.js';
import { fieldAnswer } from './field-answer.js';

/** Rows that are written at once: on a slow phone, more would hold up whoever scans meanwhile. */
const PUT_AT_ONCE = 200;

/** What is kept beside the devices. */
interface DevicesNote {
  next: string;
  /** Codes of the sites whose devices are kept in full. */
  sites: string[];
  /** Codes of the sites that were asked for. */
  wanted: string[];
}

interface Head {
  next: string;
  whole: boolean;
  sites: string[];
  columns: (keyof FieldDevice)[];
}

const KEY = 'field.devices';
const WANTED = 'field.wanted';
/** As many as the server takes. */
const MOST_WANTED = 5;

/** Codes of the sites whose devices are kept in full; undefined before the first download. */
export async function fullSites(database: FieldDatabase): Promise<string[] | undefined> {
  return (await noteOf(database))?.sites;
}

/**
 * Remembers the site that somebody works at. Where an account reaches more devices than a phone can keep, those of the
 * sites that were chosen last are kept.
 * @returns whether its devices are still to be asked for
 */
export async function wantSite(database: FieldDatabase, site: string): Promise<boolean> {
  return database.transaction('rw', database.notes, async () => {
    const before = await wantedSites(database);
    if (before[0] !== site) {
      const value = [site, ...before.filter((one) => one !== site)].slice(0, MOST_WANTED);
      await database.notes.put({ key: WANTED, value });
    }
    const note = await noteOf(database);
    return note !== undefined && ![...note.sites, ...note.wanted].includes(site);
  });
}

/** Asks for what changed since the last time, or for everything. @param onCount devices that were taken in so far */
export async function syncDevices(
  database: FieldDatabase,
  onCount: (devices: number) => void,
): Promise<void> {
  const since = (await noteOf(database))?.next;
  const wanted = await wantedSites(database);
  const answer = await fieldAnswer('/api/v1/field/devices', { since, sites: wanted.join() });
  const head = JSON.parse((await answer.line()) ?? '') as Head;
  const there = new Set<string>();
  let rows: FieldDevice[] = [];
  let left: string[] = [];
  const put = async (): Promise<void> => {
    const { devices } = database;
    await database.transaction('rw', devices, async () => {
      await devices.bulkPut(rows);
      await devices.bulkDelete(left);
    });
    if (head.whole) for (const { id } of rows) there.add(id);
    rows = [];
    left = [];
  };
  let count = 0;
  for (let line = await answer.line(); line !== undefined; line = await answer.line()) {
    const values = JSON.parse(line) as unknown[] | string;
    if (typeof values === 'string') left.push(values);
    else rows.push(deviceOf(head.columns, values));
    if (rows.length + left.length < PUT_AT_ONCE) continue;
    await put();
    onCount((count += PUT_AT_ONCE));
  }
  await put();
  // What is no longer there is not told. It goes last, so that the phone is never without devices.
  if (head.whole) await dropOthers(database, there);
  const note: DevicesNote = { next: head.next, sites: head.sites, wanted };
  await database.notes.put({ key: KEY, value: note });
}

async function dropOthers(database: FieldDatabase, there: ReadonlySet<string>): Promise<void> {
  const kept = await database.devices.toCollection().primaryKeys();
  const others = kept.filter((id) => !there.has(id));
  for (let from = 0; from < others.length; from += PUT_AT_ONCE)
    await database.devices.bulkDelete(others.slice(from, from + PUT_AT_ONCE));
}

async function noteOf(database: FieldDatabase): Promise<DevicesNote | undefined> {
  return (await database.notes.get(KEY))?.value as DevicesNote | undefined;
}

async function wantedSites(database: FieldDatabase): Promise<string[]> {
  return ((await database.notes.get(WANTED))?.value as string[] | undefined) ?? [];
}

function deviceOf(columns: Head['columns'], values: unknown[]): FieldDevice {
  return Object.fromEntries(columns.map((column, i) => [column, values[i]])) as unknown as FieldDevice;
}
