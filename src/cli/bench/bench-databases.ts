import pg from 'pg';
import { readSettings, type Settings } from '../../config/settings.js';
import { ensureExtensions } from '../../database/embedded/embedded-roles.js';
import { prepareDatabase } from '../../prepare-database.js';
import { commandSettings, withDatabase } from '../session.js';

/** Where a database is, as its owner and as the application. */
export interface BenchDatabase {
  ownerUrl: string;
  appUrl: string;
}

const NAMES = {
  /** The district before its devices; the other two begin as copies of it. */
  start: 'rollcall_bench_start',
  register: 'rollcall_bench',
  floor: 'rollcall_bench_floor',
} as const;

type Name = keyof typeof NAMES;

/** The databases of one run. They stand on the server that the settings name, and go when the run ends. */
export class BenchDatabases {
  private constructor(
    private readonly admin: pg.Client,
    private readonly server: BenchDatabase & { adminUrl: string },
  ) {}

  /** @throws Error where another run has them, or the server lets nobody make databases */
  static with<T>(work: (databases: BenchDatabases) => Promise<T>): Promise<T> {
    return withDatabase(commandSettings(), async (server) => {
      const admin = new pg.Client({ connectionString: server.adminUrl });
      await admin.connect();
      const databases = new BenchDatabases(admin, server);
      try {
        await databases.takeTurn();
        await databases.dropAll();
        return await work(databases);
      } finally {
        try {
          await databases.dropAll();
        } finally {
          await admin.end();
        }
      }
    });
  }

  at(name: Name): BenchDatabase {
    return { ownerUrl: named(this.server.ownerUrl, name), appUrl: named(this.server.appUrl, name) };
  }

  /** An empty database with Rollcall's schema. */
  async begin(): Promise<void> {
    await this.admin.query(`CREATE DATABASE ${NAMES.start} OWNER ${this.owner}`);
    await ensureExtensions(named(this.server.adminUrl, 'start'));
    await prepareDatabase(this.at('start'));
  }

  /** Makes `name` a copy of `start`, again where it is there. */
  async copyOfStart(name: Exclude<Name, 'start'>): Promise<void> {
    await this.drop(name);
    await this.admin.query(`CREATE DATABASE ${NAMES[name]} TEMPLATE ${NAMES.start} OWNER ${this.owner}`);
    // What the copy left to be written must not be written while something is timed.
    await this.admin.query('CHECKPOINT').catch(() => undefined);
  }

  drop(name: Name): Promise<unknown> {
    return this.admin.query(`DROP DATABASE IF EXISTS ${NAMES[name]} WITH (FORCE)`);
  }

  /** Settings of a Rollcall process on one of the databases. */
  settings(name: Name): Settings {
    return readSettings(this.environment(name));
  }

  environment(name: Name): Record<string, string> {
    const { ownerUrl, appUrl } = this.at(name);
    return { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, ROLE: 'api', LOG_LEVEL: 'warn' };
  }

  private get owner(): string {
    return pg.escapeIdentifier(decodeURIComponent(new URL(this.server.ownerUrl).username));
  }

  private async takeTurn(): Promise<void> {
    const { rows } = await this.admin.query<{ mine: boolean }>(
      `SELECT pg_try_advisory_lock(hashtext('rollcall bench')) AS mine`,
    );
    if (!rows[0]?.mine)
      throw new Error('Another `rollcall bench` runs on this server; wait until it is done.');
  }

  private async dropAll(): Promise<void> {
    for (const name of Object.keys(NAMES) as Name[]) await this.drop(name);
  }
}

function named(url: string, name: Name): string {
  const changed = new URL(url);
  changed.pathname = `/${NAMES[name]}`;
  return changed.toString();
}
