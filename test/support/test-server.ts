import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { loadAutoUpdateEnds } from '../../src/catalogue/auto-update-list.js';
import { migrate } from '../../src/database/migrating/migrate.js';
import { openEmbeddedPostgres, type RunningPostgres } from '../../src/database/embedded/embedded-postgres.js';
import { RedisServer } from './redis-server.js';
import { TEMPLATE } from './test-database.js';

/** A folder in memory, on Linux. */
const MEMORY = '/dev/shm';
/** A whole run takes a third of this. */
const ENOUGH_BYTES = 4 * 1024 ** 3;

let running: { postgres: RunningPostgres; redis: RedisServer | undefined; folder: string } | undefined;

/** One real server for the whole run, with one migrated database that every test file's is cloned from. */
export async function setUp(): Promise<void> {
  const folder = await mkdtemp(join(await parentFolder(), 'rollcall-test-'));
  // As root the server runs as another user, who must get in.
  await chmod(folder, 0o711);
  await setRunSettings(folder);
  const postgres = await openEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  // The queue of every application that the tests start, where the run asks for it.
  const redis = process.env['ROLLCALL_TEST_QUEUE'] === 'redis' ? await RedisServer.start() : undefined;
  running = { postgres, redis, folder };
  const admin = new pg.Client({ connectionString: postgres.adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE} OWNER rollcall_owner`);
  // So that the owner can step down, as the one user of a server of one's own does.
  await admin.query(`GRANT rollcall_app TO rollcall_owner`);
  await admin.end();
  const ownerUrl = onDatabase(postgres.ownerUrl, TEMPLATE);
  await migrate(ownerUrl);
  await loadAutoUpdateEnds(ownerUrl);
  process.env['TEST_ADMIN_URL'] = postgres.adminUrl;
  process.env['TEST_OWNER_URL'] = postgres.ownerUrl;
  process.env['TEST_APP_URL'] = postgres.appUrl;
  if (redis) process.env['TEST_REDIS_URL'] = redis.url;
}

/**
 * Settings of a server that serves many applications at once, each with pools of its own. Nobody needs its databases after
 * a power cut. Tests of crashes and of the usual settings have a server of their own.
 */
async function setRunSettings(folder: string): Promise<void> {
  const postgres = await openEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  const admin = new pg.Client({ connectionString: postgres.adminUrl });
  await admin.connect();
  for (const setting of ['max_connections = 400', 'fsync = off', 'full_page_writes = off'])
    await admin.query(`ALTER SYSTEM SET ${setting}`);
  await admin.end();
  // The server stops with the last who uses it, and finds its settings when it starts again.
  await postgres.release();
}

/** Memory where there is enough: each database of a test is more than a thousand files, which a disk is slow to delete. */
async function parentFolder(): Promise<string> {
  const free = await statfs(MEMORY).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return Math.min(free, freemem()) > ENOUGH_BYTES ? MEMORY : tmpdir();
}

function onDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.toString();
}

/** Stops the server that the run started, and removes its folder. */
export async function tearDown(): Promise<void> {
  if (!running) return;
  await running.redis?.remove();
  await running.postgres.release();
  await stopForGood(running.folder);
  await rm(running.folder, { recursive: true, force: true });
}

/** A connection that some test left open keeps the server up; the run is over all the same. */
async function stopForGood(folder: string): Promise<void> {
  const pidFile = join(folder, 'postgres', 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGINT');
  for (let waited = 0; existsSync(pidFile) && waited < 10_000; waited += 50) await sleep(50);
}
