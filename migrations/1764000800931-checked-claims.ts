import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What must be done before a claim is ready, and who has done it. */
export class CheckedClaims1764000800931 implements MigrationInterface {
  name = 'CheckedClaims1764000800931';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE claim_checklists (
        district_id uuid NOT NULL,
        vendor_id uuid NOT NULL,
        points jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, vendor_id),
        CONSTRAINT claim_checklists_vendor FOREIGN KEY (district_id, vendor_id) REFERENCES vendors (district_id, id)
      )`);
    await db.query(`
      CREATE TABLE claim_checks (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        claim_id uuid NOT NULL,
        key text NOT NULL,
        answer text,
        reason text,
        done_by uuid,
        done_at timestamptz NOT NULL,
        undone_by uuid,
        undone_at timestamptz,
        PRIMARY KEY (district_id, id),
        CONSTRAINT claim_checks_undo_whole CHECK (undone_at IS NOT NULL OR undone_by IS NULL),
        CONSTRAINT claim_checks_claim FOREIGN KEY (district_id, claim_id) REFERENCES claims (district_id, id),
        CONSTRAINT claim_checks_doer FOREIGN KEY (district_id, done_by) REFERENCES accounts (district_id, id),
        CONSTRAINT claim_checks_undoer FOREIGN KEY (district_id, undone_by) REFERENCES accounts (district_id, id)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX claim_checks_once ON claim_checks (district_id, claim_id, key) WHERE undone_at IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE claim_checks`);
    await db.query(`DROP TABLE claim_checklists`);
  }
}
