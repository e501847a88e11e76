import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved reports, their outputs as they were made, and the letters that carry them. */
export class CreatedReports1764000012000 implements MigrationInterface {
  name = 'CreatedReports1764000012000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE replacement_settings (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        model_id uuid,
        life_months integer,
        price_cents integer,
        source text NOT NULL,
        as_of date NOT NULL,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT replacement_settings_unique UNIQUE NULLS NOT DISTINCT (district_id, kind, model_id),
        CONSTRAINT replacement_settings_kind_known CHECK
          (kind IN ('desktop', 'laptop', 'ipad', 'chromebook', 'other')),
        CONSTRAINT replacement_settings_says CHECK (life_months IS NOT NULL OR price_cents IS NOT NULL),
        CONSTRAINT replacement_settings_positive CHECK (life_months > 0 AND price_cents >= 0),
        CONSTRAINT replacement_settings_district FOREIGN KEY (district_id) REFERENCES districts (id),
        CONSTRAINT replacement_settings_model FOREIGN KEY (district_id, model_id, kind)
          REFERENCES device_models (district_id, id, kind)
      )`);
    await db.query(`
      CREATE TABLE saved_reports (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        kind text NOT NULL,
        parameters jsonb NOT NULL,
        schedule jsonb,
        next_run_at timestamptz,
        recipients text[] NOT NULL,
        formats text[] NOT NULL,
        owner_id uuid NOT NULL,
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT saved_reports_scheduled CHECK ((schedule IS NULL) = (next_run_at IS NULL) OR archived_at IS NOT NULL),
        CONSTRAINT saved_reports_formats_known CHECK (formats <@ ARRAY['csv', 'xlsx', 'pdf']),
        CONSTRAINT saved_reports_owner FOREIGN KEY (district_id, owner_id) REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX saved_reports_name_unique ON saved_reports (district_id, lower(name))
      WHERE archived_at IS NULL`);
    await db.query(`CREATE INDEX saved_reports_due ON saved_reports (next_run_at)
      WHERE next_run_at IS NOT NULL AND archived_at IS NULL`);
    await db.query(`
      CREATE TABLE report_outputs (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        report_id uuid NOT NULL,
        due_at timestamptz,
        state text NOT NULL DEFAULT 'making',
        job_id uuid,
        head jsonb,
        rows integer,
        known_at timestamptz,
        problem text,
        created_at timestamptz NOT NULL DEFAULT now(),
        made_at timestamptz,
        PRIMARY KEY (district_id, id),
        CONSTRAINT report_outputs_once UNIQUE (district_id, report_id, due_at),
        CONSTRAINT report_outputs_state_known CHECK (state IN ('making', 'made', 'failed', 'cancelled')),
        CONSTRAINT report_outputs_made CHECK
          ((state = 'made') = (head IS NOT NULL AND rows IS NOT NULL AND known_at IS NOT NULL AND made_at IS NOT NULL)),
        CONSTRAINT report_outputs_report FOREIGN KEY (district_id, report_id)
          REFERENCES saved_reports (district_id, id)
      )`);
    await db.query(
      `CREATE INDEX report_outputs_by_report ON report_outputs (district_id, report_id, created_at, id)`,
    );
    await db.query(`
      CREATE TABLE report_output_parts (
        district_id uuid NOT NULL,
        output_id uuid NOT NULL,
        part integer NOT NULL,
        rows jsonb NOT NULL,
        PRIMARY KEY (district_id, output_id, part),
        CONSTRAINT report_output_parts_output FOREIGN KEY (district_id, output_id)
          REFERENCES report_outputs (district_id, id)
      )`);
    await db.query(`
      CREATE TABLE report_deliveries (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        output_id uuid NOT NULL,
        address text NOT NULL,
        round integer NOT NULL DEFAULT 1,
        state text NOT NULL DEFAULT 'waiting',
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        lease_until timestamptz,
        sent_at timestamptz,
        answer text,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT report_deliveries_once UNIQUE (district_id, output_id, address, round),
        CONSTRAINT report_deliveries_state_known CHECK
          (state IN ('waiting', 'taken', 'sending', 'sent', 'unsure', 'failed', 'kept')),
        CONSTRAINT report_deliveries_leased CHECK ((state IN ('taken', 'sending')) = (lease_until IS NOT NULL)),
        CONSTRAINT report_deliveries_output FOREIGN KEY (district_id, output_id)
          REFERENCES report_outputs (district_id, id)
      )`);
    await db.query(`CREATE INDEX report_deliveries_due ON report_deliveries (next_attempt_at)
      WHERE state = 'waiting'`);
    await db.query(`CREATE INDEX report_deliveries_leased_until ON report_deliveries (lease_until)
      WHERE lease_until IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE report_deliveries, report_output_parts, report_outputs, saved_reports,
      replacement_settings`);
  }
}
