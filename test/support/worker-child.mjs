/**
 * A worker in a process of its own, for tests that kill one. Run with the hooks of typescript-hooks.mjs. Arguments: the
 * application's database URL and a name. It says "ready", works, and stops kindly on SIGTERM.
 */
import { createApp } from '../../src/app.js';
import { createLog } from '../../src/common/log.js';
import { readSettings } from '../../src/config/settings.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { registerTestJobs } from './test-jobs.js';
import { registerTestLetters } from './test-letters.js';

const [appUrl, name] = process.argv.slice(2);
const settings = readSettings({
  PORT: '0',
  LOG_LEVEL: 'error',
  ROLE: 'worker',
  REDIS_URL: process.env.REDIS_URL,
  SMTP_URL: process.env.SMTP_URL,
});
const app = await createApp(settings, appUrl, createLog('error', 'stderr'), { pages: false });
registerTestJobs((type) => app.get(type, { strict: false }), name);
registerTestLetters(app.get(Outbox, { strict: false }));
process.on('SIGTERM', () => {
  app.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
process.stdout.write('ready\n');
