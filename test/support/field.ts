import { createHash } from 'node:crypto';
import type { TestUser } from './app.js';
import { download } from './exports.js';

/** What `GET /field/devices` answers, read by the words of its description. */
export interface FieldAnswer {
  next: string;
  whole: boolean;
  sites: string[];
  devices: Record<string, unknown>[];
  /** Ids of devices that left. */
  left: string[];
}

export async function fieldDevices(
  user: TestUser,
  { since, sites }: { since?: string; sites?: string[] } = {},
): Promise<FieldAnswer> {
  const query = new URLSearchParams({ ...(since && { since }), ...(sites && { sites: sites.join() }) });
  const text = (await download(user, `field/devices?${query.toString()}`)).toString();
  const [head, ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  const { columns, ...rest } = head as { columns: string[] } & Omit<FieldAnswer, 'devices' | 'left'>;
  const rows = lines.filter((line) => Array.isArray(line)) as unknown[][];
  return {
    ...rest,
    devices: rows.map((values) => Object.fromEntries(columns.map((name, i) => [name, values[i]]))),
    left: lines.filter((line) => typeof line === 'string'),
  };
}

/** Where the device of a code is and how, as a phone learns it. */
export interface CodeEntry {
  site: string;
  siteName: string;
  kind: string;
  status: string;
  version: number;
}

/** What `GET /field/codes` answers, read by the words of its description. */
export interface CodesAnswer {
  next: string;
  whole: boolean;
  bytes: number;
  /** By the hash of the code, in hexadecimal digits. */
  entries: Map<string, CodeEntry[]>;
  /** Hashes that lose what the phone has of them. */
  cleared: string[];
}

export function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex').slice(0, 10);
}

export async function fieldCodes(user: TestUser, since?: string): Promise<CodesAnswer> {
  const answer = await download(user, `field/codes${since ? `?since=${encodeURIComponent(since)}` : ''}`);
  const end = answer.indexOf('\n');
  const { next, whole, sites, kinds, statuses } = JSON.parse(answer.subarray(0, end).toString()) as {
    next: string;
    whole: boolean;
    sites: [string, string][];
    kinds: string[];
    statuses: string[];
  };
  const entries = new Map<string, CodeEntry[]>();
  const cleared: string[] = [];
  for (let at = end + 1; at < answer.length;) {
    const block = answer.subarray(at, at + 1).toString('hex');
    const [keys, count] = [answer.readUInt32BE(at + 1), answer.readUInt32BE(at + 5)];
    at += 9;
    for (const key of rowsOf(answer.subarray(at, (at += keys * 4)), 4)) {
      cleared.push(block + key.toString('hex'));
      entries.delete(block + key.toString('hex'));
    }
    for (const row of rowsOf(answer.subarray(at, (at += count * 8)), 8)) {
      const hash = block + row.toString('hex', 0, 4);
      const [site = '', siteName = ''] = sites[row.readUInt16BE(4)] ?? [];
      const state = row.readUInt8(6);
      const [kind = '', status = ''] = [kinds[state >> 4], statuses[state & 15]];
      entries.set(hash, [
        ...(entries.get(hash) ?? []),
        { site, siteName, kind, status, version: row.readUInt8(7) },
      ]);
    }
  }
  return { next, whole, bytes: answer.length, entries, cleared };
}

/** Rows out of columns. */
function rowsOf(columns: Buffer, width: number): Buffer[] {
  const count = columns.length / width;
  return Array.from({ length: count }, (_, row) =>
    Buffer.from(Array.from({ length: width }, (_column, column) => columns[column * count + row] ?? 0)),
  );
}
