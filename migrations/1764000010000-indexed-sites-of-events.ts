import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which devices a site ever had: what a number of the past is made of is found by it. */
export class IndexedSitesOfEvents1764000010000 implements MigrationInterface {
  name = 'IndexedSitesOfEvents1764000010000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX device_events_by_site ON device_events
      (district_id, ((changes #>> '{siteId,1}')::uuid), device_id) WHERE changes ? 'siteId'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX device_events_by_site`);
  }
}
