import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What vendors see of their claims: by when they must answer, and messages between them and the district. */
export class OpenedVendorDesks1764000800711 implements MigrationInterface {
  name = 'OpenedVendorDesks1764000800711';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE claims ADD COLUMN due_at timestamptz,
      ADD CONSTRAINT claims_due_runs CHECK (due_at IS NULL OR clock_from IS NOT NULL)`);
    // The next breach is due; of a claim that is late already, it is known that it was due earlier.
    await db.query(`
      UPDATE claims SET due_at = CASE WHEN breach_minutes = 0 THEN escalates_at ELSE clock_from END
       WHERE clock_from IS NOT NULL`);
    await db.query(`
      CREATE INDEX claims_of_vendor_due
        ON claims (district_id, vendor_id, coalesce(due_at, 'infinity'::timestamptz), sequence)`);
    await db.query(`
      CREATE TABLE vendor_desks (
        district_id uuid NOT NULL,
        vendor_id uuid NOT NULL,
        shows_asset_tags boolean NOT NULL,
        shows_contacts boolean NOT NULL,
        version integer NOT NULL DEFAULT 1,
        updated_by uuid,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, vendor_id),
        CONSTRAINT vendor_desks_vendor FOREIGN KEY (district_id, vendor_id) REFERENCES vendors (district_id, id),
        CONSTRAINT vendor_desks_editor FOREIGN KEY (district_id, updated_by) REFERENCES accounts (district_id, id)
      )`);
    await db.query(`
      CREATE TABLE claim_messages (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        claim_id uuid NOT NULL,
        side text NOT NULL,
        text text NOT NULL,
        written_by uuid,
        written_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, id),
        CONSTRAINT claim_messages_side_known CHECK (side IN ('district', 'vendor')),
        CONSTRAINT claim_messages_text_filled CHECK (btrim(text) <> ''),
        CONSTRAINT claim_messages_claim FOREIGN KEY (district_id, claim_id) REFERENCES claims (district_id, id),
        CONSTRAINT claim_messages_writer FOREIGN KEY (district_id, written_by)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE INDEX claim_messages_of_claim ON claim_messages (district_id, claim_id, id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE claim_messages`);
    await db.query(`DROP TABLE vendor_desks`);
    await db.query(`DROP INDEX claims_of_vendor_due`);
    await db.query(`ALTER TABLE claims DROP COLUMN due_at`);
  }
}
