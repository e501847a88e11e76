import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findBinaries, loadPlatformPackage } from '../../src/database/embedded/embedded-binaries.js';
import { runAs, type ServerOwner } from '../../src/database/embedded/embedded-command.js';
import { findOrCreateSystemUser } from '../../src/database/embedded/embedded-owner.js';
import { openEmbeddedPostgres, type RunningPostgres } from '../../src/database/embedded/embedded-postgres.js';
import { DataFolders, leavePidFile } from '../support/embedded-postgres-folders.js';
import { EmbeddedPostgresProcess } from '../support/embedded-postgres-process.js';

const run = promisify(execFile);

function open(dataDir: string): Promise<RunningPostgres> {
  return openEmbeddedPostgres({ dataDir, log: () => undefined });
}

// What root has to take care of cannot be seen by anyone else; CI runs as root.
const describeAsRoot = process.getuid?.() === 0 ? describe : describe.skip;

/** In a clone that is closed to others, no ordinary user can read the program that these tests would run as one. */
const NOBODY = 65_534;
const isOpenClone =
  process.getuid?.() === 0 &&
  spawnSync('test', ['-r', import.meta.filename], { uid: NOBODY, gid: NOBODY }).status === 0;
const itInOpenClone = isOpenClone ? it : it.skip;

describeAsRoot('the embedded PostgreSQL of root', () => {
  const template = new DataFolders();
  const folders = new DataFolders();
  let stoppedCluster: string;
  let user: { uid: number; gid: number };

  beforeAll(async () => {
    stoppedCluster = await template.make();
    await (await open(stoppedCluster)).release();
    user = await stat(join(stoppedCluster, 'postgres'));
  });
  afterAll(() => template.stopAndRemoveAll());
  afterEach(() => folders.stopAndRemoveAll());

  it('runs as a user who is not root and owns the cluster', async () => {
    const dataDir = await folders.makeCopy(stoppedCluster);
    await open(dataDir);
    const { uid } = await stat(join(dataDir, 'postgres', 'postmaster.pid'));
    expect(user.uid).toBeGreaterThan(0);
    expect(uid).toBe(user.uid);
  });

  it('makes a system user where there is none', async () => {
    const name = `rollcall-test-${process.pid}`;
    try {
      const made = await findOrCreateSystemUser([name]);
      const { stdout } = await run('id', ['-u', name]);
      expect(made).toMatchObject({ uid: Number(stdout) });
      expect(await findOrCreateSystemUser([name])).toEqual(made);
    } finally {
      await run('userdel', [name]);
    }
  });

  it('says what to do where no user can be made', async () => {
    const attempt = findOrCreateSystemUser(['rollcall-test-nobody'], 'false');
    await expect(attempt).rejects.toMatchObject({
      code: 'NO_SYSTEM_USER',
      message: expect.stringMatching(/useradd --system postgres.*DATABASE_URL/s),
    });
  });

  it('names the folder that shuts its user out, before anything is made', async () => {
    const dataDir = await folders.make();
    const parent = dirname(dataDir);
    await chmod(parent, 0o700);
    await expect(open(dataDir)).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNREACHABLE',
      message: expect.stringContaining(`chmod o+x ${parent}`),
    });
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('opens a new data folder to its user whatever the umask is', async () => {
    const dataDir = await folders.make();
    const umask = process.umask(0o077);
    try {
      await (await open(dataDir)).release();
    } finally {
      process.umask(umask);
    }
  });

  it('copies the server to where its user can reach it when node_modules is closed to them', async () => {
    const dataDir = await folders.make();
    await mkdir(dataDir);
    const { postgres } = await loadPlatformPackage();
    const closed = join(dirname(dataDir), 'closed');
    await cp(dirname(dirname(dirname(postgres))), closed, { recursive: true, verbatimSymlinks: true });
    await chmod(closed, 0o700);
    const inClosed = (name: string): string => join(closed, 'native', 'bin', basename(name));
    const closedPackage = {
      initdb: inClosed('initdb'),
      pg_ctl: inClosed('pg_ctl'),
      postgres: inClosed('postgres'),
    };
    const owner: ServerOwner = { name: 'the user of the test', uid: user.uid, gid: user.gid };
    const [found, again] = await Promise.all([
      findBinaries(owner, dataDir, async () => closedPackage),
      findBinaries(owner, dataDir, async () => closedPackage),
    ]);
    expect(again).toEqual(found);
    expect(found.postgres.startsWith(dataDir)).toBe(true);
    expect((await runAs(owner, found.initdb, ['--version'])).output).toMatch(`PostgreSQL) ${found.major}.`);
    expect(await readdir(dataDir)).toHaveLength(1);
  });

  it('is not fooled by a pid file that names another program of the same user', async () => {
    const dataDir = await folders.makeCopy(stoppedCluster);
    const program = spawn('sleep', ['60'], { uid: user.uid, gid: user.gid });
    try {
      await once(program, 'spawn');
      await leavePidFile(dataDir, program.pid ?? 0);
      await expect(open(dataDir)).resolves.toMatchObject({ port: expect.any(Number) });
    } finally {
      program.kill();
    }
  });

  itInOpenClone('serves an ordinary user too, as themselves', async () => {
    const dataDir = await folders.make();
    await chown(dirname(dataDir), user.uid, user.gid);
    const ordinary = new EmbeddedPostgresProcess(dataDir, { uid: user.uid, gid: user.gid });
    expect(await ordinary.opened()).toMatchObject({ port: expect.any(Number) });
    await ordinary.release();
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(user.uid);
  });

  itInOpenClone('tells an ordinary user that they may not write in the data folder', async () => {
    const dataDir = await folders.make();
    const ordinary = new EmbeddedPostgresProcess(dataDir, { uid: user.uid, gid: user.gid });
    expect(await ordinary.opened()).toMatchObject({ code: 'DATA_FOLDER_NOT_WRITABLE' });
  });

  itInOpenClone('tells an ordinary user that the cluster is somebody else’s', async () => {
    const dataDir = await folders.makeFakeCluster('18');
    const another = { uid: user.uid + 4000, gid: user.gid };
    await chown(dataDir, another.uid, another.gid);
    const ordinary = new EmbeddedPostgresProcess(dataDir, another);
    expect(await ordinary.opened()).toMatchObject({ code: 'DATA_FOLDER_OF_ANOTHER_USER' });
  });
});
