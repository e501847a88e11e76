import { randomBytes } from 'node:crypto';
import { readdir, readlink, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { clusterFolder } from './embedded-cluster.js';
import { codeOf, makeDataFolder, readIfThere, statIfThere } from './embedded-files.js';
import { chooseServerOwner, ownerCanEnter, quoted } from './embedded-owner.js';
import { EmbeddedPostgresProblem } from './embedded-problem.js';

/** In the usual data folder: a link to the folder that is used in its place. */
const LINK = 'elsewhere';
/** In the folder that is used in its place: the full path of the usual one. */
const MARK = 'kept-for';
/** On Linux, where a service keeps what must survive a restart. */
const OTHER_PLACE = '/var/lib/rollcall';

/**
 * The data folder where nobody named one. As root, PostgreSQL runs as another user, who may not be able to reach the
 * usual folder: a clone in root's home is closed to everyone else. Then another folder is made for it, once, and a link
 * in the usual folder leads every later command there.
 * @param say gets a line for the person at the keyboard when a folder is chosen or was moved
 */
export async function findDataFolder(
  usual: string,
  say: (line: string) => void,
  otherPlace = OTHER_PLACE,
): Promise<string> {
  const home = await makeDataFolder(usual);
  const linked = await linkedFolder(home);
  if (linked !== undefined) return follow(linked, home, say);
  const owner = await chooseServerOwner(clusterFolder(home));
  if (await ownerCanEnter(owner, home)) return home;
  // Data that is here already is not left behind: opening it says what to do.
  if (await holdsCluster(home)) return home;
  return choose(home, say, otherPlace);
}

async function choose(home: string, say: (line: string) => void, otherPlace: string): Promise<string> {
  const name = basename(dirname(home)).replaceAll(/[^\w.-]/g, '-');
  const chosen = await makeDataFolder(join(otherPlace, `${name}-${randomBytes(4).toString('hex')}`));
  const owner = await chooseServerOwner(clusterFolder(chosen));
  if (!(await ownerCanEnter(owner, chosen))) {
    await rm(chosen, { recursive: true });
    return home;
  }
  await writeMark(chosen, home);
  try {
    // One step, and it fails where there is a link: of two commands that start together, one chooses for both.
    await symlink(chosen, join(home, LINK));
  } catch (error) {
    await rm(chosen, { recursive: true });
    const linked = codeOf(error) === 'EEXIST' ? await linkedFolder(home) : undefined;
    if (linked === undefined) throw error;
    return follow(linked, home, say);
  }
  say(
    `Rollcall keeps its data in ${chosen}: PostgreSQL does not run as root, and no other user can enter ${home}. ` +
      `The link ${join(home, LINK)} remembers this.`,
  );
  for (const old of await abandonedFolders(otherPlace, home, chosen))
    say(
      `${old} still holds the database that this folder used before. To use that one: ROLLCALL_DATA=${old}`,
    );
  return chosen;
}

/** Goes where the link leads, unless that folder is gone or serves another copy of this one. */
async function follow(linked: string, home: string, say: (line: string) => void): Promise<string> {
  const keptFor = (await readIfThere(join(linked, MARK)))?.trim();
  if (keptFor === undefined) throw gone(linked, home);
  if (keptFor === home || (await isSameFolder(keptFor, home))) return linked;
  if ((await linkedFolder(keptFor)) === linked) throw sharedWith(keptFor, linked, home);
  await writeMark(linked, home);
  say(`This folder was ${keptFor} before and was moved. Its data is still in ${linked}.`);
  return linked;
}

async function linkedFolder(home: string): Promise<string | undefined> {
  try {
    return await readlink(join(home, LINK));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return undefined;
    // No link but a folder: whoever copied the data folder followed the link.
    if (codeOf(error) === 'EINVAL') throw notALink(home);
    throw error;
  }
}

async function writeMark(folder: string, home: string): Promise<void> {
  const draft = join(folder, `.${MARK}-${process.pid}`);
  await writeFile(draft, `${home}\n`);
  await rename(draft, join(folder, MARK));
}

async function holdsCluster(folder: string): Promise<boolean> {
  return (await statIfThere(join(clusterFolder(folder), 'PG_VERSION'))) !== undefined;
}

/** The same folder has two paths where it is mounted twice. */
async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [a, b] = [await statIfThere(one), await stat(other)];
  return a?.ino === b.ino && a.dev === b.dev;
}

/** Folders with a database that were chosen for the same path, whose link was deleted. */
async function abandonedFolders(otherPlace: string, home: string, chosen: string): Promise<string[]> {
  const folders = (await readdir(otherPlace)).map((name) => join(otherPlace, name));
  const checked = folders.map(async (folder) => {
    if (folder === chosen || (await readIfThere(join(folder, MARK)))?.trim() !== home) return [];
    return (await holdsCluster(folder)) ? [folder] : [];
  });
  return (await Promise.all(checked)).flat();
}

function gone(linked: string, home: string): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'DATA_FOLDER_GONE',
    `The data of this Rollcall is in ${linked}, as the link ${join(home, LINK)} says, and that folder is not there. ` +
      'Do one of these:\n' +
      '  - if it is on a disk that is not mounted, mount it;\n' +
      '  - if this folder came from another machine or a backup, bring that folder too;\n' +
      `  - to begin with an empty database, remove the link: rm ${quoted(join(home, LINK))}`,
  );
}

function sharedWith(other: string, linked: string, home: string): EmbeddedPostgresProblem {
  return new EmbeddedPostgresProblem(
    'DATA_FOLDER_OF_A_COPY',
    `This folder is a copy: ${home} and ${other} both lead to the data in ${linked}, and two copies of Rollcall must ` +
      'not share one database. Do one of these:\n' +
      `  - to begin with an empty database here, remove the link: rm ${quoted(join(home, LINK))}\n` +
      `  - to go on here with that data, stop the other copy and remove its link: rm ${quoted(join(other, LINK))}`,
  );
}

function notALink(home: string): EmbeddedPostgresProblem {
  const folder = join(home, LINK);
  return new EmbeddedPostgresProblem(
    'DATA_FOLDER_OF_A_COPY',
    `${folder} should be a link to a data folder, and it is a folder: a copy was made that followed the link. ` +
      `To use the data in it, move it to where other users can go and name it: ` +
      `mv ${quoted(folder)} ${OTHER_PLACE}, then ROLLCALL_DATA=${OTHER_PLACE}. ` +
      'To begin with an empty database, move it away.',
  );
}
