import {
  assertSchemaCompatibility,
  DEFAULT_SCHEMA,
  runMigrations,
  SchemaMigrationRequiredError,
} from 'bullmq';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { sqlStateOf } from '../../common/database-errors.js';
import { grantToApplication } from './application-role.js';
import { MIGRATIONS } from './migrations.js';
import { SnakeNames } from '../snake-names.js';
import { SteadyClient } from '../steady-client.js';

/** PostgreSQL's oldest major that Rollcall is tested with. */
const OLDEST_SERVER = 150_000;

/** The server cannot hold a register; the message says what to change. */
export class UnusableDatabase extends Error {}

/** How long a change of the schema may take, in seconds. docs/administrators.md, "Limits", lists these. */
export interface MigrationLimits {
  /** A wait for another process that changes the schema already. */
  turn: number;
  /** A wait for a table that another program holds. */
  lock: number;
  statement: number;
  idle: number;
}

export const MIGRATION_LIMITS: MigrationLimits = { turn: 900, lock: 60, statement: 3_600, idle: 600 };

/** SQLSTATE of a wait for a lock that took too long. */
const LOCK_TIMEOUT = '55P03';

/**
 * Brings the schema, BullMQ's own schema and the application's rights up to date. Safe to run from many
 * processes at once: an advisory lock lets one work while the others wait.
 * @param ownerUrl connection of the role that owns the tables
 * @returns names of the migrations that were run, in order
 * @throws UnusableDatabase where the server is too old, a role cannot be made, or another process holds what must change
 */
export async function migrate(ownerUrl: string, limits = MIGRATION_LIMITS): Promise<string[]> {
  const client = new SteadyClient({
    connectionString: ownerUrl,
    application_name: 'rollcall migrate',
    lock_timeout: limits.lock * 1000,
  });
  await client.connect();
  try {
    await assertServer(client);
    // Nothing to do needs no owner: a process that is only given the application's role starts all the same.
    if (await isUpToDate(client)) return [];
    await takeTurn(client, limits);
    const source = new DataSource({
      type: 'postgres',
      url: ownerUrl,
      migrations: MIGRATIONS,
      migrationsTableName: 'schema_migrations',
      namingStrategy: new SnakeNames(),
      extra: {
        max: 2,
        Client: SteadyClient,
        statement_timeout: limits.statement * 1000,
        lock_timeout: limits.lock * 1000,
        idle_in_transaction_session_timeout: limits.idle * 1000,
      },
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
  } catch (error) {
    throw sqlStateOf(error) === LOCK_TIMEOUT ? tableInUse(limits) : error;
  } finally {
    await client.end();
  }
}

/** Waits until no other process changes the schema; later statements of the connection wait less. */
async function takeTurn(client: pg.Client, { turn, lock }: MigrationLimits): Promise<void> {
  try {
    await client.query(`SET lock_timeout = '${turn}s'`);
    await client.query(`SELECT pg_advisory_lock(hashtext('rollcall migrate'))`);
    await client.query(`SET lock_timeout = '${lock}s'`);
  } catch (error) {
    if (sqlStateOf(error) !== LOCK_TIMEOUT) throw error;
    throw new UnusableDatabase(
      `Another Rollcall process has been updating this database for more than ${inWords(turn)}. ` +
        'Wait until it has finished, or stop it, and then start Rollcall again.',
    );
  }
}

function tableInUse({ lock }: MigrationLimits): UnusableDatabase {
  return new UnusableDatabase(
    `Rollcall could not update the database, because another program held one of its tables for more than ${inWords(lock)}. ` +
      'Stop whatever else uses this database, such as an older Rollcall, psql or a backup, and then start Rollcall again. ' +
      'The updates that were finished before are kept, and the one that was under way changed nothing.',
  );
}

function inWords(seconds: number): string {
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
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
