/**
 * The whole application in a process of its own, from the sources, so that a test can measure it or kill it. Run with
 * the hooks of typescript-hooks.mjs. Arguments: the application's database URL and its role. It prints its URL, and
 * its memory in bytes each time a line comes in.
 */
import { createInterface } from 'node:readline';
import { createApp } from '../../src/app.js';
import { createLog } from '../../src/common/log.js';
import { readSettings } from '../../src/config/settings.js';

const [appUrl, role] = process.argv.slice(2);
const settings = readSettings({ PORT: '0', LOG_LEVEL: 'error', ROLE: role });
const app = await createApp(settings, appUrl, createLog('error', 'stderr'), { documents: false });
await app.listen(0, '127.0.0.1');
process.stdout.write(`${await app.getUrl()}\n`);
let most = 0;
setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
createInterface({ input: process.stdin })
  .on('line', () => {
    process.stdout.write(`${most || process.memoryUsage().rss}\n`);
    most = 0;
  })
  .on('close', () => process.exit(0));
