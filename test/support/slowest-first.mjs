/**
 * The order of a run. Jest starts with what took longest last time, and a fresh clone has no last time: a file that
 * takes a minute, started last, would keep one worker busy while the other has nothing to do.
 */
import Sequencer from '@jest/test-sequencer';

/** What takes longest, the longest first. */
const SLOWEST = [
  'test/start/fresh-clone.spec.ts',
  'test/jobs/',
  'test/web/',
  'test/start/',
  'test/api/crowds.spec.ts',
  'test/api/event-loop.spec.ts',
  'test/transactions.spec.ts',
  'test/api/documented-answers.spec.ts',
  'test/api/hostile-fields.spec.ts',
  'test/api/import-',
  'test/db/',
  'test/api/',
];

export default class SlowestFirst extends Sequencer {
  sort(tests) {
    // oxlint-disable-next-line unicorn/no-array-sort -- Jest's method, not an array's
    return super.sort(tests).toSorted((one, other) => rank(one.path) - rank(other.path));
  }
}

function rank(path) {
  const found = SLOWEST.findIndex((start) => path.replaceAll('\\', '/').includes(`/${start}`));
  return found === -1 ? SLOWEST.length : found;
}
