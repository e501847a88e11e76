import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who saw which device when, and how it was: what a physical inventory is made of. */
export class CreatedSightings1764000011000 implements MigrationInterface {
  name = 'CreatedSightings1764000011000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE device_sightings (
        district_id uuid NOT NULL,
        device_id uuid NOT NULL,
        id uuid NOT NULL,
        seen_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        seen_by uuid,
        site_id uuid NOT NULL,
        condition text,
        in_use boolean,
        PRIMARY KEY (district_id, device_id, id),
        CONSTRAINT device_sightings_condition_known CHECK (condition IN ('good', 'fair', 'poor', 'broken')),
        CONSTRAINT device_sightings_not_ahead CHECK (seen_at <= recorded_at + interval '1 minute'),
        CONSTRAINT device_sightings_device FOREIGN KEY (district_id, device_id)
          REFERENCES devices (district_id, id),
        CONSTRAINT device_sightings_site FOREIGN KEY (district_id, site_id) REFERENCES sites (district_id, id),
        CONSTRAINT device_sightings_account FOREIGN KEY (district_id, seen_by)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE INDEX device_sightings_latest ON device_sightings
      (district_id, device_id, seen_at DESC, id DESC)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE device_sightings`);
  }
}
