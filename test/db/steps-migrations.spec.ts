import pg from 'pg';
import { DataSource } from 'typeorm';
import { newId } from '../../src/common/ids.js';
import { migrate } from '../../src/database/migrating/migrate.js';
import { MIGRATIONS } from '../../src/database/migrating/migrations.js';
import { SnakeNames } from '../../src/database/snake-names.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
let source: DataSource;
let db: pg.Client;

beforeEach(async () => {
  database = await createTestDatabase();
  source = new DataSource({
    type: 'postgres',
    url: database.ownerUrl,
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migrations',
    namingStrategy: new SnakeNames(),
  });
  await source.initialize();
  db = new pg.Client({ connectionString: database.ownerUrl });
  await db.connect();
});

afterEach(async () => {
  await source.destroy();
  await db.end();
  await database.drop();
});

/** Takes the database back to before a migration. */
async function before(migration: string): Promise<void> {
  const first = MIGRATIONS.findIndex(({ name }) => name.startsWith(migration));
  expect(first).toBeGreaterThan(0);
  for (const _ of MIGRATIONS.slice(first)) await source.undoLastMigration();
}

async function rows(sql: string): Promise<unknown[]> {
  return (await db.query<object>(sql)).rows;
}

/** A district with a site, an account and a technician, which all have the id of the district. */
const DISTRICT = `
  WITH d AS (INSERT INTO districts (id, slug, name, time_zone) VALUES ($1, 'old', 'Old', 'UTC') RETURNING id),
       s AS (INSERT INTO sites (district_id, id, code, name, type) SELECT id, id, 'A1', 'A', 'office' FROM d),
       a AS (INSERT INTO accounts (district_id, id, email, name, role) SELECT id, id, 'a@test.example', 'A', 'its' FROM d)
  INSERT INTO technicians (district_id, id, name, home_site_id, starts_on) SELECT id, id, 'T', id, '2025-07-01' FROM d`;

const STEPS = `
  SELECT version, step, from_state AS "from", to_state AS "to", note, details, taken_by IS NOT NULL AS "byPerson"
    FROM steps_taken ORDER BY version`;

describe('a database of an older version', () => {
  it('keeps the history of its support purchases, forward and back', async () => {
    const id = newId();
    await before('CreatedSteps');
    await db.query(DISTRICT, [id]);
    await db.query(
      `INSERT INTO support_purchases (district_id, id, site_id, school_year, model_key, model_version, option_key,
              option_name, starts_on, ends_on, unit, amount, price_cents, payer, state, version)
       VALUES ($1, $1, $1, 2025, 'm', 1, 'o', 'O', '2025-07-01', '2026-06-30', 'days', 1, 200, 'site', 'submitted', 5)`,
      [id],
    );
    await db.query(
      `INSERT INTO support_purchase_steps (district_id, purchase_id, version, state, price_cents, note, taken_by)
       VALUES ($1, $1, 1, 'draft', 100, NULL, $1), ($1, $1, 2, 'draft', 200, NULL, $1),
              ($1, $1, 3, 'submitted', 200, NULL, $1), ($1, $1, 4, 'draft', 200, 'too much', NULL),
              ($1, $1, 5, 'submitted', 200, NULL, $1)`,
      [id],
    );
    const old = await rows('SELECT * FROM support_purchase_steps ORDER BY version');
    await migrate(database.ownerUrl);
    const details = { priceCents: 200 };
    expect(await rows(STEPS)).toEqual([
      {
        version: 1,
        step: 'create',
        from: null,
        to: 'draft',
        note: null,
        details: { priceCents: 100 },
        byPerson: true,
      },
      { version: 2, step: 'redraft', from: 'draft', to: 'draft', note: null, details, byPerson: true },
      { version: 3, step: 'submit', from: 'draft', to: 'submitted', note: null, details, byPerson: true },
      {
        version: 4,
        step: 'return',
        from: 'submitted',
        to: 'draft',
        note: 'too much',
        details,
        byPerson: false,
      },
      { version: 5, step: 'submit', from: 'draft', to: 'submitted', note: null, details, byPerson: true },
    ]);
    await before('CreatedSteps');
    expect(await rows('SELECT * FROM support_purchase_steps ORDER BY version')).toEqual(old);
  });

  it('keeps what its time entries said, and which are approved and withdrawn, forward and back', async () => {
    const id = newId();
    const [withdrawn, reported] = [newId(), newId()];
    await before('SteppedTimeEntries');
    await db.query(DISTRICT, [id]);
    await db.query(
      `INSERT INTO time_entries (district_id, id, technician_id, site_id, starts_at, ends_at, work, note, version,
              recorded_at, recorded_by, withdrawn_at, approved_at, approved_by)
       VALUES ($1, $1, $1, $1, '2025-10-13T17:00Z', '2025-10-13T18:00Z', 'repair', 'b', 4, '2025-10-14T00:00Z', $1, NULL,
               '2025-10-15T00:00Z', $1),
              ($1, $2, $1, NULL, '2025-10-13T17:00Z', '2025-10-13T18:00Z', 'travel', NULL, 1, '2025-10-14T00:00Z', $1,
               '2025-10-14T00:00Z', NULL, NULL),
              ($1, $3, $1, NULL, '2025-10-14T17:00Z', '2025-10-14T18:00Z', 'travel', NULL, 1, '2025-10-15T00:00Z', NULL,
               NULL, NULL, NULL)`,
      [id, withdrawn, reported],
    );
    await db.query(
      `INSERT INTO time_entry_revisions (district_id, entry_id, version, site_id, starts_at, ends_at, work, note, reason,
              is_withdrawn, recorded_at, recorded_by)
       SELECT $1, $1, version, $1::uuid, '2025-10-13T17:00Z', '2025-10-13T18:00Z', 'repair', note, reason, is_withdrawn,
              '2025-10-14T00:00Z'::timestamptz, $1::uuid
         FROM (VALUES (1, 'a', NULL, false), (2, 'a', 'twice', true), (3, 'a', 'not twice', false),
                      (4, 'b', 'more', false)) AS v (version, note, reason, is_withdrawn)
       UNION ALL
       SELECT $1, id, 1, NULL, starts_at, ends_at, work, note, NULL, withdrawn_at IS NOT NULL, recorded_at, recorded_by
         FROM time_entries WHERE id <> $1`,
      [id],
    );
    const entries = 'SELECT * FROM time_entries ORDER BY district_id <> id, work, withdrawn_at';
    const revisions = 'SELECT * FROM time_entry_revisions ORDER BY entry_id, version';
    const [oldEntries, oldRevisions] = [await rows(entries), await rows(revisions)];
    await migrate(database.ownerUrl);
    expect(
      await rows(`SELECT step, from_state AS "from", to_state AS "to", note, details ->> 'note' AS said
                    FROM steps_taken WHERE subject_id = district_id ORDER BY version`),
    ).toEqual([
      { step: 'create', from: null, to: 'reported', note: null, said: 'a' },
      { step: 'withdraw', from: 'reported', to: 'withdrawn', note: 'twice', said: 'a' },
      { step: 'restore', from: 'withdrawn', to: 'reported', note: 'not twice', said: 'a' },
      { step: 'correct', from: 'reported', to: 'reported', note: 'more', said: 'b' },
      { step: 'approve', from: 'reported', to: 'approved', note: null, said: null },
    ]);
    expect(await rows('SELECT id, state, version FROM time_entries ORDER BY state')).toEqual([
      { id, state: 'approved', version: 5 },
      { id: reported, state: 'reported', version: 1 },
      { id: withdrawn, state: 'withdrawn', version: 1 },
    ]);
    await before('SteppedTimeEntries');
    expect(await rows(revisions)).toEqual(oldRevisions);
    expect(await rows(entries)).toEqual(
      oldEntries.map((entry) =>
        (entry as { id: string }).id === id ? { ...(entry as object), version: 5 } : entry,
      ),
    );
  });

  it('counts the steps of its imports from one', async () => {
    const id = newId();
    await before('CountedStepsOfImports');
    await db.query(DISTRICT, [id]);
    await db.query(
      `INSERT INTO imports (district_id, id, kind, file_name, size_bytes, sha256, reading, mapping, state, created_by,
              created_at, committed_at)
       VALUES ($1, $1, 'sites', 'a.csv', 1, '\\x00', '{}', '{}', 'committed', $1, '2026-03-02T00:00Z', '2026-03-03T00:00Z')`,
      [id],
    );
    await migrate(database.ownerUrl);
    expect(await rows('SELECT version, updated_at AS at FROM imports')).toEqual([
      { version: 1, at: new Date('2026-03-03T00:00Z') },
    ]);
    expect(await rows(STEPS)).toEqual([
      { version: 1, step: 'create', from: null, to: 'committed', note: null, details: null, byPerson: true },
    ]);
  });
});
