import { escapeIdentifier, escapeLiteral, type ClientBase } from 'pg';
import { SteadyClient } from '../steady-client.js';
import { ROLES, type Credentials } from './embedded-cluster.js';

/**
 * Makes what the embedded server lacks of: the two login roles, the database, its extensions. Safe to repeat, so a
 * set-up that was killed half-way is finished by the next start. `admin` is connected to the database `postgres`;
 * `adminUrlOfDatabase` is the same superuser's address of the database to be made.
 */
export async function setUpDatabase(
  admin: ClientBase,
  database: string,
  credentials: Credentials,
  adminUrlOfDatabase: string,
): Promise<void> {
  await ensureRole(admin, ROLES.owner, credentials.owner);
  await ensureRole(admin, ROLES.app, credentials.app);
  await ensureDatabase(admin, database);
  await ensureExtensions(adminUrlOfDatabase);
}

async function ensureRole(admin: ClientBase, role: string, password: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount) return;
  await admin.query(
    `CREATE ROLE ${escapeIdentifier(role)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION
     PASSWORD ${escapeLiteral(password)}`,
  );
}

async function ensureDatabase(admin: ClientBase, database: string): Promise<void> {
  const name = escapeIdentifier(database);
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  if (!rowCount) await admin.query(`CREATE DATABASE ${name} OWNER ${ROLES.owner}`);
  await admin.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await admin.query(`GRANT CONNECT ON DATABASE ${name} TO ${ROLES.app}`);
  await admin.query('REVOKE ALL ON DATABASE postgres FROM PUBLIC');
}

/** By the superuser, so that the owner needs no right to install anything. */
export async function ensureExtensions(adminUrl: string): Promise<void> {
  const client = new SteadyClient({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await client.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
  } finally {
    await client.end();
  }
}
