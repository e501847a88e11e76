import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { type TestApp, testApp } from '../support/app.js';
import { freshTag, LATITUDE, register } from '../support/devices.js';

let app: TestApp;
let runner: QueryRunner;

beforeAll(async () => {
  app = await testApp({});
  runner = app.source.createQueryRunner();
});

afterAll(async () => {
  await runner.release();
  await app.close();
});

async function prepared(part: string): Promise<string[]> {
  const rows = (await runner.query(`SELECT name, statement FROM pg_prepared_statements`)) as {
    name: string;
    statement: string;
  }[];
  return rows.filter(({ statement }) => statement.includes(part)).map(({ name }) => name);
}

describe('a connection that prepares what it is asked often', () => {
  it('gives a text a name from its third time on, and takes any values', async () => {
    const sql = `SELECT $1::int + 1 AS n /* often */`;
    for (const n of [1, 2]) expect(await runner.query(sql, [n])).toEqual([{ n: n + 1 }]);
    expect(await prepared('/* often */')).toEqual([]);
    for (const n of [3, 4, 5]) expect(await runner.query(sql, [n])).toEqual([{ n: n + 1 }]);
    expect(await prepared('/* often */')).toEqual([expect.stringMatching(/^rollcall_[0-9a-f]{20}$/)]);
  });

  it('leaves a text without values alone', async () => {
    for (let i = 0; i < 5; i++) await runner.query(`SELECT 1 /* bare */`);
    expect(await prepared('/* bare */')).toEqual([]);
  });

  it('goes on after an error', async () => {
    const sql = `SELECT 1 / $1::int AS n /* fails */`;
    for (const n of [1, 1, 1, 1]) await runner.query(sql, [n]);
    await expect(runner.query(sql, [0])).rejects.toThrow('division by zero');
    expect(await runner.query(sql, [1])).toEqual([{ n: 1 }]);
  });

  it('serves on while a migration adds a column to a table that it reads', async () => {
    const here = await register(app);
    await here.batch([{ assetTag: freshTag(), ...LATITUDE, site: 'A' }]);
    const read = async (): Promise<void> => {
      // As often as there are connections, and then some: each of them has its plans.
      for (let i = 0; i < 40; i++) {
        await here.admin.get('/devices?limit=5').expect(200);
        await here.admin.get('/counts?groupBy=site').expect(200);
        await here.admin.get('/sites').expect(200);
      }
    };
    await read();
    const owner = new pg.Client({ connectionString: app.database.ownerUrl });
    await owner.connect();
    try {
      for (const table of ['devices', 'sites', 'count_sums', 'device_models'])
        await owner.query(`ALTER TABLE ${table} ADD COLUMN added_later text`);
      await read();
    } finally {
      for (const table of ['devices', 'sites', 'count_sums', 'device_models'])
        await owner.query(`ALTER TABLE ${table} DROP COLUMN IF EXISTS added_later`);
      await owner.end();
    }
  });
});
