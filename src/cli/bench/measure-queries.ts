import type { QueryWork } from './query-work.js';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Pool as HttpPool } from 'undici';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BATCH, SCANNERS, tagsOf } from './bench-district.js';
import type { Figure } from './bench-report.js';
import { EXPORT, LIST, SCAN_BATCH, SEARCH, SEARCH_NAME } from './floor.sql.js';
import { measureCounts } from './measure-counts.js';
import type { RegisterClient } from './register-client.js';
import { type Compared, inTurns, type Work } from './timings.js';

const FAR_PAGE = 1000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const FILTER = '/devices?status=deployed&kind=chromebook&limit=50';
const NAMES = ['latitude', 'chromebook', 'elementary', 'macbook', 'ipad', 'academy', 'charter', 'optiplex'];
const SAMPLE = 10_000;

/** Measures everything but the import, in the order of DESIGN section 14. */
export async function* measureQueries(work: QueryWork): AsyncGenerator<Figure> {
  yield await lookUp(work);
  yield await scans(work);
  yield* measureCounts(work);
  yield* lists(work);
  yield* searches(work);
  yield await exported(work);
}

async function lookUp({ district, devices, client, floorServer, pool, load }: QueryWork): Promise<Figure> {
  const codes = await someCodes(pool, district.id, devices);
  const bare = new HttpPool(floorServer, { connections: SCANNERS });
  const floor: Work = async () => {
    const { body } = await bare.request({ method: 'GET', path: `/lookup?code=${oneOf(codes)}` });
    await body.json();
  };
  const rollcall: Work = async () => {
    const { items } = await client.get<{ items: unknown[] }>(`/devices/lookup?code=${oneOf(codes)}`);
    if (items.length === 0) throw new Error('a code that is there was not found');
  };
  const compared = await inTurns(floor, rollcall, { ...load, clients: SCANNERS });
  await bare.close();
  const isMet = compared.rollcall.p99 <= 15 && compared.ratio >= 1 / 2;
  return {
    work: 'look up by any code, HTTP, 8 clients',
    unit: 'requests/s',
    ...compared,
    budget: 'p99 ≤ 15 ms, ≥ 1/2',
    isMet,
  };
}

async function scans({ district, client, pool, load }: QueryWork): Promise<Figure> {
  const changeSet = randomUUID();
  await pool.query(`INSERT INTO change_sets (district_id, id, kind) VALUES ($1, $2, 'batch')`, [
    district.id,
    changeSet,
  ]);
  const ids = await Promise.all(
    Array.from({ length: SCANNERS }, async (_, scanner) => {
      const { rows } = await pool.query<{ id: string }>(
        `SELECT id FROM devices WHERE district_id = $1 AND asset_tag = ANY ($2)`,
        // Devices of its own: each side must find its own as it left them.
        [district.id, tagsOf(SCANNERS + scanner)],
      );
      return rows.map(({ id }) => id);
    }),
  );
  const turns = ids.map(() => 0);
  const floor: Work = async (scanner) => {
    const status = (turns[scanner] = (turns[scanner] ?? 0) + 1) % 2 === 1 ? 'deployed' : 'in_stock';
    const parameters = [district.id, ids[scanner], status, changeSet];
    const [update, events, moves] = SCAN_BATCH;
    await inTransaction(pool, async (db) => {
      await db.query({ name: 'update', text: update, values: parameters.slice(0, 3) });
      await db.query({ name: 'events', text: events, values: parameters });
      await db.query({ name: 'moves', text: moves, values: parameters });
    });
  };
  const rollcall: Work = (scanner) => client.scan(scanner);
  const compared = await inTurns(floor, rollcall, { ...load, clients: SCANNERS });
  const isMet = compared.rollcall.p95 <= 200 && compared.ratio >= 1 / 2;
  return {
    work: 'scan batch of 50, 8 clients, one site and kind',
    unit: 'rows/s',
    ...inRows(compared, BATCH),
    budget: 'p95 ≤ 200 ms, ≥ 1/2',
    isMet,
  };
}

async function* lists(work: QueryWork): AsyncGenerator<Figure> {
  const { district, client, pool, load } = work;
  const far = await farPage(client);
  const pages = [
    { name: 'first page of a filtered list', path: FILTER, after: FIRST_ID },
    {
      name: `page ${far.page.toLocaleString('en-US')} of it`,
      path: `${FILTER}&cursor=${far.cursor}`,
      after: far.lastId,
    },
  ];
  for (const { name, path, after } of pages) {
    const floor: Work = async () => {
      await pool.query({ name: 'list', text: LIST, values: [district.id, after] });
    };
    const rollcall: Work = async () => {
      await client.get(path);
    };
    const compared = await inTurns(floor, rollcall, { ...load, clients: 1 });
    const isMet = compared.rollcall.p95 <= 30;
    yield { work: name, unit: 'requests/s', ...compared, budget: '≤ 30 ms', isMet };
  }
}

async function farPage(client: RegisterClient): Promise<{ page: number; cursor: string; lastId: string }> {
  let far = { page: 1, cursor: '', lastId: FIRST_ID };
  for (let page = 2; page <= FAR_PAGE; page += 1) {
    const { items, nextCursor } = await client.get<{ items: { id: string }[]; nextCursor: string | null }>(
      far.cursor ? `${FILTER}&cursor=${far.cursor}` : FILTER,
    );
    if (nextCursor === null) break;
    far = { page, cursor: encodeURIComponent(nextCursor), lastId: items.at(-1)?.id ?? FIRST_ID };
  }
  return far;
}

async function* searches({ district, devices, client, pool, load }: QueryWork): AsyncGenerator<Figure> {
  const codes = await someCodes(pool, district.id, devices);
  const part = (): string => {
    const code = oneOf(codes);
    const length = 3 + Math.floor(Math.random() * 4);
    const from = Math.floor(Math.random() * Math.max(1, code.length - length));
    return code.slice(from, from + length);
  };
  const kinds = [
    { name: 'search by 3 to 6 characters of a code', word: part, sql: SEARCH },
    { name: 'search by a word of a name', word: () => oneOf(NAMES), sql: SEARCH_NAME },
  ];
  for (const { name, word, sql } of kinds) {
    const floor: Work = async () => {
      await pool.query({ name, text: sql, values: [district.id, `%${word()}%`] });
    };
    const rollcall: Work = async () => {
      await client.get(`/devices?limit=50&q=${encodeURIComponent(word())}`);
    };
    const compared = await inTurns(floor, rollcall, { ...load, clients: 1 });
    const isMet = compared.rollcall.p95 <= 60;
    yield { work: name, unit: 'requests/s', ...compared, budget: '≤ 60 ms', isMet };
  }
}

async function exported({ district, devices, client, pool, load }: QueryWork): Promise<Figure> {
  let bytes = 0;
  const floor: Work = async () => {
    const db = await pool.connect();
    try {
      const stream = db.query(copyTo(EXPORT(district.id))).resume();
      await once(stream, 'end');
    } finally {
      db.release();
    }
  };
  const rollcall: Work = async () => {
    bytes = await client.drain('/devices/export/csv');
  };
  const compared = await inTurns(floor, rollcall, { ...load, clients: 1, seconds: 0 });
  return {
    work: 'CSV export of the register',
    unit: 'rows/s',
    ...inRows(compared, devices),
    budget: '≥ 1/2 of COPY',
    isMet: compared.ratio >= 1 / 2,
    also: { 'size, MB': Math.round(bytes / 2 ** 20) },
  };
}

function inRows({ floor, rollcall, ratio }: Compared, rows: number): Compared {
  return {
    floor: { ...floor, rate: floor.rate * rows },
    rollcall: { ...rollcall, rate: rollcall.rate * rows },
    ratio,
  };
}

/** Codes from all over the register: those that lie together would lie in memory together. */
async function someCodes(pool: pg.Pool, districtId: string, devices: number): Promise<string[]> {
  const spread = Math.max(1, Math.floor(devices / SAMPLE));
  const { rows } = await pool.query<{ code: string }>(
    `SELECT code FROM device_codes WHERE district_id = $1 AND hashtext(code) % $2 = 0 LIMIT ${SAMPLE}`,
    [districtId, spread],
  );
  return rows.map(({ code }) => code);
}

async function inTransaction(pool: pg.Pool, work: (db: pg.PoolClient) => Promise<void>): Promise<void> {
  const db = await pool.connect();
  try {
    await db.query('BEGIN');
    await work(db);
    await db.query('COMMIT');
  } finally {
    db.release();
  }
}

function oneOf<T>(values: readonly T[]): T {
  return values[Math.floor(Math.random() * values.length)] as T;
}
