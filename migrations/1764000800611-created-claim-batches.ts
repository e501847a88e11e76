import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of claims for vendors, and how vendors get them. */
export class CreatedClaimBatches1764000800611 implements MigrationInterface {
  name = 'CreatedClaimBatches1764000800611';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE vendor_deliveries (
        district_id uuid NOT NULL,
        vendor_id uuid NOT NULL,
        layout_id uuid,
        way text NOT NULL,
        settings jsonb NOT NULL,
        allows_names boolean NOT NULL,
        schedule jsonb,
        next_run_at timestamptz,
        ran_at timestamptz,
        ran_with text,
        version integer NOT NULL DEFAULT 1,
        updated_by uuid,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, vendor_id),
        CONSTRAINT vendor_deliveries_way_known CHECK (way IN ('download', 'sftp', 'email', 'https')),
        CONSTRAINT vendor_deliveries_scheduled CHECK ((schedule IS NULL) = (next_run_at IS NULL)),
        CONSTRAINT vendor_deliveries_vendor FOREIGN KEY (district_id, vendor_id) REFERENCES vendors (district_id, id),
        CONSTRAINT vendor_deliveries_layout FOREIGN KEY (district_id, layout_id)
          REFERENCES claim_layouts (district_id, id),
        CONSTRAINT vendor_deliveries_editor FOREIGN KEY (district_id, updated_by) REFERENCES accounts (district_id, id)
      )`);
    await db.query(`
      CREATE INDEX vendor_deliveries_due ON vendor_deliveries (district_id, next_run_at)
        WHERE next_run_at IS NOT NULL`);
    await db.query(`CREATE INDEX vendor_deliveries_of_layout ON vendor_deliveries (district_id, layout_id)`);
    await db.query(`
      CREATE TABLE vendor_secrets (
        district_id uuid NOT NULL,
        vendor_id uuid NOT NULL,
        kind text NOT NULL,
        sealed bytea NOT NULL,
        set_at timestamptz NOT NULL,
        set_by uuid,
        previous_sealed bytea,
        previous_until timestamptz,
        PRIMARY KEY (district_id, vendor_id, kind),
        CONSTRAINT vendor_secrets_kind_known CHECK (kind IN ('signing', 'password', 'private_key')),
        CONSTRAINT vendor_secrets_previous_whole CHECK ((previous_sealed IS NULL) = (previous_until IS NULL)),
        CONSTRAINT vendor_secrets_vendor FOREIGN KEY (district_id, vendor_id) REFERENCES vendors (district_id, id),
        CONSTRAINT vendor_secrets_setter FOREIGN KEY (district_id, set_by) REFERENCES accounts (district_id, id)
      )`);
    await db.query(`
      CREATE TABLE claim_batch_counters (
        district_id uuid NOT NULL,
        vendor_id uuid NOT NULL,
        last integer NOT NULL,
        PRIMARY KEY (district_id, vendor_id),
        CONSTRAINT claim_batch_counters_vendor FOREIGN KEY (district_id, vendor_id)
          REFERENCES vendors (district_id, id)
      )`);
    await db.query(`
      CREATE TABLE claim_batches (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        vendor_id uuid NOT NULL,
        sequence integer NOT NULL,
        layout_id uuid NOT NULL,
        layout_version integer NOT NULL,
        correction integer NOT NULL,
        supersedes_id uuid,
        claim_count integer NOT NULL,
        row_count integer NOT NULL,
        has_names boolean NOT NULL,
        changed jsonb NOT NULL,
        file_name text NOT NULL,
        media_type text NOT NULL,
        size_bytes integer NOT NULL,
        sha256 bytea NOT NULL,
        bytes bytea NOT NULL,
        created_by uuid,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, id),
        CONSTRAINT claim_batches_sequence_unique UNIQUE (district_id, vendor_id, sequence),
        CONSTRAINT claim_batches_superseded_once UNIQUE (district_id, supersedes_id),
        CONSTRAINT claim_batches_correction_unique UNIQUE (district_id, id, vendor_id, correction),
        CONSTRAINT claim_batches_counted CHECK (sequence > 0 AND claim_count > 0 AND row_count >= claim_count),
        CONSTRAINT claim_batches_corrects CHECK (
          correction >= 0 AND (correction = 0) = (supersedes_id IS NULL) AND supersedes_id <> id),
        CONSTRAINT claim_batches_whole CHECK (octet_length(bytes) = size_bytes AND sha256 = sha256(bytes)),
        CONSTRAINT claim_batches_vendor FOREIGN KEY (district_id, vendor_id) REFERENCES vendors (district_id, id),
        CONSTRAINT claim_batches_layout FOREIGN KEY (district_id, layout_id, layout_version)
          REFERENCES claim_layout_versions (district_id, layout_id, layout_version),
        CONSTRAINT claim_batches_supersedes FOREIGN KEY (district_id, supersedes_id)
          REFERENCES claim_batches (district_id, id),
        CONSTRAINT claim_batches_creator FOREIGN KEY (district_id, created_by) REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE INDEX claim_batches_by_age ON claim_batches (district_id, created_at, id)`);
    await db.query(`
      CREATE TABLE claim_batch_claims (
        district_id uuid NOT NULL,
        claim_id uuid NOT NULL,
        round integer NOT NULL,
        correction integer NOT NULL,
        batch_id uuid NOT NULL,
        vendor_id uuid NOT NULL,
        position integer NOT NULL,
        serial_number text,
        asset_tag text,
        PRIMARY KEY (district_id, claim_id, round, correction),
        CONSTRAINT claim_batch_claims_position_unique UNIQUE (district_id, batch_id, position),
        CONSTRAINT claim_batch_claims_counted CHECK (round >= 0 AND correction >= 0 AND position > 0),
        CONSTRAINT claim_batch_claims_claim FOREIGN KEY (district_id, claim_id) REFERENCES claims (district_id, id),
        CONSTRAINT claim_batch_claims_batch FOREIGN KEY (district_id, batch_id, vendor_id, correction)
          REFERENCES claim_batches (district_id, id, vendor_id, correction)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    const subjects = `('claim_batch', 'claim_batch_mail', 'claim_batch_failure')`;
    await db.query(`DELETE FROM outbox_attempts a USING outbox o
      WHERE o.district_id = a.district_id AND o.id = a.letter_id AND o.subject_kind IN ${subjects}`);
    await db.query(`DELETE FROM outbox WHERE subject_kind IN ${subjects}`);
    for (const table of [
      'claim_batch_claims',
      'claim_batches',
      'claim_batch_counters',
      'vendor_secrets',
      'vendor_deliveries',
    ])
      await db.query(`DROP TABLE ${table}`);
  }
}
