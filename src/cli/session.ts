import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { createLog, NestLog } from '../common/log.js';
import { readSettings, type Settings } from '../config/settings.js';
import { connectDatabase, type DatabaseConnection } from '../database/connection.js';
import { prepareDatabase } from '../prepare-database.js';

/** A command's hold on the register: beside a running server or without one. */
export interface Session {
  settings: Settings;
  database: DatabaseConnection;
  app: INestApplicationContext;
}

/** What a person at a terminal wants to read; everything else goes to the log, on stderr. */
const QUIET = 'warn';

/** Opens the register for one command, brings its schema up to date, and lets go of it however the command ends. */
export async function withSession<T>(
  work: (session: Session) => Promise<T>,
  settings: Settings = commandSettings(),
): Promise<T> {
  return withDatabase(settings, async (database) => {
    await prepareDatabase(database);
    const log = createLog(process.env['LOG_LEVEL'] ? settings.LOG_LEVEL : QUIET, 'stderr');
    const app = await NestFactory.createApplicationContext(AppModule.with(settings, database.appUrl), {
      logger: new NestLog(log),
      abortOnError: false,
    });
    try {
      await app.init();
      return await work({ settings, database, app });
    } finally {
      await app.close();
    }
  });
}

/** Opens the database alone. */
export async function withDatabase<T>(
  settings: Settings,
  work: (database: DatabaseConnection) => Promise<T>,
): Promise<T> {
  const log = createLog(QUIET, 'stderr');
  const database = await connectDatabase(settings, (message, detail) => log.info({ ...detail }, message));
  try {
    return await work(database);
  } finally {
    await database.release();
  }
}

/** A command takes no work from the queue but its own: that is the server's. */
export function commandSettings(): Settings {
  return readSettings({ ...process.env, ROLE: 'api' });
}
