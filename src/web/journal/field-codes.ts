import { sha256 } from '@noble/hashes/sha2.js';
import {
  type CodeEntry,
  ENTRY_BYTES,
  entriesIn,
  HEAD_BYTES,
  KEY_BYTES,
  LONGEST_VERSION,
  patched,
  STATUSES_OF_A_KIND,
} from '../../scanning/field/code-blocks.js';
import type { FieldDatabase, KnownDevice } from './database.js';
import { fieldAnswer } from './field-answer.js';

/** What is kept beside the blocks. */
interface CodesNote {
  /** What to ask from next time; undefined while the first download is under way. */
  next: string | undefined;
  sites: [code: string, name: string][];
  kinds: string[];
  statuses: string[];
}

interface Head extends CodesNote {
  next: string;
  whole: boolean;
}

const KEY = 'field.codes';
const NOTHING = new Uint8Array(0);

/** What the index alone says of codes. */
export interface Indexed {
  /** Whether the index is complete: else nothing can be said of a code that it does not have. */
  isWhole: boolean;
  /** For each code the devices in use that have it. The index knows their sites, and not which devices they are. */
  found: KnownDevice[][];
}

export async function indexedWith(database: FieldDatabase, codes: readonly string[]): Promise<Indexed> {
  const places = codes.map(placeOf);
  const [note, blocks] = await Promise.all([
    noteOf(database),
    database.codes.bulkGet(places.map(({ block }) => block)),
  ]);
  const found = places.map(({ key }, i) =>
    note
      ? entriesIn(blocks[i]?.columns ?? NOTHING, key).map((entry) => deviceOf(note, entry, codes[i] ?? ''))
      : [],
  );
  return { isWhole: note?.next !== undefined, found };
}

/** Name of a site of the district by its code. */
export async function siteNames(database: FieldDatabase): Promise<Map<string, string>> {
  return new Map((await noteOf(database))?.sites ?? []);
}

/** Asks for the codes that changed since the last time, or for all. @param onCount codes that were taken in so far */
export async function syncCodes(database: FieldDatabase, onCount: (codes: number) => void): Promise<void> {
  const since = (await noteOf(database))?.next;
  const answer = await fieldAnswer('/api/v1/field/codes', { since });
  const { next, whole, ...about } = JSON.parse((await answer.line()) ?? '') as Head;
  await begin(database, { ...about, next: whole ? undefined : since }, whole);
  let count = 0;
  for (;;) {
    const start = await answer.take(HEAD_BYTES);
    if (!start) break;
    const numbers = new DataView(start.buffer);
    const [block, keys, entries] = [numbers.getUint8(0), numbers.getUint32(1), numbers.getUint32(5)];
    const cleared = await partOf(answer, keys * KEY_BYTES);
    const added = await partOf(answer, entries * ENTRY_BYTES);
    await patch(database, block, cleared, added);
    count += entries;
    onCount(count);
  }
  await database.notes.put({ key: KEY, value: { ...about, next } satisfies CodesNote });
}

/** Numbers of sites only grow, so the blocks that are kept may be read with the new list; but not with another one. */
async function begin(database: FieldDatabase, note: CodesNote, whole: boolean): Promise<void> {
  await database.transaction('rw', database.codes, database.notes, async () => {
    if (whole) await database.codes.clear();
    await database.notes.put({ key: KEY, value: note });
  });
}

async function patch(
  database: FieldDatabase,
  block: number,
  cleared: Uint8Array,
  added: Uint8Array,
): Promise<void> {
  await database.transaction('rw', database.codes, async () => {
    const before = (await database.codes.get(block))?.columns;
    await database.codes.put({ block, columns: before ? patched(before, cleared, added) : added });
  });
}

/**
 * Keeps what a scan has just done to a device that only the index knows: it is at another site now, or in another
 * status. What came by the device's other codes is told by the server, minutes later.
 */
export async function changeIndexed(
  database: FieldDatabase,
  code: string,
  changeOf: (device: KnownDevice) => Promise<Partial<Pick<KnownDevice, 'site' | 'status' | 'version'>>>,
): Promise<void> {
  const note = await noteOf(database);
  if (!note) return;
  const { block, key } = placeOf(code);
  const [entry, ...others] = entriesIn((await database.codes.get(block))?.columns ?? NOTHING, key);
  if (!entry || others.length > 0) return;
  const before = deviceOf(note, entry, code);
  const device = { ...before, ...(await changeOf(before)) };
  const site = note.sites.findIndex(([one]) => one === device.site);
  const [kind, status] = [note.kinds.indexOf(device.kind), note.statuses.indexOf(device.status)];
  if (site < 0 || kind < 0 || status < 0) return;
  const keyBytes = [24, 16, 8, 0].map((bits) => (key >>> bits) & 255);
  const version = Math.min(device.version ?? LONGEST_VERSION, LONGEST_VERSION);
  const added = [...keyBytes, site >>> 8, site & 255, kind * STATUSES_OF_A_KIND + status, version];
  await patch(database, block, Uint8Array.from(keyBytes), Uint8Array.from(added));
}

async function partOf(answer: Awaited<ReturnType<typeof fieldAnswer>>, length: number): Promise<Uint8Array> {
  if (length === 0) return NOTHING;
  const part = await answer.take(length);
  if (!part) throw new Error('the answer ends in the middle');
  return part;
}

async function noteOf(database: FieldDatabase): Promise<CodesNote | undefined> {
  return (await database.notes.get(KEY))?.value as CodesNote | undefined;
}

function placeOf(code: string): { block: number; key: number } {
  const hash = sha256(new TextEncoder().encode(code));
  return { block: hash[0] as number, key: new DataView(hash.buffer, hash.byteOffset).getUint32(1) };
}

function deviceOf(note: CodesNote, { site, state, version }: CodeEntry, code: string): KnownDevice {
  return {
    id: null,
    codes: [code],
    kind: note.kinds[Math.floor(state / STATUSES_OF_A_KIND)] ?? '',
    status: note.statuses[state % STATUSES_OF_A_KIND] ?? '',
    site: note.sites[site]?.[0] ?? '',
    version: version === LONGEST_VERSION ? null : version,
    assetTag: null,
    serialNumber: null,
    model: null,
    room: null,
    cart: null,
    held: null,
  };
}
