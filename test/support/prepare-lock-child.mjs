/**
 * Takes the lock of `npm start` in a process of its own and writes into a diary when it entered and left. Arguments:
 * the lock's folder, the diary, the milliseconds to stay, and `with-helper` to leave the work to a child.
 */
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from '../../scripts/prepare-lock.mjs';

const [folder, diary, stay, helper] = process.argv.slice(2);
const note = (line) => appendFileSync(diary, `${line}\n`);

await withLock(folder, { onWait: () => note('waits') }, async (helping) => {
  if (helper === 'with-helper') {
    const child = spawn('sleep', [String(Number(stay) / 1000)], { stdio: 'ignore' });
    helping(child.pid);
  }
  note('enters');
  await sleep(Number(stay));
  note('leaves');
});
