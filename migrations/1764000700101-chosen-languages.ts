import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts choose the language of the pages. */
export class ChosenLanguages1764000700101 implements MigrationInterface {
  name = 'ChosenLanguages1764000700101';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE accounts ADD COLUMN language text`);
    await db.query(
      `ALTER TABLE accounts ADD CONSTRAINT accounts_language_known CHECK (language IN ('en', 'es'))`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE accounts DROP COLUMN language`);
  }
}
