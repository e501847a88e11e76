import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sites, their rooms and carts, the region they belong to by date, and pupils by school year. */
export class CreatedSites1764000002000 implements MigrationInterface {
  name = 'CreatedSites1764000002000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sites (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        type text NOT NULL,
        grade_span text,
        region text,
        street text,
        city text,
        state text,
        postal_code text,
        latitude double precision,
        longitude double precision,
        served boolean NOT NULL DEFAULT true,
        charter boolean NOT NULL DEFAULT false,
        opened_on date,
        closed_on date,
        successor_id uuid,
        set_by_person text[] NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT sites_code_unique UNIQUE (district_id, code),
        CONSTRAINT sites_code_form CHECK (code = upper(btrim(code)) AND code <> ''),
        CONSTRAINT sites_name_filled CHECK (btrim(name) <> ''),
        CONSTRAINT sites_type_known CHECK (type IN
          ('elementary', 'k8', 'middle', 'high', 'span', 'other', 'preschool', 'office', 'warehouse')),
        CONSTRAINT sites_latitude_range CHECK (latitude BETWEEN -90 AND 90),
        CONSTRAINT sites_longitude_range CHECK (longitude BETWEEN -180 AND 180),
        CONSTRAINT sites_dates_ordered CHECK (closed_on >= opened_on),
        CONSTRAINT sites_successor_other CHECK (successor_id <> id),
        CONSTRAINT sites_district FOREIGN KEY (district_id) REFERENCES districts (id),
        CONSTRAINT sites_successor FOREIGN KEY (district_id, successor_id) REFERENCES sites (district_id, id)
      )`);
    await db.query(`CREATE INDEX sites_by_name ON sites (district_id, name, id)`);
    await db.query(`CREATE INDEX sites_by_region ON sites (district_id, region)`);
    await db.query(`CREATE INDEX sites_by_successor ON sites (district_id, successor_id)`);
    await db.query(`
      CREATE TABLE site_regions (
        district_id uuid NOT NULL,
        site_id uuid NOT NULL,
        from_on date NOT NULL,
        region text NOT NULL,
        to_on date,
        PRIMARY KEY (district_id, site_id, from_on),
        CONSTRAINT site_regions_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id),
        CONSTRAINT site_regions_dates_ordered CHECK (to_on > from_on),
        CONSTRAINT site_regions_no_overlap EXCLUDE USING gist
          (district_id WITH =, site_id WITH =, daterange(from_on, to_on) WITH &&)
      )`);
    await db.query(`
      CREATE TABLE site_pupils (
        district_id uuid NOT NULL,
        site_id uuid NOT NULL,
        school_year smallint NOT NULL,
        revision integer NOT NULL,
        pupils integer NOT NULL,
        source text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        recorded_by uuid,
        PRIMARY KEY (district_id, site_id, school_year, revision),
        CONSTRAINT site_pupils_counted CHECK (pupils >= 0),
        CONSTRAINT site_pupils_year CHECK (school_year BETWEEN 1950 AND 2200),
        CONSTRAINT site_pupils_source_known CHECK (source IN ('person', 'import')),
        CONSTRAINT site_pupils_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id),
        CONSTRAINT site_pupils_recorder FOREIGN KEY (district_id, recorded_by)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`
      CREATE TABLE rooms (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        site_id uuid NOT NULL,
        name text NOT NULL,
        closed_on date,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_id, id),
        CONSTRAINT rooms_name_unique UNIQUE (district_id, site_id, name),
        CONSTRAINT rooms_place UNIQUE (district_id, site_id, id),
        CONSTRAINT rooms_name_filled CHECK (btrim(name) <> ''),
        CONSTRAINT rooms_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id)
      )`);
    await db.query(`
      CREATE TABLE carts (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        site_id uuid NOT NULL,
        room_id uuid,
        name text NOT NULL,
        closed_on date,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (district_id, id),
        CONSTRAINT carts_name_unique UNIQUE (district_id, site_id, name),
        CONSTRAINT carts_place UNIQUE (district_id, site_id, id),
        CONSTRAINT carts_name_filled CHECK (btrim(name) <> ''),
        CONSTRAINT carts_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id),
        CONSTRAINT carts_room FOREIGN KEY (district_id, site_id, room_id)
          REFERENCES rooms (district_id, site_id, id)
      )`);
    await db.query(`CREATE INDEX carts_by_room ON carts (district_id, site_id, room_id)`);
    await db.query(`
      CREATE TABLE account_sites (
        district_id uuid NOT NULL,
        account_id uuid NOT NULL,
        site_id uuid NOT NULL,
        PRIMARY KEY (district_id, account_id, site_id),
        CONSTRAINT account_sites_account FOREIGN KEY (district_id, account_id)
          REFERENCES accounts (district_id, id),
        CONSTRAINT account_sites_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id)
      )`);
    await db.query(`CREATE INDEX account_sites_by_site ON account_sites (district_id, site_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE account_sites, carts, rooms, site_pupils, site_regions, sites`);
  }
}
