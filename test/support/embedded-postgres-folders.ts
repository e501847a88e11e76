import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { readServerState } from '../../src/database/embedded/embedded-postmaster.js';

// Any user that is not root; no server ever runs as it.
const NOT_ROOT = 65_533;
const STOP_WITHIN_MS = 20_000;

/** Temporary folders of one spec; whatever server still runs in one of them is stopped when they are removed. */
export class DataFolders {
  private readonly folders: string[] = [];

  /** A parent folder that any user may enter, with the path of a data folder in it that is not there yet. */
  async make(): Promise<string> {
    const parent = await mkdtemp(join(tmpdir(), 'rollcall-start-'));
    await chmod(parent, 0o755);
    const dataDir = join(parent, 'data');
    this.folders.push(dataDir);
    return dataDir;
  }

  /** A data folder with a copy of a cluster that was stopped, which is quicker than to make another. */
  async makeCopy(of: string): Promise<string> {
    const dataDir = await this.make();
    await promisify(execFile)('cp', ['-a', of, dataDir]);
    return dataDir;
  }

  /** A data folder that looks like a cluster of this major as far as it is read before the server starts. */
  async makeFakeCluster(major: string): Promise<string> {
    const dataDir = await this.make();
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    const version = join(dataDir, 'postgres', 'PG_VERSION');
    await writeFile(version, `${major}\n`);
    if (process.getuid?.() === 0) await chown(version, NOT_ROOT, NOT_ROOT);
    return dataDir;
  }

  async stopAndRemoveAll(): Promise<void> {
    for (const dataDir of this.folders.splice(0)) {
      await stopServerOf(dataDir);
      await rm(join(dataDir, '..'), { recursive: true, force: true });
    }
  }
}

/** The process id of the server of a data folder. */
export async function postmasterPid(dataDir: string): Promise<number> {
  const [pid = ''] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  return Number(pid);
}

/** Writes the postmaster.pid that a server with this process id would leave behind. */
export async function leavePidFile(dataDir: string, pid: number): Promise<void> {
  const clusterDir = join(dataDir, 'postgres');
  const file = join(clusterDir, 'postmaster.pid');
  const lines = [pid, clusterDir, 1_700_000_000, 5432, '', '127.0.0.1', '123456 1', 'ready   ', ''];
  await writeFile(file, lines.join('\n'), { mode: 0o600 });
  const { uid, gid } = await stat(clusterDir);
  await chown(file, uid, gid);
}

export async function waitUntilStopped(dataDir: string): Promise<void> {
  const deadline = Date.now() + STOP_WITHIN_MS;
  while ((await readServerState(join(dataDir, 'postgres'))).status !== 'stopped') {
    if (Date.now() > deadline) throw new Error(`The server of ${dataDir} still runs.`);
    await sleep(20);
  }
}

async function stopServerOf(dataDir: string): Promise<void> {
  if ((await readServerState(join(dataDir, 'postgres'))).status === 'stopped') return;
  process.kill(await postmasterPid(dataDir), 'SIGINT');
  await waitUntilStopped(dataDir);
}
