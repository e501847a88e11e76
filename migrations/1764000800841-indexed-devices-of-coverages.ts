import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The coverages of a device, withdrawn ones too: claims may still point to them. */
export class IndexedDevicesOfCoverages1764000800841 implements MigrationInterface {
  name = 'IndexedDevicesOfCoverages1764000800841';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX coverages_of_device ON coverages (district_id, device_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX coverages_of_device`);
  }
}
