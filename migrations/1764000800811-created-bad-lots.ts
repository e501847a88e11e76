import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lots that fail more than chance explains, as work for people while a coverage still pays. */
export class CreatedBadLots1764000800811 implements MigrationInterface {
  name = 'CreatedBadLots1764000800811';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE bad_lots (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        model_id uuid NOT NULL,
        purchase_reference text,
        state text NOT NULL DEFAULT 'open',
        version integer NOT NULL DEFAULT 1,
        devices integer NOT NULL,
        failures integer NOT NULL,
        device_years double precision NOT NULL,
        rate_low double precision NOT NULL,
        rate_high double precision NOT NULL,
        rest_rate double precision NOT NULL,
        corrected_chance double precision NOT NULL,
        covered_devices integer NOT NULL,
        claim_by date NOT NULL,
        last_coverage_on date NOT NULL,
        found_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, id),
        CONSTRAINT bad_lots_once UNIQUE NULLS NOT DISTINCT (district_id, model_id, purchase_reference),
        CONSTRAINT bad_lots_state_known CHECK (state IN ('open', 'handled')),
        CONSTRAINT bad_lots_counts_positive CHECK (
          devices > 0 AND failures > 0 AND device_years > 0 AND covered_devices > 0),
        CONSTRAINT bad_lots_days_ordered CHECK (claim_by <= last_coverage_on),
        CONSTRAINT bad_lots_model FOREIGN KEY (district_id, model_id) REFERENCES device_models (district_id, id)
      )`);
    await db.query(`CREATE INDEX bad_lots_by_claim_by ON bad_lots (district_id, claim_by, id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM steps_taken WHERE subject_kind = 'bad_lot'`);
    await db.query(`DROP TABLE bad_lots`);
  }
}
