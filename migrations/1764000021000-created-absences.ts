import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days on which technicians are away, and who goes where instead. */
export class CreatedAbsences1764000021000 implements MigrationInterface {
  name = 'CreatedAbsences1764000021000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE technician_absences (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        technician_id uuid NOT NULL,
        from_on date NOT NULL,
        to_on date NOT NULL,
        reason text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid,
        cancelled_at timestamptz,
        PRIMARY KEY (district_id, id),
        CONSTRAINT technician_absences_days_ordered CHECK (from_on <= to_on),
        CONSTRAINT technician_absences_reason_known CHECK (reason IN ('sick', 'leave', 'learning', 'other')),
        CONSTRAINT technician_absences_technician FOREIGN KEY (district_id, technician_id)
          REFERENCES technicians (district_id, id),
        CONSTRAINT technician_absences_maker FOREIGN KEY (district_id, created_by)
          REFERENCES accounts (district_id, id),
        CONSTRAINT technician_absences_once EXCLUDE USING gist
          (district_id WITH =, technician_id WITH =, daterange(from_on, to_on, '[]') WITH &&)
          WHERE (cancelled_at IS NULL)
      )`);
    await db.query(`CREATE INDEX technician_absences_of_technician
      ON technician_absences (district_id, technician_id, id)`);
    await db.query(`
      CREATE TABLE support_covers (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        on_date date NOT NULL,
        technician_id uuid NOT NULL,
        site_id uuid NOT NULL,
        kind text NOT NULL,
        assignment_id uuid,
        note text,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid,
        cancelled_at timestamptz,
        PRIMARY KEY (district_id, id),
        CONSTRAINT support_covers_kind_known CHECK (kind IN ('absence', 'urgent', 'project')),
        CONSTRAINT support_covers_whose CHECK ((kind = 'absence') = (assignment_id IS NOT NULL)),
        CONSTRAINT support_covers_technician FOREIGN KEY (district_id, technician_id)
          REFERENCES technicians (district_id, id),
        CONSTRAINT support_covers_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id),
        CONSTRAINT support_covers_assignment FOREIGN KEY (district_id, assignment_id)
          REFERENCES support_assignments (district_id, id),
        CONSTRAINT support_covers_maker FOREIGN KEY (district_id, created_by)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX support_covers_one_place ON support_covers (district_id, technician_id, on_date)
      WHERE cancelled_at IS NULL`);
    await db.query(`CREATE UNIQUE INDEX support_covers_once ON support_covers (district_id, assignment_id, on_date)
      WHERE cancelled_at IS NULL AND assignment_id IS NOT NULL`);
    await db.query(`CREATE INDEX support_covers_of_site ON support_covers (district_id, site_id, id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE support_covers, technician_absences`);
  }
}
