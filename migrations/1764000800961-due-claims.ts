import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the district itself must do in time for a claim, and the reminders of it. */
export class DueClaims1764000800961 implements MigrationInterface {
  name = 'DueClaims1764000800961';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE vendor_claim_terms (
        district_id uuid NOT NULL,
        vendor_id uuid NOT NULL,
        part_back_days integer,
        rma_days integer,
        quote_days integer,
        box_slots integer,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, vendor_id),
        CONSTRAINT vendor_claim_terms_positive CHECK (
          part_back_days > 0 AND rma_days > 0 AND quote_days > 0 AND box_slots > 0),
        CONSTRAINT vendor_claim_terms_vendor FOREIGN KEY (district_id, vendor_id)
          REFERENCES vendors (district_id, id)
      )`);
    await db.query(`
      ALTER TABLE claims ADD COLUMN rma_expires_on date, ADD COLUMN quote_due_on date, ADD COLUMN part_due_on date,
        ADD COLUMN part_returned_on date`);
    await db.query(`
      CREATE INDEX claims_by_due ON claims (district_id, (least(
        CASE WHEN part_returned_on IS NULL AND state <> 'cancelled' THEN part_due_on END,
        CASE WHEN shipped_at IS NULL AND state NOT IN ('resolved', 'denied', 'closed', 'cancelled')
             THEN rma_expires_on END,
        CASE WHEN cost_approved_cents IS NULL AND state NOT IN ('resolved', 'denied', 'closed', 'cancelled')
             THEN quote_due_on END)))`);
    await db.query(`
      CREATE TABLE claim_reminders (
        district_id uuid NOT NULL,
        claim_id uuid NOT NULL,
        kind text NOT NULL,
        due_on date NOT NULL,
        stage text NOT NULL,
        account_id uuid NOT NULL,
        notice_id uuid NOT NULL,
        reminded_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, claim_id, kind, due_on, stage, account_id),
        CONSTRAINT claim_reminders_kind_known CHECK (kind IN ('part', 'rma', 'quote')),
        CONSTRAINT claim_reminders_stage_known CHECK (stage IN ('ahead', 'late')),
        CONSTRAINT claim_reminders_claim FOREIGN KEY (district_id, claim_id) REFERENCES claims (district_id, id),
        CONSTRAINT claim_reminders_account FOREIGN KEY (district_id, account_id) REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE INDEX claim_reminders_of_notice ON claim_reminders (district_id, notice_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE claim_reminders`);
    await db.query(`DROP INDEX claims_by_due`);
    await db.query(`
      ALTER TABLE claims DROP COLUMN rma_expires_on, DROP COLUMN quote_due_on, DROP COLUMN part_due_on,
        DROP COLUMN part_returned_on`);
    await db.query(`DROP TABLE vendor_claim_terms`);
  }
}
