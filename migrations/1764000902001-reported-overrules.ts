import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Overruled recommendations can be reported by their days. */
export class ReportedOverrules1764000902001 implements MigrationInterface {
  name = 'ReportedOverrules1764000902001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX assessment_overrules_by_time ON assessment_overrules (district_id, decided_at, assessment_id)`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX assessment_overrules_by_time`);
  }
}
