import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { openEmbeddedPostgres, type RunningPostgres } from '../../src/database/embedded/embedded-postgres.js';
import { readServerState } from '../../src/database/embedded/embedded-postmaster.js';
import { pickFreePort } from '../../src/database/embedded/embedded-server.js';
import {
  DataFolders,
  leavePidFile,
  postmasterPid,
  waitUntilStopped,
} from '../support/embedded-postgres-folders.js';
import { EmbeddedPostgresProcess } from '../support/embedded-postgres-process.js';

const template = new DataFolders();
const folders = new DataFolders();
let logged: string[] = [];
let stoppedCluster: string;

function open(dataDir: string, pickPort = pickFreePort): Promise<RunningPostgres> {
  return openEmbeddedPostgres({ dataDir, pickPort, log: (message) => logged.push(message) });
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** What is in a data folder, but for the copy of PostgreSQL's programs that a closed clone needs. */
async function foldersIn(dataDir: string): Promise<string[]> {
  return (await readdir(dataDir)).filter((name) => !name.startsWith('postgres-binaries-'));
}

async function stateOf(dataDir: string): Promise<string> {
  return (await readServerState(join(dataDir, 'postgres'))).status;
}

beforeAll(async () => {
  stoppedCluster = await template.make();
  const postgres = await open(stoppedCluster);
  await postgres.release();
});
afterAll(() => template.stopAndRemoveAll());

beforeEach(() => {
  logged = [];
});
afterEach(() => folders.stopAndRemoveAll());

describe('a first start', () => {
  let fresh: RunningPostgres;

  beforeAll(async () => {
    fresh = await open(await template.makeCopy(stoppedCluster));
  });

  it('keeps its passwords to itself', async () => {
    const { mode } = await stat(join(stoppedCluster, 'postgres', 'rollcall-credentials.json'));
    expect(mode & 0o777).toBe(0o600);
    expect(await foldersIn(stoppedCluster)).toEqual(['postgres']);
  });

  it('makes an owner and an application role that are no more than that', async () => {
    const { adminUrl, ownerUrl, appUrl } = fresh;
    const roles = await ask(
      adminUrl,
      `SELECT rolname, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles
       WHERE rolname LIKE 'rollcall%' AND rolname <> 'rollcall_admin' ORDER BY 1`,
    );
    const none = { rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false };
    expect(roles).toEqual([
      { rolname: 'rollcall_app', ...none },
      { rolname: 'rollcall_owner', ...none },
    ]);
    await ask(ownerUrl, 'CREATE TABLE devices (serial text)');
    await expect(ask(appUrl, 'CREATE TABLE other (serial text)')).rejects.toThrow(/permission denied/);
    await expect(ask(appUrl, 'SELECT * FROM devices')).rejects.toThrow(/permission denied/);
    await expect(ask(appUrl.replace(/rollcall$/, 'postgres'), 'SELECT 1')).rejects.toThrow(
      /permission denied/,
    );
    await expect(ask(appUrl.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password/);
  });

  it('makes a UTF-8 database with checksums, the two extensions and durable commits', async () => {
    const { adminUrl, ownerUrl } = fresh;
    const settings = await ask<{ name: string; setting: string }>(
      adminUrl,
      `SELECT name, setting FROM pg_settings WHERE name IN ('data_checksums', 'synchronous_commit', 'fsync',
         'track_commit_timestamp', 'listen_addresses', 'unix_socket_directories', 'jit', 'wal_compression')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toMatchObject({
      data_checksums: 'on',
      synchronous_commit: 'on',
      fsync: 'on',
      track_commit_timestamp: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      jit: 'off',
      wal_compression: expect.stringMatching(/^(lz4|pglz)$/),
    });
    const extensions = await ask<{ extname: string }>(
      ownerUrl,
      'SELECT extname FROM pg_extension ORDER BY 1',
    );
    expect(extensions.map((row) => row.extname)).toEqual(['btree_gist', 'pg_trgm', 'plpgsql']);
    const [database] = await ask(
      ownerUrl,
      `SELECT pg_encoding_to_char(encoding) AS encoding, datlocale, upper('é') AS upper
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(database).toEqual({ encoding: 'UTF8', datlocale: 'C.UTF-8', upper: 'É' });
  });

  it('starts over when the process before it was killed while making the cluster', async () => {
    const dataDir = await folders.make();
    const killed = new EmbeddedPostgresProcess(dataDir);
    while (!existsSync(dataDir) || (await readdir(dataDir)).length === 0) await sleep(5);
    await killed.killHard();
    expect(await readdir(dataDir)).not.toContain('postgres');
    const { ownerUrl } = await open(dataDir);
    expect(await ask(ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('a later start', () => {
  it('finds what was stored, and says once whom this database serves', async () => {
    const dataDir = await folders.makeCopy(stoppedCluster);
    const before = await open(dataDir);
    await ask(before.ownerUrl, 'CREATE TABLE devices AS SELECT 22000 AS count');
    await before.release();
    expect(await stateOf(dataDir)).toBe('stopped');
    expect(logged.filter((message) => message.includes('one office'))).toHaveLength(1);
    const after = await open(dataDir);
    expect(await ask(after.ownerUrl, 'SELECT count FROM devices')).toEqual([{ count: 22000 }]);
  });

  it('joins the server that a killed process left behind, and stops it in the end', async () => {
    const dataDir = await folders.makeCopy(stoppedCluster);
    const killed = new EmbeddedPostgresProcess(dataDir);
    const left = await killed.opened();
    await killed.killHard();
    expect(await stateOf(dataDir)).toBe('ready');
    const postgres = await open(dataDir);
    expect(postgres.port).toBe(left?.port);
    await postgres.release();
    expect(await stateOf(dataDir)).toBe('stopped');
  });

  it('recovers after the server itself was killed', async () => {
    const dataDir = await folders.makeCopy(stoppedCluster);
    const before = await open(dataDir);
    await ask(before.ownerUrl, 'CREATE TABLE devices AS SELECT 22000 AS count');
    process.kill(await postmasterPid(dataDir), 'SIGKILL');
    await waitUntilStopped(dataDir);
    await before.release();
    const after = await open(dataDir);
    expect(await ask(after.ownerUrl, 'SELECT count FROM devices')).toEqual([{ count: 22000 }]);
  });

  it('signs out in peace when the server dies with the question in hand', async () => {
    const dataDir = await folders.makeCopy(stoppedCluster);
    const { ownerUrl, release } = await open(dataDir);
    const [sign] = await ask<{ pid: number }>(
      ownerUrl,
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'rollcall: in use'`,
    );
    process.kill(sign!.pid, 'SIGSTOP');
    const released = release();
    // Long enough for the question to be on its way; the stopped server process does not answer it.
    await sleep(200);
    process.kill(await postmasterPid(dataDir), 'SIGKILL');
    process.kill(sign!.pid, 'SIGCONT');
    await expect(released).resolves.toBeUndefined();
  });

  it('is not stopped by a pid file whose process is long gone', async () => {
    const dataDir = await folders.makeCopy(stoppedCluster);
    await leavePidFile(dataDir, 99_999_990);
    const { ownerUrl } = await open(dataDir);
    expect(await ask(ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('takes another port when its choice is taken', async () => {
    const squatter = createServer();
    const taken = await pickFreePort();
    await new Promise<void>((resolve) => squatter.listen(taken, '127.0.0.1', resolve));
    const choices = [taken, taken];
    const { port } = await open(
      await folders.makeCopy(stoppedCluster),
      async () => choices.pop() ?? pickFreePort(),
    );
    expect(choices).toEqual([]);
    expect(port).not.toBe(taken);
    squatter.close();
  });
});

describe('several users of one server', () => {
  it('gives two processes that open an empty folder at one moment the same server', async () => {
    const dataDir = await folders.make();
    const startSignal = `${dataDir}-go`;
    const processes = [
      new EmbeddedPostgresProcess(dataDir, { startSignal }),
      new EmbeddedPostgresProcess(dataDir, { startSignal }),
    ];
    for (const each of processes) expect(await each.answer()).toEqual({ waiting: true });
    await writeFile(startSignal, '');
    const [first, second] = await Promise.all(processes.map((each) => each.answer()));
    expect(first?.port).toBeGreaterThan(0);
    expect(second?.ownerUrl).toBe(first?.ownerUrl);
    expect(await foldersIn(dataDir)).toEqual(['postgres']);
    await processes[0]?.release();
    expect(await stateOf(dataDir)).toBe('ready');
    await processes[1]?.release();
    expect(await stateOf(dataDir)).toBe('stopped');
  });

  it('has a server again when one process opens while the last one stops it', async () => {
    const dataDir = await folders.makeCopy(stoppedCluster);
    for (const delay of [0, 20, 60, 120]) {
      const leaving = await open(dataDir);
      const [, coming] = await Promise.all([leaving.release(), sleep(delay).then(() => open(dataDir))]);
      expect(await ask(coming.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await coming.release();
      expect(await stateOf(dataDir)).toBe('stopped');
    }
  });

  it('keeps the server for a program that is connected without having opened it', async () => {
    const dataDir = await folders.makeCopy(stoppedCluster);
    const postgres = await open(dataDir);
    const tool = new Client({ connectionString: postgres.ownerUrl });
    await tool.connect();
    await postgres.release();
    expect(await stateOf(dataDir)).toBe('ready');
    expect(logged.at(-1)).toMatch(/keeps running/);
    await tool.end();
  });
});

describe('a folder that must not be touched', () => {
  it('refuses the data of another major, and says how to go on', async () => {
    const dataDir = await folders.makeFakeCluster('17');
    await expect(open(dataDir)).rejects.toMatchObject({
      code: 'OTHER_MAJOR',
      message: expect.stringMatching(/made by PostgreSQL 17.*pg_upgrade/s),
    });
    expect(await readFile(join(dataDir, 'postgres', 'PG_VERSION'), 'utf8')).toBe('17\n');
  });

  it('refuses a folder with something else in it', async () => {
    const dataDir = await folders.make();
    await mkdir(join(dataDir, 'postgres', 'photos'), { recursive: true });
    await expect(open(dataDir)).rejects.toMatchObject({ code: 'NOT_A_CLUSTER' });
  });

  it('says that a folder cannot be made', async () => {
    const dataDir = await folders.make();
    const file = `${dataDir}-is-a-file`;
    await writeFile(file, '');
    await expect(open(join(file, 'below'))).rejects.toMatchObject({
      code: 'DATA_FOLDER_NOT_WRITABLE',
      message: expect.stringMatching(/ROLLCALL_DATA=/),
    });
  });

  it('says that the passwords are lost', async () => {
    const dataDir = await folders.makeFakeCluster('18');
    await expect(open(dataDir)).rejects.toMatchObject({ code: 'CREDENTIALS_LOST' });
  });
});
