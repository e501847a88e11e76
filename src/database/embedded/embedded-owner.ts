import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runAs, type ServerOwner } from './embedded-command.js';
import { EmbeddedPostgresProblem } from './embedded-problem.js';
import { statIfThere } from './embedded-files.js';

// `postgres` first: where a package made it, the administrator knows it. `rollcall` is the one we make.
const SYSTEM_USERS = ['postgres', 'rollcall'] as const;

const CURRENT_USER: ServerOwner = { name: 'the current user' };

/**
 * Who runs the server. PostgreSQL refuses to run as root, so root drops to the user whose cluster it already is, else
 * to `postgres`, else to a system user made for it. Anyone else runs it as themselves.
 */
export async function chooseServerOwner(clusterDir: string): Promise<ServerOwner> {
  const uid = process.getuid?.();
  if (uid === undefined) return CURRENT_USER;
  if (uid !== 0) {
    const folder = await statIfThere(clusterDir);
    if (folder && folder.uid !== uid) throw ownedByAnother(clusterDir, folder.uid);
    return CURRENT_USER;
  }
  const cluster = await statIfThere(join(clusterDir, 'PG_VERSION'));
  if (!cluster) return findOrCreateSystemUser(SYSTEM_USERS);
  if (cluster.uid === 0) throw ownedByRoot(clusterDir);
  return { name: `the user with id ${cluster.uid}`, uid: cluster.uid, gid: cluster.gid };
}

/** The first of these users that exists; where none does, the last one is made. Only root may call it. */
export async function findOrCreateSystemUser(
  names: readonly string[],
  useradd = 'useradd',
): Promise<ServerOwner> {
  for (const name of names) {
    const user = await findUser(name);
    if (user) return user;
  }
  const name = names.at(-1) ?? 'rollcall';
  const creation = await runAs(CURRENT_USER, useradd, [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ]);
  // Looked up whatever useradd answered: a second process may have made the user in between.
  const user = await findUser(name);
  if (user) return user;
  throw new EmbeddedPostgresProblem(
    'NO_SYSTEM_USER',
    `PostgreSQL does not run as root, this machine has no user named ${names.join(' or ')}, ` +
      `and making one failed (${creation.output || 'no such user afterwards'}). Do one of these:\n` +
      '  - start Rollcall as an ordinary user;\n' +
      '  - make the user yourself: useradd --system postgres (Alpine: adduser -S postgres);\n' +
      '  - use a PostgreSQL server of your own: set DATABASE_URL.',
  );
}

async function findUser(name: string): Promise<ServerOwner | undefined> {
  const [uid, gid] = await Promise.all([
    runAs(CURRENT_USER, 'id', ['-u', name]),
    runAs(CURRENT_USER, 'id', ['-g', name]),
  ]);
  if (!uid.succeeded || !gid.succeeded) return undefined;
  return { name: `the user ${name}`, uid: Number(uid.output), gid: Number(gid.output) };
}

/** Throws unless the owner can pass through every folder above the data and enter the data folder itself. */
export async function assertOwnerCanEnter(owner: ServerOwner, dataDir: string): Promise<void> {
  if (owner.uid === undefined) return;
  const attempt = await tryToEnter(owner, dataDir);
  if (attempt.succeeded) return;
  const blocking = await firstClosedFolder(owner, dataDir);
  if (!blocking) throw cannotBecome(owner, attempt.output);
  const { mode } = await stat(blocking);
  throw new EmbeddedPostgresProblem(
    'DATA_FOLDER_UNREACHABLE',
    `PostgreSQL does not run as root, so Rollcall runs it as ${owner.name}, who cannot enter ` +
      `${blocking} (mode ${(mode & 0o777).toString(8).padStart(4, '0')}). The data folder is ${dataDir}. ` +
      'Do one of these:\n' +
      `  - let other users pass through that folder: chmod o+x ${quoted(blocking)}\n` +
      '  - keep the data elsewhere, such as ROLLCALL_DATA=/var/lib/rollcall; to take along what is there, ' +
      `stop Rollcall and move it first: mv ${quoted(dataDir)} /var/lib/rollcall`,
  );
}

/** Whether the owner can pass through every folder above this one and enter it. */
export async function ownerCanEnter(owner: ServerOwner, folder: string): Promise<boolean> {
  return owner.uid === undefined || (await tryToEnter(owner, folder)).succeeded;
}

/** Asks the system, not the mode bits: access lists and mount options count too. */
export async function ownerCanExecute(owner: ServerOwner, file: string): Promise<boolean> {
  if (owner.uid === undefined) return true;
  return (await runAs(owner, 'sh', ['-c', 'test -x "$1"', 'sh', file])).succeeded;
}

function tryToEnter(owner: ServerOwner, folder: string) {
  return runAs(owner, 'sh', ['-c', 'cd "$1"', 'sh', folder]);
}

async function firstClosedFolder(owner: ServerOwner, dataDir: string): Promise<string | undefined> {
  const topDown: string[] = [];
  for (let folder = dataDir; ; folder = dirname(folder)) {
    topDown.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  const [root, ...below] = topDown;
  if (root === undefined || !(await tryToEnter(owner, root)).succeeded) return undefined;
  for (const folder of below) {
    if (!(await tryToEnter(owner, folder)).succeeded) return folder;
  }
  return undefined;
}

/** A path as a shell takes it. */
export function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

function cannotBecome(owner: ServerOwner, reason: string): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'NO_SYSTEM_USER',
    `PostgreSQL does not run as root, and this process may not become ${owner.name} (${reason}). ` +
      'Start Rollcall as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.',
  );
}

function ownedByAnother(clusterDir: string, uid: number): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'DATA_FOLDER_OF_ANOTHER_USER',
    `${clusterDir} belongs to the user with id ${uid}, and PostgreSQL only serves the owner of its files. ` +
      `Start Rollcall as that user or as root, or keep other data: ROLLCALL_DATA=<another folder>.`,
  );
}

function ownedByRoot(clusterDir: string): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'DATA_FOLDER_OF_ANOTHER_USER',
    `${clusterDir} belongs to root, and PostgreSQL does not run as root. ` +
      `It was probably copied; give it back to the user that runs the server: chown -R postgres ${quoted(clusterDir)}`,
  );
}
