import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One store for uploads and photos. What was stored already stays where it is, under the id of its owner. */
export class CreatedFiles1764000600201 implements MigrationInterface {
  name = 'CreatedFiles1764000600201';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE files (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        media_type text NOT NULL,
        name text NOT NULL,
        size_bytes bigint NOT NULL,
        sha256 bytea NOT NULL,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT files_sha256_length CHECK (octet_length(sha256) = 32),
        CONSTRAINT files_size_counted CHECK (size_bytes >= 0),
        CONSTRAINT files_creator FOREIGN KEY (district_id, created_by) REFERENCES accounts (district_id, id)
      )`);
    await this.takeUploads(db);
    await this.takePhotos(db);
  }

  /** Their parts are not copied: a server may hold many gigabytes of them. */
  private async takeUploads(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE import_file_parts RENAME TO file_parts`);
    await db.query(`ALTER TABLE file_parts RENAME COLUMN import_id TO file_id`);
    await db.query(`ALTER TABLE file_parts RENAME CONSTRAINT import_file_parts_pkey TO file_parts_pkey`);
    await db.query(`
      INSERT INTO files (district_id, id, media_type, name, size_bytes, sha256, created_by, created_at)
      SELECT district_id, id,
             CASE WHEN reading->>'format' = 'xlsx'
                  THEN 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
                  WHEN reading->>'format' = 'tsv' THEN 'text/tab-separated-values' ELSE 'text/csv' END,
             file_name, size_bytes, sha256, created_by, created_at
        FROM imports i
       WHERE EXISTS (SELECT 1 FROM file_parts p WHERE p.district_id = i.district_id AND p.file_id = i.id)`);
    await db.query(`ALTER TABLE imports ADD COLUMN file_id uuid`);
    await db.query(`
      UPDATE imports i SET file_id = i.id FROM files f WHERE f.district_id = i.district_id AND f.id = i.id`);
    await db.query(`ALTER TABLE imports ADD CONSTRAINT imports_file_once UNIQUE (district_id, file_id)`);
    await db.query(`
      ALTER TABLE imports ADD CONSTRAINT imports_file FOREIGN KEY (district_id, file_id)
        REFERENCES files (district_id, id)`);
    await db.query(`
      ALTER TABLE file_parts ADD CONSTRAINT file_parts_file FOREIGN KEY (district_id, file_id)
        REFERENCES files (district_id, id)`);
    await db.query(`
      ALTER TABLE file_parts ADD CONSTRAINT file_parts_length
        CHECK (octet_length(bytes) BETWEEN 1 AND 1048576)`);
  }

  private async takePhotos(db: QueryRunner): Promise<void> {
    await db.query(`
      INSERT INTO files (district_id, id, media_type, name, size_bytes, sha256, created_by, created_at)
      SELECT p.district_id, p.scan_id, p.media_type, 'photo', octet_length(p.bytes), sha256(p.bytes), s.account_id,
             p.received_at
        FROM scan_photos p JOIN scans s ON s.district_id = p.district_id AND s.id = p.scan_id`);
    await db.query(`
      INSERT INTO file_parts (district_id, file_id, part, bytes)
      SELECT p.district_id, p.scan_id, part, substr(p.bytes, part * 1048576 + 1, 1048576)
        FROM scan_photos p, generate_series(0, (octet_length(p.bytes) - 1) / 1048576) AS part`);
    await db.query(`ALTER TABLE scans ADD COLUMN photo_id uuid`);
    await db.query(`
      UPDATE scans s SET photo_id = s.id FROM scan_photos p
       WHERE p.district_id = s.district_id AND p.scan_id = s.id`);
    await db.query(`DROP TABLE scan_photos`);
    await db.query(`
      CREATE UNIQUE INDEX scans_photo_once ON scans (district_id, photo_id) WHERE photo_id IS NOT NULL`);
    await db.query(`
      ALTER TABLE scans ADD CONSTRAINT scans_photo FOREIGN KEY (district_id, photo_id)
        REFERENCES files (district_id, id)`);
  }

  async down(db: QueryRunner): Promise<void> {
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
    await db.query(`ALTER TABLE scan_photos ALTER COLUMN bytes SET STORAGE EXTERNAL`);
    await db.query(`
      INSERT INTO scan_photos (district_id, scan_id, media_type, bytes, received_at)
      SELECT s.district_id, s.id, f.media_type, p.bytes, f.created_at
        FROM scans s
        JOIN files f ON f.district_id = s.district_id AND f.id = s.photo_id
        JOIN LATERAL (SELECT string_agg(bytes, ''::bytea ORDER BY part) AS bytes
                        FROM file_parts WHERE district_id = s.district_id AND file_id = s.photo_id) p ON true`);
    await db.query(`ALTER TABLE scans DROP COLUMN photo_id`);
    await db.query(
      `ALTER TABLE file_parts DROP CONSTRAINT file_parts_file, DROP CONSTRAINT file_parts_length`,
    );
    await db.query(`
      DELETE FROM file_parts p WHERE NOT EXISTS
        (SELECT 1 FROM imports i WHERE i.district_id = p.district_id AND i.file_id = p.file_id)`);
    // An import and its file may have different ids by now; the parts go by the import's again.
    await db.query(`
      UPDATE file_parts p SET file_id = i.id FROM imports i
       WHERE i.district_id = p.district_id AND i.file_id = p.file_id AND i.id <> i.file_id`);
    await db.query(`ALTER TABLE imports DROP COLUMN file_id`);
    await db.query(`ALTER TABLE file_parts RENAME CONSTRAINT file_parts_pkey TO import_file_parts_pkey`);
    await db.query(`ALTER TABLE file_parts RENAME COLUMN file_id TO import_id`);
    await db.query(`ALTER TABLE file_parts RENAME TO import_file_parts`);
    await db.query(`DROP TABLE files`);
  }
}
