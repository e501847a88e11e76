/**
 * Opens the embedded PostgreSQL in a process of its own, for tests that kill one or run two at once. Prints one line
 * of JSON: what it opened, or the code and message of the problem. Then it waits, and releases at the end of its
 * standard input. Arguments: the data folder, and optionally a file to wait for, so that several start at one moment.
 */
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.js';

async function untilItExists(file) {
  while (!existsSync(file)) await sleep(5);
}

const [dataDir, startSignal] = process.argv.slice(2);
const print = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

print({ waiting: true });
if (startSignal) await untilItExists(startSignal);

const startedAt = Date.now();
try {
  const { release, ...opened } = await openEmbeddedPostgres({ dataDir, log: () => undefined });
  print({ ...opened, milliseconds: Date.now() - startedAt });
  process.stdin.resume();
  await once(process.stdin, 'end');
  await release();
  print({ released: true });
} catch (error) {
  print({ code: error.code, problem: error.message });
}
