import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How claims become files for vendors. */
export class CreatedClaimLayouts1764000800601 implements MigrationInterface {
  name = 'CreatedClaimLayouts1764000800601';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE claim_layouts (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        key text NOT NULL,
        name text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        layout_version integer NOT NULL DEFAULT 1,
        archived_at timestamptz,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, id),
        CONSTRAINT claim_layouts_key_unique UNIQUE (district_id, key),
        CONSTRAINT claim_layouts_key_form CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        CONSTRAINT claim_layouts_name_filled CHECK (btrim(name) <> ''),
        CONSTRAINT claim_layouts_version_counted CHECK (version > 0 AND layout_version > 0),
        CONSTRAINT claim_layouts_district FOREIGN KEY (district_id) REFERENCES districts (id)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX claim_layouts_name_unique ON claim_layouts (district_id, lower(name))`,
    );
    await db.query(`
      CREATE TABLE claim_layout_versions (
        district_id uuid NOT NULL,
        layout_id uuid NOT NULL,
        layout_version integer NOT NULL,
        definition jsonb NOT NULL,
        created_by uuid,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, layout_id, layout_version),
        CONSTRAINT claim_layout_versions_counted CHECK (layout_version > 0),
        CONSTRAINT claim_layout_versions_layout FOREIGN KEY (district_id, layout_id)
          REFERENCES claim_layouts (district_id, id),
        CONSTRAINT claim_layout_versions_creator FOREIGN KEY (district_id, created_by)
          REFERENCES accounts (district_id, id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE claim_layout_versions`);
    await db.query(`DROP TABLE claim_layouts`);
  }
}
