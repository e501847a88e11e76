import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everybody has a list of the jobs that they started. */
export class ListedJobs1764000700102 implements MigrationInterface {
  name = 'ListedJobs1764000700102';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX jobs_by_creator ON jobs (district_id, created_by, id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX jobs_by_creator`);
  }
}
