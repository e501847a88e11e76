import { assertApplicationRole, type DatabaseConnection } from './database/connection.js';
import { migrate } from './database/migrating/migrate.js';
import { loadAutoUpdateEnds } from './catalogue/auto-update-list.js';

/**
 * Makes a database ready for this version: schema, rights, shared lists.
 * @returns names of the migrations that were run
 */
export async function prepareDatabase(
  database: Pick<DatabaseConnection, 'ownerUrl' | 'appUrl'>,
): Promise<string[]> {
  const migrations = await migrate(database.ownerUrl);
  await loadAutoUpdateEnds(database.appUrl);
  await assertApplicationRole(database.appUrl);
  return migrations;
}
