import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makers that are asked about coverages: what that needs, and what they last said of each device. */
export class AskedMakers1764000801001 implements MigrationInterface {
  name = 'AskedMakers1764000801001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE maker_accounts (
        district_id uuid NOT NULL,
        maker text NOT NULL,
        vendor_id uuid NOT NULL,
        sealed bytea NOT NULL,
        set_at timestamptz NOT NULL,
        set_by uuid,
        ended_at timestamptz,
        problem text,
        PRIMARY KEY (district_id, maker),
        CONSTRAINT maker_accounts_maker_known CHECK (maker IN ('dell', 'lenovo', 'hp', 'apple')),
        CONSTRAINT maker_accounts_vendor FOREIGN KEY (district_id, vendor_id) REFERENCES vendors (district_id, id),
        CONSTRAINT maker_accounts_setter FOREIGN KEY (district_id, set_by) REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE INDEX maker_accounts_of_vendor ON maker_accounts (district_id, vendor_id)`);
    await db.query(`
      CREATE TABLE coverage_answers (
        district_id uuid NOT NULL,
        device_id uuid NOT NULL,
        maker text NOT NULL,
        serial_number text NOT NULL,
        outcome text NOT NULL,
        coverages integer NOT NULL DEFAULT 0,
        detail text,
        asked_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, device_id, maker),
        CONSTRAINT coverage_answers_maker_known CHECK (maker IN ('dell', 'lenovo', 'hp', 'apple')),
        CONSTRAINT coverage_answers_outcome_known CHECK (outcome IN ('found', 'unknown', 'refused', 'failed')),
        CONSTRAINT coverage_answers_device FOREIGN KEY (district_id, device_id) REFERENCES devices (district_id, id)
      )`);
    await db.query(
      `CREATE INDEX coverage_answers_by_time ON coverage_answers (district_id, asked_at, device_id)`,
    );
    await db.query(`
      ALTER TABLE coverages DROP CONSTRAINT coverages_source_named,
        ADD CONSTRAINT coverages_source_named CHECK ((source <> 'person') = (source_id IS NOT NULL))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE coverages DROP CONSTRAINT coverages_source_named,
        ADD CONSTRAINT coverages_source_named CHECK ((source IN ('rule', 'file')) = (source_id IS NOT NULL))`);
    await db.query(`DROP TABLE coverage_answers, maker_accounts`);
  }
}
