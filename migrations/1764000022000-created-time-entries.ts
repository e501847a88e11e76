import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What technicians did where and how long, with every correction. */
export class CreatedTimeEntries1764000022000 implements MigrationInterface {
  name = 'CreatedTimeEntries1764000022000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE work_kinds (
        district_id uuid NOT NULL,
        key text NOT NULL,
        name text NOT NULL,
        is_aside boolean NOT NULL DEFAULT false,
        PRIMARY KEY (district_id, key),
        CONSTRAINT work_kinds_key_form CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        CONSTRAINT work_kinds_name_filled CHECK (btrim(name) <> ''),
        CONSTRAINT work_kinds_district FOREIGN KEY (district_id) REFERENCES districts (id)
      )`);
    await db.query(`
      CREATE TABLE time_entries (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        technician_id uuid NOT NULL,
        site_id uuid,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        work text NOT NULL,
        note text,
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        recorded_by uuid,
        withdrawn_at timestamptz,
        approved_at timestamptz,
        approved_by uuid,
        PRIMARY KEY (district_id, id),
        CONSTRAINT time_entries_ordered CHECK (starts_at < ends_at AND ends_at <= starts_at + interval '24 hours'),
        CONSTRAINT time_entries_approved_by_somebody CHECK ((approved_at IS NULL) = (approved_by IS NULL)),
        CONSTRAINT time_entries_technician FOREIGN KEY (district_id, technician_id)
          REFERENCES technicians (district_id, id),
        CONSTRAINT time_entries_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id),
        CONSTRAINT time_entries_recorder FOREIGN KEY (district_id, recorded_by)
          REFERENCES accounts (district_id, id),
        CONSTRAINT time_entries_approver FOREIGN KEY (district_id, approved_by)
          REFERENCES accounts (district_id, id),
        CONSTRAINT time_entries_one_at_a_time EXCLUDE USING gist
          (district_id WITH =, technician_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
          WHERE (withdrawn_at IS NULL)
      )`);
    await db.query(`CREATE INDEX time_entries_of_technician
      ON time_entries (district_id, technician_id, starts_at DESC, id DESC)`);
    await db.query(`CREATE INDEX time_entries_of_site ON time_entries (district_id, site_id, starts_at)`);
    await db.query(`CREATE INDEX time_entries_latest ON time_entries (district_id, starts_at DESC, id DESC)`);
    await db.query(`
      CREATE TABLE time_entry_revisions (
        district_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        version integer NOT NULL,
        site_id uuid,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        work text NOT NULL,
        note text,
        reason text,
        is_withdrawn boolean NOT NULL DEFAULT false,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        recorded_by uuid,
        PRIMARY KEY (district_id, entry_id, version),
        CONSTRAINT time_entry_revisions_entry FOREIGN KEY (district_id, entry_id)
          REFERENCES time_entries (district_id, id),
        CONSTRAINT time_entry_revisions_recorder FOREIGN KEY (district_id, recorded_by)
          REFERENCES accounts (district_id, id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE time_entry_revisions, time_entries, work_kinds`);
  }
}
