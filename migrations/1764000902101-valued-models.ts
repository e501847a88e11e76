import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A model can have a value of its own, which overrides the curve by kind and age. */
export class ValuedModels1764000902101 implements MigrationInterface {
  name = 'ValuedModels1764000902101';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE device_models ADD COLUMN value_cents integer, ADD COLUMN value_source text,
        ADD CONSTRAINT device_models_value_sourced
          CHECK (value_cents >= 0 AND (value_cents IS NULL) = (coalesce(btrim(value_source), '') = ''))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE device_models DROP COLUMN value_source, DROP COLUMN value_cents`);
  }
}
