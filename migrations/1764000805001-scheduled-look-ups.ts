import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When Rollcall asks a maker by itself. */
export class ScheduledLookUps1764000805001 implements MigrationInterface {
  name = 'ScheduledLookUps1764000805001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE maker_accounts
        ADD COLUMN schedule jsonb,
        ADD COLUMN next_run_at timestamptz,
        ADD CONSTRAINT maker_accounts_scheduled CHECK ((schedule IS NULL) = (next_run_at IS NULL))`);
    await db.query(`
      CREATE INDEX maker_accounts_due ON maker_accounts (district_id, next_run_at)
        WHERE next_run_at IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE maker_accounts DROP COLUMN next_run_at, DROP COLUMN schedule`);
  }
}
