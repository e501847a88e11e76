/**
 * The order of a run. Jest starts with what took longest last time, and a fresh clone has no last time: a file that
 * takes a minute, started last, would keep one worker busy while the others have nothing to do.
 *
 * Some specs mostly wait: for processes that start, stop or are killed. The others keep a processor busy. The two kinds
 * take turns, so that the machine has something to do while a spec waits.
 */
import Sequencer from '@jest/test-sequencer';

/** Specs that mostly wait, the longest first. */
const WAITING = [
  'test/start/fresh-clone.spec.ts',
  'test/jobs/jobs.spec.ts',
  'test/jobs/',
  'test/start/stop.spec.ts',
  'test/api/slow-clients.spec.ts',
  'test/start/',
];

/** Specs that mostly compute, the longest first; what is not named here comes last. */
const WORKING = [
  'test/web/pages.spec.ts',
  'test/api/documented-answers.spec.ts',
  'test/web/',
  'test/api/crowds.spec.ts',
  'test/api/event-loop.spec.ts',
  'test/db/pools.spec.ts',
  'test/transactions.spec.ts',
  'test/api/hostile-fields.spec.ts',
  'test/api/import',
  'test/db/',
  'test/api/',
];

export default class SlowestFirst extends Sequencer {
  sort(tests) {
    // oxlint-disable-next-line unicorn/no-array-sort -- Jest's method, not an array's
    const sorted = super.sort(tests);
    const waiting = inOrderOf(WAITING, sorted.filter(isWaiting));
    const working = inOrderOf(
      WORKING,
      sorted.filter((test) => !isWaiting(test)),
    );
    const turns = waiting.flatMap((test, turn) => [test, ...working.slice(2 * turn, 2 * turn + 2)]);
    return [...turns, ...working.slice(2 * waiting.length)];
  }
}

function isWaiting(test) {
  return rank(WAITING, test) < WAITING.length;
}

function inOrderOf(starts, tests) {
  return tests.toSorted((one, other) => rank(starts, one) - rank(starts, other));
}

function rank(starts, { path }) {
  const found = starts.findIndex((start) => path.replaceAll('\\', '/').includes(`/${start}`));
  return found === -1 ? starts.length : found;
}
