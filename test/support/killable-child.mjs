/**
 * The whole application in a process of its own, as it was built, so that a test can measure it or kill it. Arguments:
 * the application's database URL and its role. Loading takes seconds, so it only starts at the first line that comes in.
 * It prints its URL, and for every further line its memory in bytes.
 */
import { createInterface } from 'node:readline';
import { createApp } from '../../dist/src/app.js';
import { createLog } from '../../dist/src/common/log.js';
import { readSettings } from '../../dist/src/config/settings.js';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
await lines.next();
const [appUrl, role] = process.argv.slice(2);
const more = JSON.parse(process.env.CHILD_SETTINGS ?? '{}');
const settings = readSettings({ PORT: '0', LOG_LEVEL: 'error', ROLE: role, ...more });
const app = await createApp(settings, appUrl, createLog('error', 'stderr'), { pages: false });
await app.listen(0, '127.0.0.1');
process.stdout.write(`${await app.getUrl()}\n`);
let most = 0;
setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
while (!(await lines.next()).done) {
  process.stdout.write(`${most || process.memoryUsage().rss}\n`);
  most = 0;
}
process.exit(0);
