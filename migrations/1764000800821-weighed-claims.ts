import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A weight may say how long a warranty claim takes. */
export class WeighedClaims1764000800821 implements MigrationInterface {
  name = 'WeighedClaims1764000800821';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE support_load_weights
        DROP CONSTRAINT support_load_weights_per_known,
        ADD CONSTRAINT support_load_weights_per_known CHECK (per IN ('device', 'open_repair', 'claim'))`);
    // The claims of a site in a year are counted by the site at which they were opened.
    await db.query(`CREATE INDEX claims_by_opening ON claims (district_id, opened_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX claims_by_opening`);
    await db.query(`DELETE FROM support_load_weights WHERE per = 'claim'`);
    await db.query(`
      ALTER TABLE support_load_weights
        DROP CONSTRAINT support_load_weights_per_known,
        ADD CONSTRAINT support_load_weights_per_known CHECK (per IN ('device', 'open_repair'))`);
  }
}
