import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { SetupService } from './access/accounts/setup.service.js';
import { createApp } from './app.js';
import { describeDemo, howToSignIn } from './cli/demo/demo-words.js';
import { loadDemo } from './cli/demo/load-demo.js';
import type { Session } from './cli/session.js';
import { createLog } from './common/log.js';
import { readSettings } from './config/settings.js';
import { connectDatabase } from './database/connection.js';
import { listenForHealth } from './health-port.js';
import { prepareDatabase } from './prepare-database.js';
import { stopOnSignal } from './stop.js';

async function start(): Promise<void> {
  const settings = readSettings();
  const log = createLog(settings.LOG_LEVEL);
  const database = await connectDatabase(settings, (message, detail) => log.info({ ...detail }, message));
  try {
    const migrations = await prepareDatabase(database);
    if (migrations.length > 0) log.info({ migrations }, 'database brought up to date');
    const app = await createApp(settings, database.appUrl, log);
    const stopping = await stopOnSignal(app, database, log);
    // What fails because everything is being stopped is no failure: the setup link's query, the demo half-way.
    await serve({ settings, database, app }, stopping, log).catch((error: unknown) => {
      if (!stopping.aborted) throw error;
    });
  } catch (error) {
    await database.release();
    throw error;
  }
}

async function serve(
  { settings, database, app }: Session & { app: NestFastifyApplication },
  stopping: AbortSignal,
  log: Logger,
): Promise<void> {
  if (process.argv.includes('--demo')) await offerDemo({ settings, database, app }, stopping, log);
  if (stopping.aborted) return;
  if (settings.HEALTH_PORT !== undefined) {
    const { origin } = await listenForHealth(app, settings.HEALTH_PORT, settings.HOST);
    log.info({ url: origin }, 'answering health checks');
  }
  if (settings.ROLE === 'worker') {
    log.info({ role: settings.ROLE }, 'working');
    return;
  }
  await app.listen(settings.PORT, settings.HOST);
  const url = settings.PUBLIC_URL ?? (await app.getUrl());
  log.info({ url, role: settings.ROLE }, 'ready');
  await offerSetup(app, url, log);
}

/** `npm run demo`: the demo is there before anybody can ask for it. Told to stop, it leaves the rest for next time. */
async function offerDemo(session: Session, stopping: AbortSignal, log: Logger): Promise<void> {
  log.info('checking for the demo; loading it the first time takes about a minute');
  const demo = await loadDemo(session, { signal: stopping });
  log.info(describeDemo(demo));
  process.stderr.write(howToSignIn(demo));
}

async function offerSetup(app: NestFastifyApplication, url: string, log: Logger): Promise<void> {
  const secret = await app.get(SetupService).offer();
  if (!secret) return;
  const link = `${url}/setup/${secret}`;
  log.info('nobody can sign in yet: use the setup link');
  process.stderr.write(`\n  Set up Rollcall with this link. It works once, for 24 hours:\n  ${link}\n\n`);
}

function tell(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`\nRollcall cannot start.\n${message}\n`);
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
  if (cause) process.stderr.write(`Because: ${cause}\n`);
  if (process.env['LOG_LEVEL'] === 'debug' && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
}

start().catch((error: unknown) => {
  tell(error);
  process.exit(1);
});
