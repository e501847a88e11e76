import { constants, type Stats } from 'node:fs';
import { access, chmod, chown, mkdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { ServerOwner } from './embedded-command.js';
import { EmbeddedPostgresProblem } from './embedded-problem.js';

/** The system's code of an error (`ENOENT`, SQLSTATE), if it has one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export async function statIfThere(path: string): Promise<Stats | undefined> {
  return unlessMissing(stat(path));
}

export async function readIfThere(path: string): Promise<string | undefined> {
  return unlessMissing(readFile(path, 'utf8'));
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

export async function giveTo(owner: ServerOwner, path: string): Promise<void> {
  if (owner.uid !== undefined && owner.gid !== undefined) await chown(path, owner.uid, owner.gid);
}

/** Replaces the file in one step, so that a reader in another process never sees half of it. */
export async function writeForOwner(owner: ServerOwner, path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  await giveTo(owner, draft);
  await rename(draft, path);
}

/** Moves a whole folder into place; answers false when another process put one there first. */
export async function moveUnlessThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(error) ?? '') && (await statIfThere(to)))
      return false;
    throw error;
  }
}

/** Makes the data folder if it is missing and returns its real path. */
export async function makeDataFolder(dataDir: string): Promise<string> {
  const wanted = resolve(dataDir);
  try {
    const firstMade = await mkdir(wanted, { recursive: true });
    if (firstMade) await openToPassers(firstMade, wanted);
    await access(wanted, constants.W_OK | constants.X_OK);
    return await realpath(wanted);
  } catch (error) {
    throw new EmbeddedPostgresProblem(
      'DATA_FOLDER_NOT_WRITABLE',
      `Rollcall cannot write in its data folder ${wanted} (${codeOf(error) ?? String(error)}). ` +
        'Give the user that starts Rollcall the right to write there, or name another folder: ' +
        'ROLLCALL_DATA=/var/lib/rollcall',
      { cause: error },
    );
  }
}

// Under a umask of 077 a folder that root just made would shut out the user that PostgreSQL runs as.
async function openToPassers(firstMade: string, last: string): Promise<void> {
  for (let folder = last; folder.length >= firstMade.length; folder = dirname(folder)) {
    await chmod(folder, 0o755);
  }
}
