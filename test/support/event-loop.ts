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

/** Work that took this many milliseconds of CPU time on the machine on which the limits were set. */
const FLOOR = 40;
const FLOOR_ROUNDS = 50;
const FLOOR_TEXT = JSON.stringify(
  Array.from({ length: 2_000 }, (_, i) => ({ id: i, name: `Room ${i}`, on: true })),
);

/**
 * How much slower this thread works now than the machine on which the limits were set; at least 1. Neighbors on a
 * machine slow the work itself down, and not only its turns.
 */
function slowness(): number {
  // The fastest of three: what garbage collection adds to one of them is no slowness of the machine.
  const floors = [1, 2, 3].map(() => {
    const before = cpuMs();
    for (let i = 0; i < FLOOR_ROUNDS; i += 1) JSON.stringify(JSON.parse(FLOOR_TEXT));
    return cpuMs() - before;
  });
  return Math.max(1, Math.min(...floors) / FLOOR);
}

/**
 * The longest time in milliseconds that this thread worked without letting anybody else have a turn while something
 * was done, as it would be on the machine on which the limits were set. It counts what the test itself does too.
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
  return longest / slowness();
}
