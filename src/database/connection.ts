import { DEFAULT_DATA_FOLDER, type Settings } from '../config/settings.js';
import { APP_ROLE } from './migrating/application-role.js';
import { secretsKeyIn } from './embedded/embedded-key.js';
import { findDataFolder } from './embedded/embedded-home.js';
import { openEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { SteadyClient } from './steady-client.js';

/** Where the register is, and how to let go of it. URLs hold passwords: never log them. */
export interface DatabaseConnection {
  appUrl: string;
  ownerUrl: string;
  /** For who makes databases of their own on the same server: whoever may do so, as far as we know. */
  adminUrl: string;
  release(): Promise<void>;
}

/** Opens the server that the settings name, or the embedded one where they name none. */
export async function connectDatabase(
  settings: Settings,
  log: (message: string, detail?: object) => void,
): Promise<DatabaseConnection> {
  if (!settings.DATABASE_URL) {
    const dataDir = settings.ROLLCALL_DATA ?? (await findDataFolder(DEFAULT_DATA_FOLDER, tellOnce));
    const database = await openEmbeddedPostgres({ dataDir, log });
    // Every process on this folder must read what another has sealed.
    settings.SECRETS_KEY ??= await secretsKeyIn(dataDir);
    return database;
  }
  return {
    ownerUrl: settings.DATABASE_OWNER_URL ?? settings.DATABASE_URL,
    appUrl: settings.DATABASE_OWNER_URL ? settings.DATABASE_URL : asApplication(settings.DATABASE_URL),
    adminUrl: settings.DATABASE_OWNER_URL ?? settings.DATABASE_URL,
    release: async () => undefined,
  };
}

/** For the person at the keyboard, also of a command that does not show its log. */
function tellOnce(line: string): void {
  process.stderr.write(`\n  ${line}\n\n`);
}

/** The same connection, stepped down to the application's role from its first statement on. */
export function asApplication(url: string): string {
  const stepped = new URL(url);
  const options = stepped.searchParams.get('options');
  stepped.searchParams.set('options', `${options ? `${options} ` : ''}-c role=${APP_ROLE}`);
  return stepped.toString();
}

/**
 * Refuses to serve as a superuser or as a role that could rewrite history.
 * @throws Error that names the role and what to run
 */
export async function assertApplicationRole(appUrl: string): Promise<void> {
  const client = new SteadyClient({ connectionString: appUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; superuser: boolean; rewrites: boolean }>(
      `SELECT current_user AS name, rolsuper AS superuser,
              has_table_privilege('device_events', 'UPDATE') AS rewrites
         FROM pg_roles WHERE rolname = current_user`,
    );
    const role = rows[0];
    if (!role || role.superuser || role.rewrites)
      throw new Error(
        `The application would work as "${role?.name ?? '?'}", which may rewrite history. ` +
          `Give it a role of its own: CREATE ROLE app LOGIN PASSWORD '…' IN ROLE ${APP_ROLE}.`,
      );
  } finally {
    await client.end();
  }
}
