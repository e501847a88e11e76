import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the data on devices was removed, and what people decided about it. */
export class RecordedSanitizations1764000900101 implements MigrationInterface {
  name = 'RecordedSanitizations1764000900101';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sanitizations (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        medium text NOT NULL,
        media_source text NOT NULL,
        drive_serial text,
        technique text NOT NULL,
        method text,
        is_uncertain boolean NOT NULL,
        tool text,
        tool_version text,
        particle_mm double precision,
        result text NOT NULL,
        verified_by text,
        verification text,
        place text,
        note text,
        done_at timestamptz NOT NULL,
        done_by uuid,
        scan_id uuid,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, id),
        CONSTRAINT sanitizations_medium_known CHECK (
          medium IN ('none', 'hdd', 'sata_ssd', 'nvme', 'emmc', 'apple', 'unknown')),
        CONSTRAINT sanitizations_technique_known CHECK (
          technique IN ('no_storage', 'delete_or_format', 'overwrite', 'windows_reset', 'ata_secure_erase',
            'ata_sanitize_overwrite', 'ata_sanitize_block_erase', 'cryptographic_erase', 'nvme_sanitize_block_erase',
            'nvme_format_user_data', 'nvme_format_cryptographic', 'emmc_sanitize', 'powerwash_titan_c', 'powerwash_tpm',
            'erase_all_content', 'bitlocker_keys_deleted', 'degauss', 'drill_or_bend', 'shred', 'disintegrate')),
        CONSTRAINT sanitizations_method_known CHECK (method IN ('none', 'clear', 'purge', 'destroy')),
        CONSTRAINT sanitizations_result_known CHECK (result IN ('completed', 'failed')),
        CONSTRAINT sanitizations_source_known CHECK (media_source IN ('installed', 'pulled')),
        CONSTRAINT sanitizations_method_of_success CHECK ((result = 'completed') = (method IS NOT NULL)),
        CONSTRAINT sanitizations_shred_has_size CHECK (technique <> 'shred' OR particle_mm IS NOT NULL),
        CONSTRAINT sanitizations_particle_positive CHECK (particle_mm > 0),
        CONSTRAINT sanitizations_doer FOREIGN KEY (district_id, done_by) REFERENCES accounts (district_id, id)
      );
      CREATE INDEX sanitizations_of_scan ON sanitizations (district_id, scan_id) WHERE scan_id IS NOT NULL;
      CREATE TABLE sanitization_devices (
        district_id uuid NOT NULL,
        sanitization_id uuid NOT NULL,
        device_id uuid NOT NULL,
        done_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        PRIMARY KEY (district_id, sanitization_id, device_id),
        CONSTRAINT sanitization_devices_sanitization FOREIGN KEY (district_id, sanitization_id)
          REFERENCES sanitizations (district_id, id),
        CONSTRAINT sanitization_devices_device FOREIGN KEY (district_id, device_id) REFERENCES devices (district_id, id)
      );
      CREATE INDEX sanitization_devices_by_time ON sanitization_devices (district_id, done_at, sanitization_id, device_id)
        WHERE withdrawn_at IS NULL;
      CREATE INDEX sanitization_devices_of_device ON sanitization_devices (district_id, device_id, sanitization_id);
      CREATE TABLE sanitization_validations (
        district_id uuid NOT NULL,
        sanitization_id uuid NOT NULL,
        round integer NOT NULL,
        decision text NOT NULL,
        note text,
        decided_at timestamptz NOT NULL,
        decided_by uuid,
        PRIMARY KEY (district_id, sanitization_id, round),
        CONSTRAINT sanitization_validations_decision_known CHECK (decision IN ('accept', 'repeat', 'escalate')),
        CONSTRAINT sanitization_validations_reason_given CHECK (decision = 'accept' OR btrim(note) <> ''),
        CONSTRAINT sanitization_validations_sanitization FOREIGN KEY (district_id, sanitization_id)
          REFERENCES sanitizations (district_id, id),
        CONSTRAINT sanitization_validations_decider FOREIGN KEY (district_id, decided_by)
          REFERENCES accounts (district_id, id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE sanitization_validations, sanitization_devices, sanitizations');
  }
}
