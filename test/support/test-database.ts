import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { asApplication } from '../../src/database/connection.js';

/** The migrated database that others are cloned from. */
export const TEMPLATE = 'rollcall_template';

/** A database of a test's own. */
export interface TestDatabase {
  name: string;
  appUrl: string;
  ownerUrl: string;
  /** As the application works where `DATABASE_URL` is all that is set: the owner, stepped down. */
  oneUserUrl: string;
  drop(): Promise<void>;
}

/** Clones the migrated template; takes a tenth of a second. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${process.env['JEST_WORKER_ID'] ?? 0}_${randomBytes(4).toString('hex')}`;
  await asAdmin(async (admin) => {
    // Two clones at once would each find the template in use by the other.
    await admin.query(`SELECT pg_advisory_lock(4711)`);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER rollcall_owner`);
    await admin.query(`GRANT CONNECT ON DATABASE ${name} TO rollcall_app`);
  });
  const ownerUrl = urlOf('TEST_OWNER_URL', name);
  const oneUserUrl = asApplication(ownerUrl);
  return {
    name,
    appUrl: process.env['ROLLCALL_TEST_USERS'] === 'one' ? oneUserUrl : urlOf('TEST_APP_URL', name),
    ownerUrl,
    oneUserUrl,
    drop: () =>
      asAdmin(async (admin) => void (await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

/** Does something as the server's superuser. */
export async function asAdmin(work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: process.env['TEST_ADMIN_URL'] });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(variable: string, database: string): string {
  const url = new URL(process.env[variable] ?? '');
  url.pathname = `/${database}`;
  return url.toString();
}
