import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The person who closes a sweep signs it. Its findings say where each device was on record. A sweep may have no name. */
export class SignedSweeps1764000700502 implements MigrationInterface {
  name = 'SignedSweeps1764000700502';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sweep_signatures (
        district_id uuid NOT NULL,
        sweep_id uuid NOT NULL,
        name text NOT NULL,
        image_id uuid,
        signed_by uuid NOT NULL,
        signed_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, sweep_id),
        CONSTRAINT sweep_signatures_name_filled CHECK (btrim(name) <> ''),
        CONSTRAINT sweep_signatures_sweep FOREIGN KEY (district_id, sweep_id) REFERENCES sweeps (district_id, id),
        CONSTRAINT sweep_signatures_image FOREIGN KEY (district_id, image_id) REFERENCES files (district_id, id),
        CONSTRAINT sweep_signatures_signer FOREIGN KEY (district_id, signed_by)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX sweep_signatures_of_image ON sweep_signatures (district_id, image_id)`,
    );
    await db.query(`
      ALTER TABLE sweep_findings
        ADD COLUMN recorded_site_id uuid, ADD COLUMN recorded_room text, ADD COLUMN recorded_cart text,
        ADD CONSTRAINT sweep_findings_recorded_site FOREIGN KEY (district_id, recorded_site_id)
          REFERENCES sites (district_id, id)`);
    await db.query(`ALTER TABLE sweeps ALTER COLUMN name DROP NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE sweeps SET name = 'Sweep' WHERE name IS NULL`);
    await db.query(`ALTER TABLE sweeps ALTER COLUMN name SET NOT NULL`);
    await db.query(`
      ALTER TABLE sweep_findings DROP COLUMN recorded_site_id, DROP COLUMN recorded_room, DROP COLUMN recorded_cart`);
    await db.query(`DROP TABLE sweep_signatures`);
  }
}
