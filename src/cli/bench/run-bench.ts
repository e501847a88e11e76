import { mkdtemp, rm } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { writeFleetFile } from '../fleet/fleet-file.js';
import { generateFleet } from '../fleet/generate-fleet.js';
import { BenchDatabases } from './bench-databases.js';
import { benchSites, makeDistrict } from './bench-district.js';
import { BenchProcess } from './bench-process.js';
import { type BenchReport, type Figure, machine } from './bench-report.js';
import { measureImport } from './measure-import.js';
import { measureQueries } from './measure-queries.js';
import { addNeighbours, measureAmongNeighbours } from './neighbours.js';
import { RegisterClient } from './register-client.js';

/** The last day of the fleet: fixed, so that every run imports the same file. */
const FLEET_TO = '2026-06-30';
const POOL = 10;

export interface BenchOptions {
  devices: number;
  seconds: number;
  rounds: number;
  /** Told what is being done, and each figure once it is there. */
  say: (line: string) => void;
}

/** Measures everything that DESIGN section 14 sets a budget for, beside its floor. */
export function runBench(options: BenchOptions): Promise<BenchReport> {
  return BenchDatabases.with(async (databases) => {
    const folder = await mkdtemp(join(os.tmpdir(), 'rollcall-bench-'));
    try {
      return await measure(databases, folder, options);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

async function measure(
  databases: BenchDatabases,
  folder: string,
  { devices, seconds, rounds, say }: BenchOptions,
): Promise<BenchReport> {
  say(`making a file of ${devices} devices, and a district of 997 sites`);
  const file = join(folder, 'fleet.csv');
  await makeFile(file, devices);
  await databases.begin();
  const district = await makeDistrict(databases.settings('start'));
  await databases.copyOfStart('register');
  const { appUrl, ownerUrl } = databases.at('register');
  const pool = new pg.Pool({ connectionString: appUrl, max: POOL });
  const server = await BenchProcess.start('../../main.js', {
    ...databases.environment('register'),
    ROLE: 'all',
    LOG_LEVEL: 'info',
    PORT: '0',
    REDIS_URL: '',
  });
  const bare = await BenchProcess.start('./floor-server.js', {
    DATABASE_URL: appUrl,
    BENCH_DISTRICT: district.id,
  });
  const client = new RegisterClient(server.url, district.token);
  const figures: Figure[] = [];
  const seen = (figure: Figure): void => {
    figures.push(figure);
    say(`${figure.work}: ${figure.ratio.toFixed(2)} of the floor, p95 ${figure.rollcall.p95.toFixed(1)} ms`);
  };
  try {
    say('importing: the floor, Rollcall, the floor again');
    const imported = await measureImport({
      district,
      file,
      rows: devices,
      freshFloor: async () => {
        await folded(ownerUrl, district.id);
        await databases.copyOfStart('floor');
        return databases.at('floor').ownerUrl;
      },
      register: { url: appUrl, server, client },
    });
    await databases.drop('floor');
    seen(imported.figure);
    say('settling: as the server does by itself within minutes');
    await settle(ownerUrl);
    const load = { clients: 1, seconds, rounds };
    const work = { district, devices, client, floorServer: bare.url, pool, load };
    for await (const figure of measureQueries(work)) seen(figure);
    say('making nine more districts with the same counts');
    await withClient(ownerUrl, (owner) => addNeighbours(owner, district.id));
    await settle(ownerUrl);
    for await (const figure of measureAmongNeighbours(work, [...figures])) seen(figure);
    const queries = Math.round(server.takePeak() / 2 ** 20);
    return {
      measuredAt: new Date().toISOString(),
      machine: await withClient(ownerUrl, machine),
      devices,
      memoryMb: { import: imported.memoryMb, queries },
      figures,
    };
  } finally {
    await client.close();
    await Promise.all([server.stop(), bare.stop(), pool.end()]);
  }
}

async function makeFile(path: string, devices: number): Promise<void> {
  const file = createWriteStream(path, { highWaterMark: 1 << 20 });
  const fleet = generateFleet({ sites: benchSites(), devices, to: FLEET_TO });
  await Promise.all([finished(file), writeFleetFile(file, fleet).finally(() => file.end())]);
}

/** Waits until the counts are folded: what Rollcall has left to do must not slow its floor. */
function folded(ownerUrl: string, districtId: string): Promise<void> {
  return withClient(ownerUrl, async (client) => {
    for (;;) {
      const { rows } = await client.query<{ waits: boolean }>(
        `SELECT EXISTS (SELECT 1 FROM count_tail WHERE district_id = $1)
             OR EXISTS (SELECT 1 FROM count_folds
                         WHERE district_id = $1 AND levels_through < $2::timestamptz - interval '1 year') AS waits`,
        [districtId, new Date()],
      );
      if (!rows[0]?.waits) return;
      await client.query('SELECT pg_sleep(0.5)');
    }
  });
}

/** Does at once what autovacuum does a minute later. */
async function settle(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT').catch(() => undefined);
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
