import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are found by their email address in lower case, as accounts are. */
export class LoweredEmailsOfPeople1764000700601 implements MigrationInterface {
  name = 'LoweredEmailsOfPeople1764000700601';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE people SET email = lower(email) WHERE email <> lower(email)`);
    await db.query(`ALTER TABLE people ADD CONSTRAINT people_email_lower CHECK (email = lower(email))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE people DROP CONSTRAINT people_email_lower`);
  }
}
