import {
  assertSchemaCompatibility,
  DEFAULT_SCHEMA,
  runMigrations,
  SchemaMigrationRequiredError,
} from 'bullmq';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { grantToApplication } from './application-role.js';
import { MIGRATIONS } from './migrations.js';
import { SnakeNames } from './snake-names.js';

/** PostgreSQL's oldest major that Rollcall is tested with. */
const OLDEST_SERVER = 150_000;

/** The server cannot hold a register; the message says what to change. */
export class UnusableDatabase extends Error {}

/**
 * Brings the schema, BullMQ's own schema and the application's rights up to date. Safe to run from many
 * processes at once: an advisory lock lets one work while the others wait.
 * @param ownerUrl connection of the role that owns the tables
 * @returns names of the migrations that were run, in order
 * @throws UnusableDatabase where the server is too old or a role cannot be made
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'rollcall migrate' });
  await client.connect();
  try {
    await assertServer(client);
    // Nothing to do needs no owner: a process that is only given the application's role starts all the same.
    if (await isUpToDate(client)) return [];
    await client.query(`SELECT pg_advisory_lock(hashtext('rollcall migrate'))`);
    const source = new DataSource({
      type: 'postgres',
      url: ownerUrl,
      migrations: MIGRATIONS,
      migrationsTableName: 'schema_migrations',
      namingStrategy: new SnakeNames(),
      extra: { max: 2 },
    });
    await source.initialize();
    try {
      const done = await source.runMigrations({ transaction: 'each' });
      await runMigrations(client);
      await grantToApplication(client);
      return done.map((migration) => migration.name);
    } finally {
      await source.destroy();
    }
  } finally {
    await client.end();
  }
}

/** Whether every migration of this version, and BullMQ's, has been run. */
async function isUpToDate(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('schema_migrations') IS NOT NULL AND to_regclass('${DEFAULT_SCHEMA}.job') IS NOT NULL AS there`,
  );
  if (!rows[0]?.there) return false;
  const done = await client.query<{ name: string }>(`SELECT name FROM schema_migrations`);
  const names = new Set(done.rows.map(({ name }) => name));
  if (MIGRATIONS.some(({ name }) => !names.has(name))) return false;
  try {
    await assertSchemaCompatibility(client);
    return true;
  } catch (error) {
    if (error instanceof SchemaMigrationRequiredError) return false;
    throw error;
  }
}

async function assertServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(
    `SELECT current_setting('server_version_num') AS version`,
  );
  const version = Number(rows[0]?.version);
  if (version < OLDEST_SERVER)
    throw new UnusableDatabase(
      `PostgreSQL ${Math.floor(version / 10_000)} is too old for Rollcall: use 15 or newer.`,
    );
}
