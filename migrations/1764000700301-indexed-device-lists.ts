import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes of devices by the date of their status and by their funding source. */
export class IndexedDeviceLists1764000700301 implements MigrationInterface {
  name = 'IndexedDeviceLists1764000700301';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX devices_by_status_since ON devices (district_id, status_since, id)`);
    await db.query(`CREATE INDEX devices_by_funding ON devices (district_id, funding_source_id, id)
      WHERE funding_source_id IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const index of ['devices_by_funding', 'devices_by_status_since'])
      await db.query(`DROP INDEX ${index}`);
  }
}
