import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rekeyCatalog } from '../src/catalogue/catalogue-keys.js';

/**
 * Models are matched by keys that tell `Pro 7+` from `Pro 7`, and their makers by one name. What a file made
 * remembers which one it was.
 */
export class KeyedMakersAndModels1764000104002 implements MigrationInterface {
  name = 'KeyedMakersAndModels1764000104002';

  async up(db: QueryRunner): Promise<void> {
    for (const table of ['device_models', 'funding_sources', 'rooms', 'carts'])
      await db.query(`ALTER TABLE ${table} ADD COLUMN change_set_id uuid`);
    await db.query(`ALTER TABLE device_models ADD COLUMN name_key text`);
    await rekeyCatalog(db);
    await db.query(`CREATE INDEX device_models_by_bare_name ON device_models (district_id, name_key)`);
  }

  // The version before makes its own keys of what it adds, and reads these as they are.
  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX device_models_by_bare_name`);
    await db.query(`ALTER TABLE device_models DROP COLUMN name_key`);
    for (const table of ['device_models', 'funding_sources', 'rooms', 'carts'])
      await db.query(`ALTER TABLE ${table} DROP COLUMN change_set_id`);
  }
}
