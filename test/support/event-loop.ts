import { existsSync, readFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';

/** What Linux knows about the thread that reads this file; the first number is its CPU time in nanoseconds. */
const THREAD = '/proc/thread-self/schedstat';

/** Milliseconds between two looks at the clock. */
const LOOK = 2;

/**
 * CPU time of this thread in milliseconds. A thread that waits for a busy processor uses none, so this measures what
 * the thread did and not what else the machine does. Elsewhere than on Linux the whole process stands in for it.
 */
function cpuMs(): number {
  if (existsSync(THREAD)) return Number(readFileSync(THREAD, 'utf8').split(' ')[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

/** CPU time in milliseconds of the work below, on the machine on which the limits were set. */
const USUAL_FLOOR = 10;

/**
 * How much slower this thread is now than the machine on which the limits were set; at least 1. Neighbors on a machine
 * slow the work itself down, not only its turns.
 */
export function slowness(): number {
  const before = cpuMs();
  let text = '';
  for (let i = 0; i < FLOOR_ROUNDS; i += 1) text = JSON.stringify(JSON.parse(FLOOR_TEXT));
  if (text.length !== FLOOR_TEXT.length) throw new Error('the floor was not measured');
  return Math.max(1, (cpuMs() - before) / USUAL_FLOOR);
}

/**
 * The longest time in milliseconds that this thread worked without letting anybody else have a turn while something
 * was done. It counts what the test itself does too.
 */
export async function longestHold(work: () => Promise<unknown>): Promise<number> {
  await turn();
  let [longest, before] = [0, cpuMs()];
  const look = (): void => {
    const now = cpuMs();
    longest = Math.max(longest, now - before);
    before = now;
  };
  const looking = setInterval(look, LOOK);
  try {
    await work();
  } finally {
    clearInterval(looking);
  }
  look();
  return longest;
}
