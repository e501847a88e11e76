import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A claim may have the district's own number, such as that of a ticket. */
export class NamedClaims1764000800831 implements MigrationInterface {
  name = 'NamedClaims1764000800831';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE claims
        ADD COLUMN district_reference text,
        ADD CONSTRAINT claims_district_reference_filled CHECK (btrim(district_reference) <> '')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE claims DROP COLUMN district_reference`);
  }
}
