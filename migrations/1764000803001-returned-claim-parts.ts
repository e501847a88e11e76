import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the vendor wants the defective part back, for each part of a claim. */
export class ReturnedClaimParts1764000803001 implements MigrationInterface {
  name = 'ReturnedClaimParts1764000803001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE claim_parts ADD COLUMN must_return boolean NOT NULL DEFAULT true`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE claim_parts DROP COLUMN must_return`);
  }
}
