import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every sort that a list offers is read in the order of an index. */
export class IndexedSorts1764000060401 implements MigrationInterface {
  name = 'IndexedSorts1764000060401';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX scans_left_latest ON scans (district_id, received_at, id)
      WHERE from_site_id IS NOT NULL`);
    await db.query(
      `CREATE INDEX device_models_by_maker ON device_models (district_id, manufacturer, name, id)`,
    );
    await db.query(`CREATE INDEX funding_sources_by_name ON funding_sources (district_id, name, id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const index of ['funding_sources_by_name', 'device_models_by_maker', 'scans_left_latest'])
      await db.query(`DROP INDEX ${index}`);
  }
}
