import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sums of the whole district: a series by kind or status need not add up a thousand sites or eighty models. */
export class CreatedTotalCounts1764000013000 implements MigrationInterface {
  name = 'CreatedTotalCounts1764000013000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE count_total_sums (
        district_id uuid NOT NULL,
        grain text NOT NULL,
        period_on date NOT NULL,
        kind text NOT NULL,
        status text NOT NULL,
        delta bigint NOT NULL,
        PRIMARY KEY (district_id, grain, period_on, kind, status) INCLUDE (delta),
        CONSTRAINT count_total_sums_grain_known CHECK (grain IN ('day', 'month'))
      )`);
    await db.query(`
      INSERT INTO count_total_sums (district_id, grain, period_on, kind, status, delta)
      SELECT district_id, grain, period_on, kind, status, sum(delta) FROM count_sums
       GROUP BY 1, 2, 3, 4, 5 HAVING sum(delta) <> 0`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE count_total_sums`);
  }
}
