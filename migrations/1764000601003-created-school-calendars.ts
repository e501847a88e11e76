import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When there is school: first and last day of a school year, holidays and breaks. */
export class CreatedSchoolCalendars1764000601003 implements MigrationInterface {
  name = 'CreatedSchoolCalendars1764000601003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE school_calendars (
        district_id uuid NOT NULL,
        school_year smallint NOT NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        closures jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_id, school_year),
        CONSTRAINT school_calendars_days_ordered CHECK (starts_on <= ends_on),
        CONSTRAINT school_calendars_in_year CHECK
          (starts_on >= make_date(school_year, 7, 1) AND ends_on <= make_date(school_year + 1, 6, 30)),
        CONSTRAINT school_calendars_district FOREIGN KEY (district_id) REFERENCES districts (id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE school_calendars`);
  }
}
