import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Problems that people at sites report. */
export class CreatedProblemReports1764000700501 implements MigrationInterface {
  name = 'CreatedProblemReports1764000700501';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE problem_reports (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        site_id uuid NOT NULL,
        device_id uuid,
        room text,
        description text NOT NULL,
        state text NOT NULL DEFAULT 'open',
        version integer NOT NULL DEFAULT 1,
        reported_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT problem_reports_state_known CHECK (state IN ('open', 'closed')),
        CONSTRAINT problem_reports_description_filled CHECK (btrim(description) <> ''),
        CONSTRAINT problem_reports_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id),
        CONSTRAINT problem_reports_device FOREIGN KEY (district_id, device_id)
          REFERENCES devices (district_id, id),
        CONSTRAINT problem_reports_reporter FOREIGN KEY (district_id, reported_by)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE INDEX problem_reports_of_site ON problem_reports (district_id, site_id, id)`);
    await db.query(`CREATE INDEX problem_reports_by_state ON problem_reports (district_id, state, id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM steps_taken WHERE subject_kind = 'problem_report'`);
    await db.query(`DROP TABLE problem_reports`);
  }
}
