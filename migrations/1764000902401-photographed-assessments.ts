import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos of assessments, and the value above which a board packet shows them. */
export class PhotographedAssessments1764000902401 implements MigrationInterface {
  name = 'PhotographedAssessments1764000902401';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE assessment_photos (
        district_id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        file_id uuid NOT NULL,
        added_by uuid,
        added_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, assessment_id, file_id),
        CONSTRAINT assessment_photos_file_once UNIQUE (district_id, file_id),
        CONSTRAINT assessment_photos_assessment FOREIGN KEY (district_id, assessment_id)
          REFERENCES assessments (district_id, id),
        CONSTRAINT assessment_photos_file FOREIGN KEY (district_id, file_id) REFERENCES files (district_id, id),
        CONSTRAINT assessment_photos_adder FOREIGN KEY (district_id, added_by) REFERENCES accounts (district_id, id)
      )`);
    await db.query(`
      CREATE TABLE salvage_settings (
        district_id uuid PRIMARY KEY,
        photos_above_cents integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT salvage_settings_amount_counted CHECK (photos_above_cents >= 0),
        CONSTRAINT salvage_settings_district FOREIGN KEY (district_id) REFERENCES districts (id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE salvage_settings`);
    await db.query(
      `CREATE TEMPORARY TABLE gone ON COMMIT DROP AS SELECT district_id, file_id FROM assessment_photos`,
    );
    await db.query(`DROP TABLE assessment_photos`);
    await db.query(
      `DELETE FROM file_parts p USING gone g WHERE p.district_id = g.district_id AND p.file_id = g.file_id`,
    );
    await db.query(
      `DELETE FROM files f USING gone g WHERE f.district_id = g.district_id AND f.id = g.file_id`,
    );
  }
}
