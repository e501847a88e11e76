import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A model can have a weight, and what is waste is found by the site where it stands. */
export class WeighedModels1764000902301 implements MigrationInterface {
  name = 'WeighedModels1764000902301';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE device_models ADD COLUMN weight_grams integer, ADD COLUMN weight_source text,
        ADD CONSTRAINT device_models_weight_sourced
          CHECK (weight_grams > 0 AND (weight_grams IS NULL) = (coalesce(btrim(weight_source), '') = ''))`);
    await db.query(`
      CREATE INDEX lots_of_waste_at_site ON lots (district_id, site_id)
       WHERE waste_since IS NOT NULL AND state IN ('open', 'frozen', 'approved')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX lots_of_waste_at_site`);
    await db.query(`ALTER TABLE device_models DROP COLUMN weight_source, DROP COLUMN weight_grams`);
  }
}
