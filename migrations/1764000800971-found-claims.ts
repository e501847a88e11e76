import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims are found by their number, and by what the vendor calls them. */
export class FoundClaims1764000800971 implements MigrationInterface {
  name = 'FoundClaims1764000800971';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE claims ADD CONSTRAINT claims_number_unique UNIQUE (district_id, number)`);
    await db.query(`
      CREATE INDEX claims_by_reference ON claims (district_id, upper(reference)) WHERE reference IS NOT NULL`);
    await db.query(`CREATE INDEX claims_by_rma ON claims (district_id, upper(rma)) WHERE rma IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX claims_by_rma`);
    await db.query(`DROP INDEX claims_by_reference`);
    await db.query(`ALTER TABLE claims DROP CONSTRAINT claims_number_unique`);
  }
}
