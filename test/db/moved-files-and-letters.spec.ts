import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrate } from '../../src/database/migrating/migrate.js';
import { MIGRATIONS } from '../../src/database/migrating/migrations.js';
import { SnakeNames } from '../../src/database/snake-names.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** The first of the migrations that moved what earlier versions had stored. */
const FIRST = 'CreatedFiles';
const MIB = 1024 * 1024;
const UPLOAD = randomBytes(1.5 * MIB);
const PHOTO = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(1.2 * MIB)]);
const SMALL = Buffer.from([0xff, 0xd8, 0xff, 1]);

const [district, account, upload, forgotten, scan, second, report, output] = Array.from({ length: 8 }, () =>
  randomUUID(),
);
const letters = [randomUUID(), randomUUID()];

let database: TestDatabase;
let db: pg.Client;
let source: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  db = new pg.Client({ connectionString: database.ownerUrl });
  await db.connect();
  source = new DataSource({
    type: 'postgres',
    url: database.ownerUrl,
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migrations',
    namingStrategy: new SnakeNames(),
  });
  await source.initialize();
  await down();
  await fill();
});

afterAll(async () => {
  await source.destroy();
  await db.end();
  await database.drop();
});

async function down(): Promise<void> {
  const first = MIGRATIONS.findIndex(({ name }) => name.startsWith(FIRST));
  for (const _ of MIGRATIONS.slice(first)) await source.undoLastMigration();
}

async function rows<T extends object = Record<string, unknown>>(
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  return (await db.query<T>(sql, values)).rows;
}

/** What an earlier version stored: two imports, one of them forgotten, two photos, two letters. */
async function fill(): Promise<void> {
  await rows(`INSERT INTO districts (id, slug, name, time_zone) VALUES ($1, 'd', 'D', 'UTC')`, [district]);
  await rows(
    `INSERT INTO accounts (district_id, id, email, name, role) VALUES ($1, $2, 'a@b.c', 'A', 'admin')`,
    [district, account],
  );
  for (const id of [upload, forgotten])
    await rows(
      `INSERT INTO imports (district_id, id, kind, file_name, size_bytes, sha256, reading, mapping, state, created_by)
       VALUES ($1, $2, 'sites', 'sites.xlsx', $3, $4, '{"format": "xlsx"}', '{}', 'rehearsing', $5)`,
      [district, id, UPLOAD.length, createHash('sha256').update(UPLOAD).digest(), account],
    );
  for (const [part, bytes] of [UPLOAD.subarray(0, MIB), UPLOAD.subarray(MIB)].entries())
    await rows(
      `INSERT INTO import_file_parts (district_id, import_id, part, bytes) VALUES ($1, $2, $3, $4)`,
      [district, upload, part, bytes],
    );
  for (const [id, bytes] of [[scan, PHOTO] as const, [second, SMALL] as const]) {
    await rows(
      `INSERT INTO scans (district_id, id, account_id, code, action, said, scanned_at, effective_at, outcome)
       VALUES ($1, $2, $3, 'X', 'seen', '{}', now(), now(), 'unknown')`,
      [district, id, account],
    );
    await rows(
      `INSERT INTO scan_photos (district_id, scan_id, media_type, bytes) VALUES ($1, $2, 'image/jpeg', $3)`,
      [district, id, bytes],
    );
  }
  await rows(
    `INSERT INTO saved_reports (district_id, id, name, kind, parameters, recipients, formats, owner_id)
     VALUES ($1, $2, 'R', 'counts', '{}', '{}', '{}', $3)`,
    [district, report, account],
  );
  await rows(`INSERT INTO report_outputs (district_id, id, report_id) VALUES ($1, $2, $3)`, [
    district,
    output,
    report,
  ]);
  await rows(
    `INSERT INTO report_deliveries (district_id, id, output_id, address, round, state, attempts, lease_until, answer)
     VALUES ($1, $3, $2, 'a@b.c', 1, 'failed', 6, NULL, 'no'),
            ($1, $4, $2, 'a@b.c', 2, 'sending', 1, now() + interval '5 minutes', NULL)`,
    [district, output, ...letters],
  );
}

/** A file as a reader puts it together. */
async function bytesOf(id: string | undefined): Promise<Buffer> {
  const parts = await rows<{ bytes: Buffer }>(
    `SELECT bytes FROM file_parts WHERE district_id = $1 AND file_id = $2 ORDER BY part`,
    [district, id],
  );
  return Buffer.concat(parts.map(({ bytes }) => bytes));
}

it('takes uploads, photos and letters over from an earlier version, and gives them back', async () => {
  await migrate(database.ownerUrl);
  const imports = await rows<{ id: string; fileId: string | null }>(
    `SELECT id, file_id AS "fileId" FROM imports WHERE district_id = $1 ORDER BY file_id`,
    [district],
  );
  expect(imports.map(({ id }) => id)).toEqual([upload, forgotten]);
  expect(imports[1]?.fileId).toBeNull();
  expect((await bytesOf(imports[0]?.fileId ?? '')).equals(UPLOAD)).toBe(true);
  const files = await rows<{ name: string; type: string; size: string; sha256: Buffer; by: string }>(
    `SELECT name, media_type AS type, size_bytes AS size, sha256, created_by AS by FROM files ORDER BY size_bytes DESC`,
  );
  const hash = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
  const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  expect(files).toEqual([
    { name: 'sites.xlsx', type: workbook, size: `${UPLOAD.length}`, sha256: hash(UPLOAD), by: account },
    { name: 'photo', type: 'image/jpeg', size: `${PHOTO.length}`, sha256: hash(PHOTO), by: account },
    { name: 'photo', type: 'image/jpeg', size: '4', sha256: hash(SMALL), by: account },
  ]);
  for (const [id, bytes] of [[scan, PHOTO] as const, [second, SMALL] as const]) {
    const [kept] = await rows<{ photoId: string }>(`SELECT photo_id AS "photoId" FROM scans WHERE id = $1`, [
      id,
    ]);
    expect((await bytesOf(kept?.photoId)).equals(bytes)).toBe(true);
  }
  expect(
    await rows(
      `SELECT id, channel, subject_kind, subject_id, address, round, guarantee, state, attempts, answer,
              lease_until IS NOT NULL AS leased FROM outbox ORDER BY round`,
    ),
  ).toEqual([
    expect.objectContaining({
      id: letters[0],
      channel: 'email',
      subject_kind: 'report',
      subject_id: output,
      guarantee: 'at_most_once',
      state: 'failed',
      attempts: 6,
      answer: 'no',
      leased: false,
    }),
    expect.objectContaining({ id: letters[1], round: 2, state: 'sending', leased: true }),
  ]);

  await down();
  const parts = await rows<{ bytes: Buffer }>(
    `SELECT bytes FROM import_file_parts WHERE import_id = $1 ORDER BY part`,
    [upload],
  );
  expect(Buffer.concat(parts.map(({ bytes }) => bytes)).equals(UPLOAD)).toBe(true);
  const photos = await rows<{ bytes: Buffer }>(
    `SELECT bytes FROM scan_photos ORDER BY octet_length(bytes) DESC`,
  );
  expect(photos.map(({ bytes }) => bytes.equals(PHOTO) || bytes.equals(SMALL))).toEqual([true, true]);
  expect(await rows(`SELECT state FROM report_deliveries ORDER BY round`)).toEqual([
    { state: 'failed' },
    { state: 'sending' },
  ]);
  await expect(migrate(database.ownerUrl)).resolves.toContain('CreatedOutbox1764000600202');
});
