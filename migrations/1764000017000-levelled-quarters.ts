import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whole counts are kept of every quarter's start; those of fiscal years are let go, and the next fold writes anew. */
export class LevelledQuarters1764000017000 implements MigrationInterface {
  name = 'LevelledQuarters1764000017000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE count_levels RENAME COLUMN year_on TO quarter_on`);
    await this.begin(db, `date_trunc('quarter', min(s.period_on))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE count_levels RENAME COLUMN quarter_on TO year_on`);
    const shift = `make_interval(months => d.fiscal_year_starts - 1)`;
    await this.begin(db, `date_trunc('year', min(s.period_on) - ${shift}) + ${shift}`);
  }

  /** Levels begin before the first sum; until the fold has written them, months are read. */
  private async begin(db: QueryRunner, first: string): Promise<void> {
    await db.query(`TRUNCATE count_levels`);
    await db.query(`
      UPDATE count_folds f SET levels_through = (
        SELECT (${first})::date FROM count_sums s JOIN districts d ON d.id = s.district_id
         WHERE s.district_id = f.district_id AND s.grain = 'month' GROUP BY d.fiscal_year_starts)`);
  }
}
