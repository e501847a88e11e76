import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './embedded-binaries.js';
import {
  clusterFolder,
  ensureCluster,
  readCredentials,
  ROLES,
  type Cluster,
  type Credentials,
} from './embedded-cluster.js';
import { codeOf, makeDataFolder } from './embedded-files.js';
import { assertOwnerCanEnter, chooseServerOwner } from './embedded-owner.js';
import { readServerState } from './embedded-postmaster.js';
import { Presence } from './embedded-presence.js';
import { EmbeddedPostgresProblem } from './embedded-problem.js';
import { setUpDatabase } from './embedded-roles.js';
import { pickFreePort, startServer, stopServer } from './embedded-server.js';

/** The embedded server, in use by this process until `release`. */
export interface RunningPostgres {
  /** The database, as the role that owns it and migrates. */
  ownerUrl: string;
  /** The database, as the application's role: it may connect, and what migrations grant. */
  appUrl: string;
  /** The database `postgres`, as superuser: for backups, and for tests that make databases of their own. */
  adminUrl: string;
  port: number;
  /** Stops the server unless some other process still uses it. Close your own connections first. */
  release: () => Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Made if missing; the cluster is its folder `postgres`. */
  dataDir: string;
  log: (message: string, detail?: object) => void;
  databaseName?: string;
  /** For tests: which port to try next. */
  pickPort?: () => Promise<number>;
}

type Settings = Required<EmbeddedPostgresOptions>;

const POLL_MS = 50;
// While a server starts or stops we wait as long as it takes; one that says it is ready must answer within this.
const ANSWER_WITHIN_MS = 15_000;
const START_ATTEMPTS = 20;
const SLOW_START_MS = 3_000;

// invalid_password, invalid_authorization_specification, too_many_connections: waiting will not mend these.
const FINAL_CONNECT_ERRORS = new Set(['28P01', '28000', '53300']);

/**
 * Starts the PostgreSQL that came from npm on a free port of 127.0.0.1, or joins the one that already serves this
 * data folder. Throws `EmbeddedPostgresProblem` where a person has to do something first.
 */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<RunningPostgres> {
  const settings: Settings = { databaseName: 'rollcall', pickPort: pickFreePort, ...options };
  const dataDir = await makeDataFolder(settings.dataDir);
  const cluster = await openCluster(dataDir);
  const credentials = await readCredentials(cluster.dir);
  const { presence, port } = await enterServer(cluster, credentials, settings);
  const url = (role: keyof Credentials, database = settings.databaseName): string =>
    databaseUrl(role, credentials, port, database);
  const release = once(() => leaveServer(cluster, credentials, presence, settings.log));
  try {
    await presence.setUp((admin) => setUpDatabase(admin, settings.databaseName, credentials, url('admin')));
  } catch (error) {
    await release();
    throw error;
  }
  settings.log(
    'Using the embedded PostgreSQL: good for pilots and one office. Beyond that, set DATABASE_URL to a server of your own.',
    { dataDir, port },
  );
  return {
    ownerUrl: url('owner'),
    appUrl: url('app'),
    adminUrl: url('admin', 'postgres'),
    port,
    release,
  };
}

async function openCluster(dataDir: string): Promise<Cluster> {
  const dir = clusterFolder(dataDir);
  const owner = await chooseServerOwner(dir);
  await assertOwnerCanEnter(owner, dataDir);
  const cluster: Cluster = { dir, owner, binaries: await findBinaries(owner, dataDir) };
  await ensureCluster(cluster, dataDir);
  return cluster;
}

/** Joins the running server or starts one; other processes may be doing the same, or the opposite, right now. */
async function enterServer(
  cluster: Cluster,
  credentials: Credentials,
  { pickPort, log }: Settings,
): Promise<{ presence: Presence; port: number }> {
  let readyWithoutAnswerSince: number | undefined;
  let startsLeft = START_ATTEMPTS;
  for (;;) {
    const server = await readServerState(cluster.dir);
    if (server.status === 'stopped') {
      readyWithoutAnswerSince = undefined;
      startsLeft -= 1;
      if (startsLeft < 0) throw neverStarted();
      await withSlowStartNotice(log, startServer(cluster, await pickPort()));
      continue;
    }
    if (server.status === 'ready') {
      const adminUrl = databaseUrl('admin', credentials, server.port, 'postgres');
      try {
        return { presence: await Presence.enter(adminUrl), port: server.port };
      } catch (error) {
        readyWithoutAnswerSince ??= Date.now();
        const waited = Date.now() - readyWithoutAnswerSince;
        if (FINAL_CONNECT_ERRORS.has(codeOf(error) ?? '') || waited > ANSWER_WITHIN_MS) {
          throw noAnswer(cluster, server.port, error);
        }
      }
    }
    await sleep(POLL_MS);
  }
}

async function withSlowStartNotice<T>(log: Settings['log'], start: Promise<T>): Promise<T> {
  const notice = setTimeout(() => {
    log('The embedded PostgreSQL is still starting: after a power cut or a kill it replays its log first.');
  }, SLOW_START_MS);
  try {
    return await start;
  } finally {
    clearTimeout(notice);
  }
}

async function leaveServer(
  cluster: Cluster,
  credentials: Credentials,
  presence: Presence,
  log: Settings['log'],
): Promise<void> {
  const present = presence.isLost ? await enterAgain(cluster, credentials) : presence;
  try {
    const outcome = await present?.leave(() => stopServer(cluster));
    if (outcome === 'in use') log('The embedded PostgreSQL keeps running: another process still uses it.');
  } catch (error) {
    // It ended while we were leaving: there is nothing left to stop.
    if (!present?.isLost) throw error;
  }
}

/** A server that restarted itself after a crash has lost our sign but may still be ours to stop. */
async function enterAgain(cluster: Cluster, credentials: Credentials): Promise<Presence | undefined> {
  const server = await readServerState(cluster.dir);
  if (server.status !== 'ready') return undefined;
  return Presence.enter(databaseUrl('admin', credentials, server.port, 'postgres'));
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}

function databaseUrl(
  role: keyof Credentials,
  credentials: Credentials,
  port: number,
  database: string,
): string {
  return `postgresql://${ROLES[role]}:${credentials[role]}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

function neverStarted(): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'START_FAILED',
    `The embedded PostgreSQL found no port to listen on, or its server was stopped again ${START_ATTEMPTS} times. ` +
      'See which program takes the ports of 127.0.0.1, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

function noAnswer(cluster: Cluster, port: number, cause: unknown): EmbeddedPostgresProblem {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new EmbeddedPostgresProblem(
    'NO_ANSWER',
    `A server runs on ${cluster.dir} (port ${port}) and does not let Rollcall in: ${reason}. ` +
      'If its passwords were changed, put rollcall-credentials.json back from a backup; ' +
      'if it hangs, end the process whose id is in the first line of postmaster.pid with SIGINT.',
    { cause },
  );
}
