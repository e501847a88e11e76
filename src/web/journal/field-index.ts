import { problemOf, NoAnswer } from '../api/problem.js';
import { addressOf } from '../api/address.js';
import { api, answer } from '../api/client.js';
import { readingsOf } from '../../devices/device-codes.js';
import type { FieldDatabase, FieldDevice, FieldSite } from './database.js';
import { syncActions } from './field-actions.js';

const PUT_AT_ONCE = 2_000;
/** Asked for again after so long. */
export const STALE_MS = 15 * 60_000;

interface Head {
  next: string;
  whole: boolean;
  columns: (keyof FieldDevice)[];
}

/** Live devices of the district that a code may mean, out of what the phone keeps. */
export async function devicesWithCode(database: FieldDatabase, code: string): Promise<FieldDevice[]> {
  const found = await database.devices.where('codes').anyOf(readingsOf(code)).distinct().toArray();
  const live = found.filter(({ status }) => status !== 'disposed' && status !== 'void');
  return live.length > 0 ? live : found.filter(({ status }) => status !== 'void');
}

/** Whether the phone knows the district's codes at all: else nothing can be said of a code it does not find. */
export async function knowsCodes(database: FieldDatabase): Promise<boolean> {
  return (await database.notes.get('field.next')) !== undefined;
}

/** Brings what the phone keeps up to date: the sites of whoever is signed in and, for who scans, the devices. */
export async function syncField(
  database: FieldDatabase,
  keeps: { devices: boolean },
  onCount: (devices: number) => void,
  signal: AbortSignal,
): Promise<void> {
  await syncSites(database);
  if (keeps.devices) {
    await syncActions(database);
    await syncDevices(database, onCount, signal);
  }
  await database.notes.put({ key: 'field.at', value: Date.now() });
}

/**
 * Asks for what changed since the last time, or for everything.
 * @param onCount devices that were taken in so far
 */
async function syncDevices(
  database: FieldDatabase,
  onCount: (devices: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const since = (await database.notes.get('field.next'))?.value as string | undefined;
  const response = await fetch(addressOf('/api/v1/field/devices', {}, { since }), { signal }).catch(() => {
    throw new NoAnswer();
  });
  if (!response.ok || !response.body) throw problemOf(response, await response.json().catch(() => null));
  let head: Head | undefined;
  let rows: FieldDevice[] = [];
  let count = 0;
  const put = async (): Promise<void> => {
    await database.devices.bulkPut(rows);
    count += rows.length;
    rows = [];
    onCount(count);
  };
  for await (const line of linesOf(response.body)) {
    if (!head) {
      head = JSON.parse(line) as Head;
      // What is no longer there is not told, so that a whole answer begins with nothing; and until its end the
      // device does not claim to know every code.
      if (head.whole) {
        await database.notes.delete('field.next');
        await database.devices.clear();
      }
      continue;
    }
    rows.push(deviceOf(head.columns, JSON.parse(line) as unknown[]));
    if (rows.length === PUT_AT_ONCE) await put();
  }
  await put();
  if (head) await database.notes.put({ key: 'field.next', value: head.next });
}

async function syncSites(database: FieldDatabase): Promise<void> {
  const sites: FieldSite[] = [];
  let cursor: string | undefined;
  do {
    const page = await answer(
      api.GET('/api/v1/sites', { params: { query: { limit: 200, open: true, cursor } } }),
    );
    sites.push(...page.items.map(({ id, code, name }) => ({ id, code, name })));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  await database.transaction('rw', database.sites, async () => {
    await database.sites.clear();
    await database.sites.bulkPut(sites);
  });
}

function deviceOf(columns: Head['columns'], values: unknown[]): FieldDevice {
  return Object.fromEntries(columns.map((column, i) => [column, values[i]])) as unknown as FieldDevice;
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter(Boolean);
  }
  if (rest) yield rest;
}
