import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { APPEND_ONLY_TABLES, DELETABLE_TABLES } from '../../src/database/migrating/application-role.js';
import { migrate, MIGRATION_LIMITS, UnusableDatabase } from '../../src/database/migrating/migrate.js';
import { MIGRATIONS } from '../../src/database/migrating/migrations.js';
import { SnakeNames } from '../../src/database/snake-names.js';
import { testApp, type TestApp } from '../support/app.js';
import {
  constraintNamesOf,
  dumpOf,
  type ForeignKey,
  foreignKeysOf,
  type Index,
  indexesOf,
  tablesOf,
} from '../support/catalogue.js';
import { createTestDatabase } from '../support/test-database.js';
import { UNSERVED } from '../support/unserved-keys.js';

/** Tables of no district, and why. Everything else can be spread over servers by district. */
const SHARED: Record<string, string> = {
  districts: 'the districts themselves; a reference table',
  auto_update_ends: 'a published list, the same for everybody; a reference table',
  setup_links: 'used before there is a district',
  sign_in_failures: 'counted before a district is known',
  schema_migrations: 'the schema is one for all',
};

const REFUSED = '42501';

let app: TestApp;
let owner: pg.Client;
let application: pg.Client;

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  owner = await connect(app.database.ownerUrl);
  application = await connect(app.database.appUrl);
});

afterAll(async () => {
  await owner.end();
  await application.end();
  await app.close();
});

/** Whether the index finds the rows that point to one row, without reading all rows of the district. */
function serves(index: Index, key: ForeignKey): boolean {
  if (index.table !== key.table) return false;
  const own = key.columns[key.targetColumns.indexOf('id')] ?? key.columns.at(-1) ?? '';
  const partly = index.condition !== null && index.condition !== `(${own} IS NOT NULL)`;
  const end = index.columns.findIndex((column) => !key.columns.includes(column));
  return !partly && index.columns.slice(0, end < 0 ? undefined : end).includes(own);
}

describe('the schema', () => {
  it('gives every table but the shared ones to a district', async () => {
    const tables = await tablesOf(owner);
    const shared = tables.filter(({ ofDistrict }) => !ofDistrict).map(({ name }) => name);
    expect(shared).toEqual(Object.keys(SHARED).toSorted());
  });

  it('has the district first in every primary key, unique constraint and unique index', async () => {
    const unique = (await indexesOf(owner)).filter((index) => index.unique && !(index.table in SHARED));
    expect(unique.length).toBeGreaterThan(20);
    expect(unique.filter((index) => index.columns[0] !== 'district_id')).toEqual([]);
  });

  it('has the district first on both sides of every foreign key, so that none can point into another', async () => {
    const keys = (await foreignKeysOf(owner)).filter((key) => !(key.target in SHARED));
    expect(keys.length).toBeGreaterThan(20);
    const wrong = keys.filter(
      (key) => key.columns[0] !== 'district_id' || key.targetColumns[0] !== 'district_id',
    );
    expect(wrong).toEqual([]);
  });

  it('changes nothing by itself: no trigger, no rule, no cascade', async () => {
    const { rows } = await owner.query(
      `SELECT tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE NOT tgisinternal AND c.relnamespace = 'public'::regnamespace
       UNION ALL SELECT rulename FROM pg_rules WHERE schemaname = 'public'`,
    );
    expect(rows).toEqual([]);
    const acting = (await foreignKeysOf(owner)).filter((key) => key.onDelete !== 'a' || key.onUpdate !== 'a');
    expect(acting).toEqual([]);
  });

  it('serves every foreign key by an index, but for those that need none', async () => {
    const indexes = await indexesOf(owner);
    const unserved = (await foreignKeysOf(owner)).filter(
      (key) => !indexes.some((index) => serves(index, key)),
    );
    expect(unserved.map(({ name }) => name).toSorted()).toEqual(Object.keys(UNSERVED).toSorted());
  });

  it('names every constraint and index by hand', async () => {
    const names = [...(await constraintNamesOf(owner)), ...(await indexesOf(owner))];
    const byMachine = /(_check\d*|_fkey\d*|_key\d*|_idx\d*|_excl\d*)$|^(PK|FK|UQ|IDX|CHK|XCL|REL)_/;
    expect(names.filter(({ name }) => byMachine.test(name))).toEqual([]);
  });

  it('is what the entities say', async () => {
    const source = new DataSource({
      type: 'postgres',
      url: app.database.ownerUrl,
      entities: app.source.entityMetadatas.map(({ target }) => target),
      namingStrategy: new SnakeNames(),
    });
    await source.initialize();
    try {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await source.destroy();
    }
  });

  it('has an entity for every table', async () => {
    const tables = (await tablesOf(owner))
      .map(({ name }) => name)
      .filter((name) => name !== 'schema_migrations');
    expect(app.source.entityMetadatas.map(({ tableName }) => tableName).toSorted()).toEqual(tables);
  });
});

describe('the migrations', () => {
  it('are all listed, in the order of their time', () => {
    const files = readdirSync(join(import.meta.dirname, '../../migrations')).filter((name) =>
      name.endsWith('.ts'),
    );
    const times = MIGRATIONS.map(({ name }) => /\d{13}$/.exec(name)?.[0]);
    expect(times).toEqual(files.map((name) => name.slice(0, 13)).toSorted());
    expect(new Set(times).size).toBe(times.length);
  });

  it('go down to nothing and up again to the same schema with the same rights', async () => {
    const database = await createTestDatabase();
    const db = await connect(database.ownerUrl);
    const source = new DataSource({
      type: 'postgres',
      url: database.ownerUrl,
      migrations: MIGRATIONS,
      migrationsTableName: 'schema_migrations',
      namingStrategy: new SnakeNames(),
    });
    try {
      await source.initialize();
      const before = await dumpOf(db);
      for (const _ of MIGRATIONS) await source.undoLastMigration();
      expect((await dumpOf(db)).filter((line) => !line.includes('schema_migrations'))).toEqual([]);
      expect(await migrate(database.ownerUrl)).toHaveLength(MIGRATIONS.length);
      expect(await dumpOf(db)).toEqual(before);
      expect(await migrate(database.ownerUrl)).toEqual([]);
    } finally {
      await source.destroy();
      await db.end();
      await database.drop();
    }
  });

  it('name the rooms and carts whose names differ only in case, and change nothing', async () => {
    const database = await createTestDatabase();
    const db = await connect(database.ownerUrl);
    const source = new DataSource({
      type: 'postgres',
      url: database.ownerUrl,
      migrations: MIGRATIONS,
      migrationsTableName: 'schema_migrations',
      namingStrategy: new SnakeNames(),
    });
    try {
      await source.initialize();
      const tightened = MIGRATIONS.findIndex(({ name }) => name.startsWith('TightenedNamesAndAges'));
      for (const _ of MIGRATIONS.slice(tightened)) await source.undoLastMigration();
      await db.query(`
        WITH d AS (INSERT INTO districts (id, slug, name, time_zone) VALUES (gen_random_uuid(), 'doubled', 'D', 'UTC')
                   RETURNING id),
             s AS (INSERT INTO sites (district_id, id, code, name, type) SELECT id, id, 'A1', 'A', 'office' FROM d
                   RETURNING id),
             c AS (INSERT INTO carts (district_id, id, site_id, name) SELECT id, gen_random_uuid(), id, n
                     FROM s, unnest(ARRAY['Cart', 'Other']) n)
        INSERT INTO rooms (district_id, id, site_id, name) SELECT id, gen_random_uuid(), id, n
          FROM s, unnest(ARRAY['Room 1', 'room 1', 'Room 2']) n`);
      await expect(migrate(database.ownerUrl)).rejects.toThrow(
        /rooms of A1 \(doubled\): 'Room 1' [-\w]{36}, 'room 1' [-\w]{36}$/i,
      );
      const rooms = await db.query(`SELECT name FROM rooms ORDER BY 1`);
      expect(rooms.rows).toHaveLength(3);
      await db.query(`UPDATE rooms SET name = 'Room 1b' WHERE name = 'room 1'`);
      expect(await migrate(database.ownerUrl)).toContain(MIGRATIONS[tightened]?.name);
    } finally {
      await source.destroy();
      await db.end();
      await database.drop();
    }
  });

  it('end with words when another program holds a table, or another process does not finish, and run later', async () => {
    const database = await createTestDatabase();
    const db = await connect(database.ownerUrl);
    const limits = { ...MIGRATION_LIMITS, turn: 1, lock: 1 };
    try {
      await db.query(`DELETE FROM schema_migrations WHERE name = (SELECT max(name) FROM schema_migrations)`);
      await db.query(`BEGIN; LOCK TABLE schema_migrations`);
      const held = migrate(database.ownerUrl, limits);
      await expect(held).rejects.toThrow(/another program held one of its tables for more than 1 seconds/);
      await expect(held).rejects.toBeInstanceOf(UnusableDatabase);
      await db.query('ROLLBACK');
      await db.query(`SELECT pg_advisory_lock(hashtext('rollcall migrate'))`);
      const late = migrate(database.ownerUrl, limits);
      await expect(late).rejects.toThrow(/Another Rollcall process has been updating this database/);
      await expect(late).rejects.toBeInstanceOf(UnusableDatabase);
      await db.query(`SELECT pg_advisory_unlock(hashtext('rollcall migrate'))`);
    } finally {
      await db.end();
      await database.drop();
    }
  });

  it('run once when many processes start at the same moment', async () => {
    const database = await createTestDatabase();
    const db = await connect(database.ownerUrl);
    try {
      await db.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public; DROP SCHEMA bullmq CASCADE');
      const runs = await Promise.all(Array.from({ length: 4 }, () => migrate(database.ownerUrl)));
      expect(runs.map((done) => done.length).toSorted((a, b) => a - b)).toEqual([0, 0, 0, MIGRATIONS.length]);
    } finally {
      await db.end();
      await database.drop();
    }
  });
});

describe('the application’s role', () => {
  it('is no superuser, owns nothing and can make nothing', async () => {
    const { rows } = await application.query(
      `SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls,
              (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
         FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false, owned: 0 },
    ]);
    for (const statement of [
      'CREATE TABLE own (id int)',
      'CREATE SCHEMA own',
      'CREATE TABLE bullmq.own (id int)',
    ])
      await expect(application.query(statement)).rejects.toMatchObject({ code: REFUSED });
  });

  it('cannot change, remove or empty what is append-only', async () => {
    expect(APPEND_ONLY_TABLES).toEqual(
      expect.arrayContaining([
        'device_events',
        'count_movements',
        'change_sets',
        'device_sightings',
        'site_pupils',
        'name_readings',
        'steps_taken',
      ]),
    );
    for (const table of APPEND_ONLY_TABLES)
      for (const statement of [
        `UPDATE ${table} SET district_id = district_id`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `ALTER TABLE ${table} ADD COLUMN own int`,
      ])
        await expect(application.query(statement)).rejects.toMatchObject({ code: REFUSED });
  });

  it('has no more rights through a view than in its tables', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.views WHERE table_schema = 'public'`,
    );
    expect(rows.map(({ name }) => name)).toContain('live_sightings');
    for (const { name } of rows)
      for (const statement of [`UPDATE ${name} SET district_id = district_id`, `DELETE FROM ${name}`])
        await expect(application.query(statement)).rejects.toMatchObject({ code: REFUSED });
  });

  it('cannot delete a row of any table that things do not pass through', async () => {
    const kept = (await tablesOf(owner))
      .map(({ name }) => name)
      .filter((name) => !DELETABLE_TABLES.includes(name));
    expect(kept).toEqual(
      expect.arrayContaining([
        'accounts',
        'change_sets',
        'count_movements',
        'device_codes',
        'device_events',
        'devices',
        'imports',
        'people',
        'scans',
        'sites',
        'time_entries',
      ]),
    );
    for (const table of kept)
      await expect(application.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: REFUSED });
  });

  it('cannot pretend that the schema is another', async () => {
    await expect(application.query(`UPDATE schema_migrations SET name = ''`)).rejects.toMatchObject({
      code: REFUSED,
    });
    await expect(application.query(`SET ROLE rollcall_owner`)).rejects.toMatchObject({ code: REFUSED });
  });
});
