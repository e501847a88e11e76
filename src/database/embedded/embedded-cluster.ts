import { randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostgresBinaries } from './embedded-binaries.js';
import { runAs, type ServerOwner } from './embedded-command.js';
import { giveTo, moveUnlessThere, readIfThere, statIfThere, writeForOwner } from './embedded-files.js';
import { EmbeddedPostgresProblem } from './embedded-problem.js';

/** The login roles of the embedded server. Only `admin` is a superuser; nothing that serves requests uses it. */
export const ROLES = { admin: 'rollcall_admin', owner: 'rollcall_owner', app: 'rollcall_app' } as const;

/** A password for each role: random, made with the cluster, never shown. */
export type Credentials = Record<keyof typeof ROLES, string>;

/** A PostgreSQL data folder, with who runs it and with what. */
export interface Cluster {
  dir: string;
  owner: ServerOwner;
  binaries: PostgresBinaries;
}

const DRAFT_PREFIX = '.postgres-draft-';
// initdb takes seconds. What is still a draft after this was left by a process that died.
const DRAFT_LIFETIME_MS = 10 * 60 * 1000;

export function clusterFolder(dataDir: string): string {
  return join(dataDir, 'postgres');
}

/** Where pg_ctl sends what the server says. */
export function serverLog(clusterDir: string): string {
  return join(clusterDir, 'server.log');
}

function credentialsFile(clusterDir: string): string {
  return join(clusterDir, 'rollcall-credentials.json');
}

/** Makes the cluster where there is none; refuses a folder that this PostgreSQL cannot or must not open. */
export async function ensureCluster(cluster: Cluster, dataDir: string): Promise<void> {
  await removeAbandonedDrafts(dataDir);
  const version = (await readIfThere(join(cluster.dir, 'PG_VERSION')))?.trim();
  if (version === cluster.binaries.major) return;
  if (version !== undefined) throw otherMajor(cluster, version);
  if ((await statIfThere(cluster.dir)) && (await readdir(cluster.dir)).length > 0) throw notACluster(cluster);
  await createCluster(cluster, dataDir);
}

/**
 * Builds the cluster, passwords included, in a folder of its own and moves it into place in one step. So a process
 * that is killed half-way leaves no half a cluster, and of two that start together the slower one drops its own:
 * no lock is needed, and none can be left behind.
 */
async function createCluster(cluster: Cluster, dataDir: string): Promise<void> {
  const draft = await mkdtemp(join(dataDir, DRAFT_PREFIX));
  try {
    await giveTo(cluster.owner, draft);
    const draftDir = join(draft, 'cluster');
    await initialize({ ...cluster, dir: draftDir }, draft);
    await moveUnlessThere(draftDir, cluster.dir);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function initialize(cluster: Cluster, draft: string): Promise<void> {
  const credentials: Credentials = { admin: newPassword(), owner: newPassword(), app: newPassword() };
  const passwordFile = join(draft, 'admin-password');
  await writeFile(passwordFile, credentials.admin, { mode: 0o600 });
  await giveTo(cluster.owner, passwordFile);
  const initdb = await runAs(cluster.owner, cluster.binaries.initdb, [
    `--pgdata=${cluster.dir}`,
    `--username=${ROLES.admin}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own C.UTF-8: the same order on every machine, whatever libraries the machine has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ]);
  if (!initdb.succeeded) throw initdbFailed(cluster, initdb.output);
  await appendFile(
    join(cluster.dir, 'postgresql.conf'),
    "\n# Rollcall's settings; what stands below this line overrides them.\ninclude_if_exists = 'rollcall.conf'\n",
  );
  await writeForOwner(
    cluster.owner,
    credentialsFile(cluster.dir),
    `${JSON.stringify(credentials, null, 2)}\n`,
  );
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

export async function readCredentials(clusterDir: string): Promise<Credentials> {
  const file = credentialsFile(clusterDir);
  const text = await readIfThere(file);
  if (text === undefined) throw credentialsLost(file, 'is missing');
  const parsed: unknown = JSON.parse(text);
  if (isCredentials(parsed)) return parsed;
  throw credentialsLost(file, 'does not hold three passwords');
}

function isCredentials(parsed: unknown): parsed is Credentials {
  return (
    typeof parsed === 'object' &&
    parsed !== null &&
    Object.keys(ROLES).every((role) => typeof Reflect.get(parsed, role) === 'string')
  );
}

async function removeAbandonedDrafts(dataDir: string): Promise<void> {
  const drafts = (await readdir(dataDir)).filter((name) => name.startsWith(DRAFT_PREFIX));
  for (const name of drafts) {
    const draft = join(dataDir, name);
    const found = await statIfThere(draft);
    if (found && Date.now() - found.mtimeMs > DRAFT_LIFETIME_MS)
      await rm(draft, { recursive: true, force: true });
  }
}

function credentialsLost(file: string, what: string): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'CREDENTIALS_LOST',
    `${file} ${what}: it holds the passwords of the embedded database. Put it back from a backup of its folder.`,
  );
}

function otherMajor({ dir, binaries }: Cluster, version: string): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'OTHER_MAJOR',
    `${dir} was made by PostgreSQL ${version}, and this Rollcall brings PostgreSQL ${binaries.major}, which cannot ` +
      'read it. Nothing was changed. Start the release of Rollcall that made it, upgrade the folder with the ' +
      `pg_upgrade of PostgreSQL ${binaries.major}, or name an empty folder: ROLLCALL_DATA=<folder>.`,
  );
}

function notACluster({ dir }: Cluster): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'NOT_A_CLUSTER',
    `${dir} is not empty and holds no PostgreSQL data (no PG_VERSION). Nothing was changed. ` +
      'Move it away, or name another data folder: ROLLCALL_DATA=<folder>.',
  );
}

function initdbFailed({ owner, dir }: Cluster, output: string): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'INITDB_FAILED',
    `PostgreSQL's initdb, run as ${owner.name}, could not make ${dir}:\n${output}\n` +
      'Mend what it names (often a full disk), or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}
