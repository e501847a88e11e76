import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organizations that a district deals with: makers, resellers, insurers, depots, recyclers, lessors. */
export class CreatedVendors1764000800101 implements MigrationInterface {
  name = 'CreatedVendors1764000800101';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE vendors (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        key text NOT NULL,
        name text NOT NULL,
        roles text[] NOT NULL,
        time_zone text NOT NULL,
        hours jsonb NOT NULL,
        closed_on date[] NOT NULL DEFAULT '{}',
        acknowledge_within_hours double precision,
        resolve_within_hours double precision,
        contacts jsonb NOT NULL DEFAULT '[]',
        notes text,
        is_active boolean NOT NULL DEFAULT true,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT vendors_key_unique UNIQUE (district_id, key),
        CONSTRAINT vendors_key_form CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        CONSTRAINT vendors_name_filled CHECK (btrim(name) <> ''),
        CONSTRAINT vendors_roles_known CHECK (
          cardinality(roles) > 0
          AND roles <@ ARRAY['manufacturer', 'reseller', 'insurer', 'depot', 'recycler', 'lessor']),
        CONSTRAINT vendors_clocks_positive CHECK (acknowledge_within_hours > 0 AND resolve_within_hours > 0),
        CONSTRAINT vendors_district FOREIGN KEY (district_id) REFERENCES districts (id)
      )`);
    await db.query(`CREATE UNIQUE INDEX vendors_name_unique ON vendors (district_id, lower(name))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE vendors`);
  }
}
