import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index that ignores upper and lower case, so that a scanned ID card finds its person. */
export class IndexedNumbersOfPeople1764000700201 implements MigrationInterface {
  name = 'IndexedNumbersOfPeople1764000700201';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX people_by_number ON people (district_id, lower(external_id))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX people_by_number`);
  }
}
