import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Phones ask for the devices with recent events; the age of a change set does not tell them. */
export class IndexedTimesOfEvents1764000106001 implements MigrationInterface {
  name = 'IndexedTimesOfEvents1764000106001';

  async up(db: QueryRunner): Promise<void> {
    // Events are only added, so each block holds events of about the same time. A BRIN index costs writers nothing.
    await db.query(`
      CREATE INDEX device_events_by_time ON device_events USING brin (recorded_at)
        WITH (pages_per_range = 32, autosummarize = on)`);
    await db.query(`DROP INDEX change_sets_by_time`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX change_sets_by_time ON change_sets (district_id, recorded_at)`);
    await db.query(`DROP INDEX device_events_by_time`);
  }
}
