import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What devices ask for in support, the model in force, and the time that technicians set aside. */
export class CreatedSupportLoad1764000023000 implements MigrationInterface {
  name = 'CreatedSupportLoad1764000023000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE allocation_settings
        ADD COLUMN model_key text,
        ADD COLUMN set_aside jsonb NOT NULL DEFAULT '[]',
        ADD CONSTRAINT allocation_settings_set_aside_list CHECK (jsonb_typeof(set_aside) = 'array')`);
    await db.query(`
      CREATE TABLE support_load_weights (
        district_id uuid NOT NULL,
        version integer NOT NULL,
        place integer NOT NULL,
        kind text NOT NULL,
        work text,
        per text NOT NULL,
        minutes double precision NOT NULL,
        source text NOT NULL,
        source_date date NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        recorded_by uuid,
        PRIMARY KEY (district_id, version, place),
        CONSTRAINT support_load_weights_once UNIQUE NULLS NOT DISTINCT (district_id, version, kind, per, work),
        CONSTRAINT support_load_weights_kind_known CHECK
          (kind IN ('desktop', 'laptop', 'ipad', 'chromebook', 'other')),
        CONSTRAINT support_load_weights_per_known CHECK (per IN ('device', 'open_repair')),
        CONSTRAINT support_load_weights_minutes CHECK (minutes >= 0 AND minutes <= 100000),
        CONSTRAINT support_load_weights_source_filled CHECK (btrim(source) <> ''),
        CONSTRAINT support_load_weights_district FOREIGN KEY (district_id) REFERENCES districts (id),
        CONSTRAINT support_load_weights_recorder FOREIGN KEY (district_id, recorded_by)
          REFERENCES accounts (district_id, id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE support_load_weights`);
    await db.query(`ALTER TABLE allocation_settings DROP COLUMN model_key, DROP COLUMN set_aside`);
  }
}
