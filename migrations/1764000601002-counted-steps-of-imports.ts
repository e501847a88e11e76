import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports count their steps. Of the steps before this version, only the state that followed is known. */
export class CountedStepsOfImports1764000601002 implements MigrationInterface {
  name = 'CountedStepsOfImports1764000601002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE imports ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now()`);
    await db.query(`UPDATE imports SET updated_at = coalesce(committed_at, rehearsed_at, created_at)`);
    await db.query(`
      INSERT INTO steps_taken (district_id, subject_kind, subject_id, version, step, to_state, taken_by, taken_at)
      SELECT district_id, 'import', id, 1, 'create', state, created_by, created_at FROM imports`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM steps_taken WHERE subject_kind = 'import'`);
    await db.query(`ALTER TABLE imports DROP COLUMN version, DROP COLUMN updated_at`);
  }
}
