/**
 * A worker in a process of its own, for tests that kill one. Run with the hooks of typescript-hooks.mjs. Arguments: the
 * application's database URL and a name. It says "ready", works, and stops kindly on SIGTERM. For each line that comes
 * in, it looks for late claims at once, and says "raised".
 */
import { createInterface } from 'node:readline';
import { createApp } from '../../src/app.js';
import { createLog } from '../../src/common/log.js';
import { readSettings } from '../../src/config/settings.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { ClaimEscalations } from '../../src/warranty/clocks/claim-escalations.js';
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
createInterface({ input: process.stdin }).on('line', () => {
  const raising = app.get(ClaimEscalations, { strict: false }).raiseLate();
  raising.then(
    () => process.stdout.write('raised\n'),
    (error) => process.stdout.write(`${error}\n`),
  );
});
process.stdout.write('ready\n');
