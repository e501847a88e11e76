import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Technicians, where they are on which weekday, and what is held in reserve. */
export class CreatedTechnicians1764000020000 implements MigrationInterface {
  name = 'CreatedTechnicians1764000020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE technicians (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        account_id uuid,
        home_site_id uuid NOT NULL,
        weekdays smallint[] NOT NULL DEFAULT '{1,2,3,4,5}',
        skills text[] NOT NULL DEFAULT '{}',
        languages text[] NOT NULL DEFAULT '{}',
        starts_on date NOT NULL,
        ends_on date,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_id, id),
        CONSTRAINT technicians_account_once UNIQUE (district_id, account_id),
        CONSTRAINT technicians_name_filled CHECK (btrim(name) <> ''),
        CONSTRAINT technicians_weekdays_known
          CHECK (weekdays <@ '{1,2,3,4,5,6,7}'::smallint[] AND cardinality(weekdays) BETWEEN 1 AND 7),
        CONSTRAINT technicians_dates_ordered CHECK (ends_on >= starts_on),
        CONSTRAINT technicians_home FOREIGN KEY (district_id, home_site_id) REFERENCES sites (district_id, id),
        CONSTRAINT technicians_account FOREIGN KEY (district_id, account_id)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE INDEX technicians_by_home ON technicians (district_id, home_site_id, id)`);
    await db.query(`
      CREATE TABLE support_assignments (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        technician_id uuid NOT NULL,
        site_id uuid NOT NULL,
        purchase_id uuid,
        weekday smallint NOT NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        is_fixed boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid,
        cancelled_at timestamptz,
        PRIMARY KEY (district_id, id),
        CONSTRAINT support_assignments_weekday_known CHECK (weekday BETWEEN 1 AND 7),
        CONSTRAINT support_assignments_dates_ordered CHECK (starts_on <= ends_on),
        CONSTRAINT support_assignments_technician FOREIGN KEY (district_id, technician_id)
          REFERENCES technicians (district_id, id),
        CONSTRAINT support_assignments_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id),
        CONSTRAINT support_assignments_purchase FOREIGN KEY (district_id, purchase_id)
          REFERENCES support_purchases (district_id, id),
        CONSTRAINT support_assignments_maker FOREIGN KEY (district_id, created_by)
          REFERENCES accounts (district_id, id),
        CONSTRAINT support_assignments_one_place EXCLUDE USING gist
          (district_id WITH =, technician_id WITH =, weekday WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
          WHERE (cancelled_at IS NULL)
      )`);
    await db.query(`CREATE INDEX support_assignments_of_technician
      ON support_assignments (district_id, technician_id, id)`);
    await db.query(
      `CREATE INDEX support_assignments_of_site ON support_assignments (district_id, site_id, id)`,
    );
    await db.query(`CREATE INDEX support_assignments_of_purchase ON support_assignments (district_id, purchase_id)
      WHERE purchase_id IS NOT NULL`);
    await db.query(`
      CREATE TABLE allocation_settings (
        district_id uuid NOT NULL,
        reserve_share double precision NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_id),
        CONSTRAINT allocation_settings_reserve CHECK (reserve_share >= 0 AND reserve_share < 1),
        CONSTRAINT allocation_settings_district FOREIGN KEY (district_id) REFERENCES districts (id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE allocation_settings, support_assignments, technicians`);
  }
}
