/**
 * One at a time, between processes on one machine, with nothing left behind by a process that was killed.
 *
 * Each process puts a file of its own into a folder, named after its id and its start time. It has the lock when, after
 * it put the file there, no other file belongs to a living process. Two that come at one moment see each other, and
 * both step back for a random while. Because nobody ever takes over or removes the file of a living process, there is
 * no moment at which two can believe that they hold the lock.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 150;

/**
 * Runs `work` while no other process runs its own under the same folder.
 * @template T
 * @param {string} folder
 * @param {{ onWait: (pid: number) => void }} options `onWait` is called once if somebody else is at work
 * @param {(helping: (pid: number) => void) => Promise<T>} work tells `helping` of a child that does the work: if this
 *   process is killed, the lock holds until that child has ended too
 * @returns {Promise<T>}
 */
export async function withLock(folder, { onWait }, work) {
  const mine = markOf(process.pid);
  const myFile = join(folder, mine);
  let saidSo = false;
  for (;;) {
    mkdirSync(folder, { recursive: true });
    if (othersIn(folder, mine).length === 0) {
      writeFileSync(myFile, '');
      if (othersIn(folder, mine).length === 0) break;
      rmSync(myFile);
    }
    const [other] = othersIn(folder, mine);
    if (other && !saidSo) {
      onWait(pidOf(other));
      saidSo = true;
    }
    await sleep(POLL_MS * (0.5 + Math.random()));
  }
  try {
    return await work((pid) => writeFileSync(myFile, markOf(pid)));
  } finally {
    rmSync(myFile, { force: true });
  }
}

/** The marks of other living processes; those of dead ones are removed on the way. */
function othersIn(folder, mine) {
  return readdirSync(folder).filter((mark) => {
    if (mark === mine) return false;
    if (belongsToLivingProcess(mark) || belongsToLivingProcess(readIfThere(join(folder, mark)) ?? ''))
      return true;
    rmSync(join(folder, mark), { force: true });
    return false;
  });
}

function belongsToLivingProcess(mark) {
  const pid = pidOf(mark);
  return pid > 0 && isAlive(pid) && markOf(pid) === mark;
}

function pidOf(mark) {
  return Number.parseInt(mark, 10);
}

/** The start time tells a process from a later one with the same id; where there is no /proc, the id must do. */
function markOf(pid) {
  return `${pid}-${startTimeOf(pid)}`;
}

function startTimeOf(pid) {
  const stat = readIfThere(`/proc/${pid}/stat`);
  if (stat === undefined) return 'unknown';
  // The 22nd field; the second is the program's name in brackets, which may itself hold spaces and brackets.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes(error.code)) return undefined;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
