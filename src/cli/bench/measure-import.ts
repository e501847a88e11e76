import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { BenchDistrict } from './bench-district.js';
import type { BenchProcess } from './bench-process.js';
import type { Figure } from './bench-report.js';
import { COPY_RAW, IMPORT, RAW, TIMED_ID, WRITTEN } from './floor.sql.js';
import type { RegisterClient } from './register-client.js';
import { median, summary } from './timings.js';

const BETWEEN_SCANS_MS = 250;
const MOST_MEMORY_MB = 400;
const LEAST_ROWS_PER_SECOND = 5_000;
const SLOWEST_SCAN_MS = 500;

/** What is there to import, and where. */
export interface ImportWork {
  district: BenchDistrict;
  file: string;
  rows: number;
  /** Makes an empty floor database and returns its address. */
  freshFloor: () => Promise<string>;
  register: { url: string; server: BenchProcess; client: RegisterClient };
}

/** A file from CSV to committed: the floor, Rollcall with somebody scanning meanwhile, the floor again. */
export async function measureImport(work: ImportWork): Promise<{ figure: Figure; memoryMb: number }> {
  const { rows, register } = work;
  const before = await floor(work);
  register.server.takePeak();
  const scanning = new AbortController();
  const scans = scanMeanwhile(register.client, scanning.signal);
  const started = performance.now();
  await register.client.importDevices(work.file);
  const took = performance.now() - started;
  scanning.abort();
  const memoryMb = Math.round(register.server.takePeak() / 2 ** 20);
  const scanned = summary([{ rate: 0, latencies: await scans }]);
  const written = await writtenIn(register.url, work.district.id);
  const after = await floor(work);
  const floorMs = median([before.ms, after.ms]);
  const ratio = floorMs / took;
  const perSecond = (ms: number): number => (rows / ms) * 1000;
  const isMet =
    ratio >= 1 / 2 &&
    perSecond(took) >= LEAST_ROWS_PER_SECOND &&
    memoryMb <= MOST_MEMORY_MB &&
    scanned.p95 < SLOWEST_SCAN_MS;
  const figure: Figure = {
    work: `import of ${rows.toLocaleString('en-US')} rows`,
    unit: 'rows/s',
    floor: { rate: perSecond(floorMs), p50: floorMs, p95: NaN, p99: NaN, samples: 2 },
    rollcall: { rate: perSecond(took), p50: took, p95: NaN, p99: NaN, samples: 1 },
    ratio,
    budget: '≥ 1/2, ≥ 5,000 rows/s, ≤ 400 MB, scans p95 < 500 ms',
    isMet,
    also: {
      'memory, MB': memoryMb,
      'scans meanwhile, p50 ms': scanned.p50,
      'scans meanwhile, p95 ms': scanned.p95,
      'scans meanwhile': scanned.samples,
      'codes written': written.codes,
      'codes written by the floor': before.written.codes,
      'events written': written.events,
      'events written by the floor': before.written.events,
    },
  };
  return { figure, memoryMb };
}

interface Written {
  devices: number;
  codes: number;
  events: number;
}

async function floor({ district, file, freshFloor }: ImportWork): Promise<{ ms: number; written: Written }> {
  const url = await freshFloor();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int AS version`,
    );
    const id = TIMED_ID(rows[0]?.version ?? 0);
    const started = performance.now();
    await client.query('BEGIN');
    await client.query(RAW(id));
    await pipeline(createReadStream(file, { highWaterMark: 1 << 18 }), client.query(copyFrom(COPY_RAW)));
    for (const statement of IMPORT(district.id, randomUUID(), id)) await client.query(statement);
    await client.query('COMMIT');
    const ms = performance.now() - started;
    return { ms, written: await writtenBy(client, district.id) };
  } finally {
    await client.end();
  }
}

async function writtenIn(url: string, districtId: string): Promise<Written> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await writtenBy(client, districtId);
  } finally {
    await client.end();
  }
}

async function writtenBy(client: pg.Client, districtId: string): Promise<Written> {
  const { rows } = await client.query<Written>(WRITTEN, [districtId]);
  return rows[0] as Written;
}

/** A technician at work: fifty devices at a time, again and again. @returns how long each batch took, in ms */
async function scanMeanwhile(client: RegisterClient, signal: AbortSignal): Promise<number[]> {
  const latencies: number[] = [];
  while (!signal.aborted) {
    const from = performance.now();
    await client.scan(0);
    latencies.push(performance.now() - from);
    await sleep(BETWEEN_SCANS_MS);
  }
  return latencies;
}
