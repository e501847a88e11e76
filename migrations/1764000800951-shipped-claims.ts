import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claimed devices that go to their vendors and come back, as the bench scans them. */
export class ShippedClaims1764000800951 implements MigrationInterface {
  name = 'ShippedClaims1764000800951';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE claims ADD COLUMN shipped_at timestamptz, ADD COLUMN returned_at timestamptz, ADD COLUMN box text,
        ADD CONSTRAINT claims_return_after_shipping CHECK (returned_at IS NULL OR shipped_at IS NOT NULL)`);
    await db.query(`
      CREATE INDEX claims_at_vendor ON claims (district_id, sequence)
        WHERE shipped_at IS NOT NULL AND returned_at IS NULL`);
    await db.query(`
      CREATE TABLE claim_shipments (
        district_id uuid NOT NULL,
        claim_id uuid NOT NULL,
        scan_id uuid NOT NULL,
        direction text NOT NULL,
        happened_at timestamptz NOT NULL,
        tracking text,
        box text,
        before jsonb NOT NULL,
        recorded_by uuid,
        recorded_at timestamptz NOT NULL,
        undone_at timestamptz,
        PRIMARY KEY (district_id, claim_id, scan_id),
        CONSTRAINT claim_shipments_direction_known CHECK (direction IN ('out', 'back')),
        CONSTRAINT claim_shipments_claim FOREIGN KEY (district_id, claim_id) REFERENCES claims (district_id, id),
        CONSTRAINT claim_shipments_recorder FOREIGN KEY (district_id, recorded_by) REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE INDEX claim_shipments_of_scan ON claim_shipments (district_id, scan_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE claim_shipments`);
    await db.query(`ALTER TABLE claims DROP COLUMN shipped_at, DROP COLUMN returned_at, DROP COLUMN box`);
  }
}
