import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts read their numbers out of the index alone; a level or a sum is hardly ever changed once its day is past. */
export class CoveredCounts1764000008000 implements MigrationInterface {
  name = 'CoveredCounts1764000008000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE count_levels DROP CONSTRAINT count_levels_pkey,
      ADD PRIMARY KEY (district_id, year_on, site_id, kind, status) INCLUDE (count)`);
    await db.query(`ALTER TABLE count_sums DROP CONSTRAINT count_sums_pkey,
      ADD PRIMARY KEY (district_id, grain, period_on, site_id, kind, status) INCLUDE (delta)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE count_levels DROP CONSTRAINT count_levels_pkey,
      ADD PRIMARY KEY (district_id, year_on, site_id, kind, status)`);
    await db.query(`ALTER TABLE count_sums DROP CONSTRAINT count_sums_pkey,
      ADD PRIMARY KEY (district_id, grain, period_on, site_id, kind, status)`);
  }
}
