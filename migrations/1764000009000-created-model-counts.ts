import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The second cube: by model and funding source, without site, by month. And the ledger by day, with all that growth
 * asks of a movement, so that it is read out of the index alone.
 */
export class CreatedModelCounts1764000009000 implements MigrationInterface {
  name = 'CreatedModelCounts1764000009000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE count_model_sums (
        district_id uuid NOT NULL,
        month_on date NOT NULL,
        model_id uuid NOT NULL,
        funding_source_id uuid NOT NULL,
        status text NOT NULL,
        kind text NOT NULL,
        delta bigint NOT NULL,
        PRIMARY KEY (district_id, month_on, model_id, funding_source_id, status) INCLUDE (kind, delta)
      )`);
    await db.query(`
      INSERT INTO count_model_sums (district_id, month_on, model_id, funding_source_id, status, kind, delta)
      SELECT district_id, date_trunc('month', effective_on)::date, model_id,
             coalesce(funding_source_id, '00000000-0000-0000-0000-000000000000'), status, kind, sum(delta)
        FROM count_movements GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(delta) <> 0`);
    await db.query(`CREATE INDEX count_movements_by_day ON count_movements (district_id, effective_on)
      INCLUDE (site_id, kind, status, model_id, funding_source_id, cause, delta, known_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX count_movements_by_day`);
    await db.query(`DROP TABLE count_model_sums`);
  }
}
