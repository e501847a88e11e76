import { readFile, rename } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverLog, type Cluster } from './embedded-cluster.js';
import { runAs } from './embedded-command.js';
import { statIfThere, writeForOwner } from './embedded-files.js';
import { disarmStalePidFile, serverPid } from './embedded-postmaster.js';
import { EmbeddedPostgresProblem } from './embedded-problem.js';
import { availableMemory, serverSettings } from './embedded-settings.js';

export type StartOutcome = 'started' | 'try-again';

// Long enough to replay 4 GB of log on a slow disk after a power cut.
const START_TIMEOUT_SECONDS = 600;
const STOP_TIMEOUT_MS = 120_000;
const STOP_POLL_MS = 10;
const LOG_LIMIT_BYTES = 16 * 1024 * 1024;

/**
 * Failures that another attempt can mend: the port was taken between choosing and using it, another process was
 * quicker to start this server, or the last children of a killed server are still leaving.
 */
const PASSING_FAILURES = [
  /could not create any TCP\/IP sockets/,
  /lock file "postmaster\.pid" already exists/,
  /pre-existing shared memory block .* is still in use/,
];

/** A port that nobody uses at this moment, on 127.0.0.1. */
export function pickFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('The system gave no port.'));
      });
    });
  });
}

/** Starts the cluster's server and waits until it takes connections. */
export async function startServer(cluster: Cluster, port: number): Promise<StartOutcome> {
  await disarmStalePidFile(cluster.dir);
  await writeSettings(cluster);
  const log = serverLog(cluster.dir);
  const logStart = await rotateLog(log);
  const start = await runAs(
    cluster.owner,
    cluster.binaries.pgCtl,
    [
      'start',
      '--wait',
      `--timeout=${START_TIMEOUT_SECONDS}`,
      `--pgdata=${cluster.dir}`,
      `--log=${log}`,
      `--options=-c port=${port}`,
    ],
    { detached: true },
  );
  if (start.succeeded) return 'started';
  const said = await readFrom(log, logStart);
  if (PASSING_FAILURES.some((failure) => failure.test(said))) return 'try-again';
  throw new EmbeddedPostgresProblem(
    'START_FAILED',
    `The embedded PostgreSQL did not start. It said (${log}):\n${said.slice(-4000).trim() || start.output}\n` +
      'Mend what it names, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

/** Ends every connection and stops the server with everything on disk. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const pid = await serverPid(cluster.dir);
  if (pid === undefined) return;
  // Not pg_ctl's own waiting: it would mistake a server that somebody starts at once for this one and wait for that.
  const stop = await runAs(cluster.owner, cluster.binaries.pgCtl, [
    'stop',
    '--no-wait',
    '--mode=fast',
    `--pgdata=${cluster.dir}`,
  ]);
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while ((await serverPid(cluster.dir)) === pid) {
    if (Date.now() > deadline) throw new Error(`The embedded PostgreSQL did not stop: ${stop.output}`);
    await sleep(STOP_POLL_MS);
  }
}

async function writeSettings({ dir, owner, binaries }: Cluster): Promise<void> {
  // Which methods a build has, no option lists; but asking for one that it lacks fails.
  const lz4 = await runAs(owner, binaries.postgres, [
    '-D',
    dir,
    '-c',
    'wal_compression=lz4',
    '-C',
    'wal_compression',
  ]);
  const settings = serverSettings(availableMemory(), lz4.succeeded ? 'lz4' : 'pglz');
  await writeForOwner(owner, join(dir, 'rollcall.conf'), settings);
}

/** Keeps one old log beside the present one, and returns where the next start's lines will begin. */
async function rotateLog(log: string): Promise<number> {
  const size = (await statIfThere(log))?.size ?? 0;
  if (size < LOG_LIMIT_BYTES) return size;
  await rename(log, `${log}.1`);
  return 0;
}

async function readFrom(file: string, position: number): Promise<string> {
  if (!(await statIfThere(file))) return '';
  return (await readFile(file)).subarray(position).toString('utf8');
}
