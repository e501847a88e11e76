import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a claim asks for: service and parts, and whom and where the vendor can ask. */
export class ListedClaimParts1764000800901 implements MigrationInterface {
  name = 'ListedClaimParts1764000800901';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE claim_parts (
        district_id uuid NOT NULL,
        claim_id uuid NOT NULL,
        position integer NOT NULL,
        number text,
        quantity integer NOT NULL,
        description text,
        PRIMARY KEY (district_id, claim_id, position),
        CONSTRAINT claim_parts_position_counted CHECK (position > 0),
        CONSTRAINT claim_parts_named CHECK (btrim(coalesce(number, '') || coalesce(description, '')) <> ''),
        CONSTRAINT claim_parts_quantity_positive CHECK (quantity > 0),
        CONSTRAINT claim_parts_claim FOREIGN KEY (district_id, claim_id) REFERENCES claims (district_id, id)
      )`);
    await db.query(`
      ALTER TABLE claims ADD COLUMN requested_service text, ADD COLUMN contact jsonb, ADD COLUMN ship_from jsonb,
        ADD CONSTRAINT claims_service_known CHECK (
          requested_service IN ('depot', 'carry_in', 'on_site', 'parts_only', 'advance_exchange'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `ALTER TABLE claims DROP COLUMN requested_service, DROP COLUMN contact, DROP COLUMN ship_from`,
    );
    await db.query(`DROP TABLE claim_parts`);
  }
}
