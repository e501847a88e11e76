import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of imports say what was done with them that the file did not literally ask for. */
export class NotedRows1764000104001 implements MigrationInterface {
  name = 'NotedRows1764000104001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE import_rows ADD COLUMN notes jsonb`);
    await db.query(`ALTER TABLE import_outcomes ADD COLUMN notes jsonb`);
    await db.query(`CREATE INDEX import_outcomes_noted ON import_outcomes (district_id, import_id, row_no)
      WHERE notes IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX import_outcomes_noted`);
    await db.query(`ALTER TABLE import_outcomes DROP COLUMN notes`);
    await db.query(`ALTER TABLE import_rows DROP COLUMN notes`);
  }
}
