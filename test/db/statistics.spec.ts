import pg from 'pg';
import { ANALYZED_TABLES, refreshStatistics } from '../../src/database/fresh-statistics.js';
import { CHANGED_CODES, codeParameters } from '../../src/scanning/field/code-pieces.js';
import { testApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { devicesCsv, districtWithSites, load, numbered, step } from '../support/imports.js';

const DEVICES = 5_000;

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** Nothing is analysed from now on unless we say so. */
async function stopAutovacuum(): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT format('%I', relname) AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  for (const { name } of rows) await owner.query(`ALTER TABLE ${name} SET (autovacuum_enabled = false)`);
}

/** Rows and index entries read so far, by table; exact once the connections that read them are closed. */
async function readSoFar(): Promise<Map<string, number>> {
  const { rows } = await owner.query<{ name: string; read: string }>(
    `SELECT t.relname AS name, t.seq_tup_read + coalesce(sum(i.idx_tup_read), 0) AS read
       FROM pg_stat_user_tables t LEFT JOIN pg_stat_user_indexes i USING (relid)
      GROUP BY t.relid, t.relname, t.seq_tup_read`,
  );
  return new Map(rows.map(({ name, read }) => [name, Number(read)]));
}

/** What an application reads of each table for a device that it imports, changes, changes back and takes out again. */
async function readPerDevice(devicesOfFirstDistrict: number): Promise<Map<string, number>> {
  const first = await testApp({}, database);
  const { admin } = await districtWithSites(first);
  await load(first, admin, devicesCsv(numbered(devicesOfFirstDistrict)));
  await first.nest.close();
  await owner.query('ANALYZE');
  const before = await readSoFar();

  const app = await testApp({}, database);
  const district = await districtWithSites(app);
  const added = await load(app, district.admin, devicesCsv(numbered(DEVICES)));
  const changed = await load(
    app,
    district.admin,
    devicesCsv(numbered(DEVICES, { Site: 'B2', Notes: 'moved' })),
  );
  expect((await step(app, district.admin, changed.id, 'undo')).job?.result).toMatchObject({
    undone: DEVICES,
  });
  expect((await step(app, district.admin, added.id, 'undo')).job?.result).toMatchObject({ undone: DEVICES });
  await app.nest.close();

  const after = await readSoFar();
  return new Map([...after].map(([name, read]) => [name, (read - (before.get(name) ?? 0)) / DEVICES]));
}

describe('the statistics after a large load', () => {
  it('wait for nobody who has locked a table, and fail no load', async () => {
    const app = await testApp({}, database);
    await owner.query('BEGIN');
    await owner.query('LOCK TABLE devices IN SHARE UPDATE EXCLUSIVE MODE');
    await refreshStatistics(app.source, 10_000);
    await owner.query('ROLLBACK');
    await app.nest.close();
    await expect(refreshStatistics(app.source, 10_000)).resolves.toBeUndefined();
  }, 20_000);
});

describe('what is read for a device of a district that the statistics do not know yet', () => {
  beforeAll(stopAutovacuum);

  // A join that finds only the district in an index reads every device for every device: thousands.
  it('does not grow with the size of its file', async () => {
    const read = await readPerDevice(50);
    expect([...read].filter(([, rows]) => rows > 100)).toEqual([]);
    expect(read.get('devices')).toBeGreaterThan(1);
  });

  // Compared one by one, the codes of 100,000 devices took longer than any request may.
  it('is known once a large file is imported, without autovacuum', async () => {
    const app = await testApp({}, database);
    const district = await districtWithSites(app);
    await load(app, district.admin, devicesCsv(numbered(10_000)));
    const { rows } = await owner.query<{ n: string }>(
      `SELECT relname AS n FROM pg_class
        WHERE relname = ANY ($1) AND relkind = 'r' AND reltuples >= 10000 ORDER BY 1`,
      [ANALYZED_TABLES],
    );
    expect(rows.map(({ n }) => n)).toEqual(['device_codes', 'device_events', 'devices']);
    const { rows: sites } = await owner.query<{ id: string }>(
      'SELECT id FROM sites WHERE district_id = $1 ORDER BY id',
      [district.id],
    );
    const parameters = codeParameters(
      district.id,
      sites.map(({ id }) => id),
    );
    const explained = await owner.query<Record<string, string>>(`EXPLAIN ${CHANGED_CODES}`, [
      ...parameters,
      new Date(0),
    ]);
    const plan = explained.rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).not.toMatch(/Join Filter: .*(?:code|device_id)/);
    await app.nest.close();
  });
});
