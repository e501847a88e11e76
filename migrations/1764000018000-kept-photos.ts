import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos of what a code was on that no device has; sightings that were taken back; scans that came too late. */
export class KeptPhotos1764000018000 implements MigrationInterface {
  name = 'KeptPhotos1764000018000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE scan_photos (
        district_id uuid NOT NULL,
        scan_id uuid NOT NULL,
        media_type text NOT NULL,
        bytes bytea NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, scan_id),
        CONSTRAINT scan_photos_media_type CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp')),
        CONSTRAINT scan_photos_size CHECK (octet_length(bytes) BETWEEN 1 AND 2097152),
        CONSTRAINT scan_photos_scan FOREIGN KEY (district_id, scan_id) REFERENCES scans (district_id, id)
      )`);
    // Already compressed: PostgreSQL need not try.
    await db.query(`ALTER TABLE scan_photos ALTER COLUMN bytes SET STORAGE EXTERNAL`);
    await db.query(`
      CREATE TABLE retracted_sightings (
        district_id uuid NOT NULL,
        device_id uuid NOT NULL,
        id uuid NOT NULL,
        retracted_by uuid NOT NULL,
        retracted_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, device_id, id),
        CONSTRAINT retracted_sightings_sighting FOREIGN KEY (district_id, device_id, id)
          REFERENCES device_sightings (district_id, device_id, id),
        CONSTRAINT retracted_sightings_account FOREIGN KEY (district_id, retracted_by)
          REFERENCES accounts (district_id, id)
      )`);
    // With the rights of whoever asks: a view of its owner's would let the application change what is append-only.
    await db.query(`
      CREATE VIEW live_sightings WITH (security_invoker = true) AS
      SELECT * FROM device_sightings l
       WHERE NOT EXISTS (SELECT 1 FROM retracted_sightings r
                          WHERE r.district_id = l.district_id AND r.device_id = l.device_id AND r.id = l.id)`);
    // What came later is what was not counted: an instant cannot tell what was on its way when a sweep was closed.
    await db.query(`ALTER TABLE sweeps ADD COLUMN counted_scans integer`);
    await db.query(`
      UPDATE sweeps w SET counted_scans = (SELECT count(*) FROM scans s
               WHERE s.district_id = w.district_id AND s.sweep_id = w.id AND s.received_at <= w.closed_at)
       WHERE closed_at IS NOT NULL`);
    await db.query(`
      ALTER TABLE sweeps ADD CONSTRAINT sweeps_scans_counted
        CHECK ((closed_at IS NULL) = (counted_scans IS NULL))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE sweeps DROP COLUMN counted_scans`);
    await db.query(`DROP VIEW live_sightings`);
    await db.query(`DROP TABLE retracted_sightings`);
    await db.query(`DROP TABLE scan_photos`);
  }
}
