import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Movements of units and their sums. Writers insert into `count_tail` and wait for nobody; one fold per
 * district takes rows out of it into `count_movements` (append-only) and adds them to the sums, in one
 * transaction, so that sums plus tail is exact in any snapshot.
 */
export class CreatedCounts1764000003000 implements MigrationInterface {
  name = 'CreatedCounts1764000003000';

  async up(db: QueryRunner): Promise<void> {
    const unit = `
        effective_on date NOT NULL,
        site_id uuid NOT NULL,
        kind text NOT NULL,
        status text NOT NULL,
        model_id uuid NOT NULL,
        funding_source_id uuid,
        cause text NOT NULL,
        delta integer NOT NULL`;
    await db.query(`CREATE SEQUENCE count_movement_seq`);
    await db.query(`
      CREATE TABLE count_tail (
        district_id uuid NOT NULL,
        seq bigint NOT NULL DEFAULT nextval('count_movement_seq'),
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        change_set_id uuid NOT NULL,${unit},
        PRIMARY KEY (district_id, seq)
      )`);
    await db.query(`
      CREATE TABLE count_movements (
        district_id uuid NOT NULL,
        seq bigint NOT NULL,
        known_at timestamptz NOT NULL,
        change_set_id uuid NOT NULL,${unit},
        PRIMARY KEY (district_id, seq),
        CONSTRAINT count_movements_delta_moves CHECK (delta <> 0),
        CONSTRAINT count_movements_cause_known CHECK (cause IN ('opened', 'purchased', 'transferred', 'retired',
          'reused', 'found', 'lost', 'disposed', 'deployed', 'returned', 'repair', 'corrected'))
      )`);
    await db.query(`CREATE INDEX count_movements_by_known ON count_movements (district_id, known_at)`);
    // Day and month sums say what moved inside a fiscal year; a level is the whole count at a year's start,
    // so that no read ever walks more than twelve months and thirty-one days of changes.
    await db.query(`
      CREATE TABLE count_sums (
        district_id uuid NOT NULL,
        grain text NOT NULL,
        period_on date NOT NULL,
        site_id uuid NOT NULL,
        kind text NOT NULL,
        status text NOT NULL,
        delta bigint NOT NULL,
        PRIMARY KEY (district_id, grain, period_on, site_id, kind, status),
        CONSTRAINT count_sums_grain_known CHECK (grain IN ('day', 'month'))
      )`);
    await db.query(`
      CREATE TABLE count_levels (
        district_id uuid NOT NULL,
        year_on date NOT NULL,
        site_id uuid NOT NULL,
        kind text NOT NULL,
        status text NOT NULL,
        count bigint NOT NULL,
        PRIMARY KEY (district_id, year_on, site_id, kind, status)
      )`);
    await db.query(`
      CREATE TABLE count_folds (
        district_id uuid PRIMARY KEY,
        levels_through date,
        folded_at timestamptz,
        CONSTRAINT count_folds_district FOREIGN KEY (district_id) REFERENCES districts (id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE count_folds, count_levels, count_sums, count_movements, count_tail`);
    await db.query(`DROP SEQUENCE count_movement_seq`);
  }
}
