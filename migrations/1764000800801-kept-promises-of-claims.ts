import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the vendor had promised when it answered a claim, and indexes for the figures of claims. */
export class KeptPromisesOfClaims1764000800801 implements MigrationInterface {
  name = 'KeptPromisesOfClaims1764000800801';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE claims
        ADD COLUMN acknowledge_promise double precision,
        ADD COLUMN resolve_promise double precision`);
    // What was promised earlier is not on record: today's promise is the best that is known.
    await db.query(`
      UPDATE claims k SET
             acknowledge_promise = CASE WHEN k.acknowledge_minutes IS NOT NULL
                                        THEN v.acknowledge_within_hours * 60 END,
             resolve_promise = CASE WHEN k.resolve_minutes IS NOT NULL THEN v.resolve_within_hours * 60 END
        FROM vendors v WHERE v.district_id = k.district_id AND v.id = k.vendor_id`);
    await db.query(
      `CREATE INDEX claims_by_sending ON claims (district_id, sent_at) WHERE sent_at IS NOT NULL`,
    );
    await db.query(`CREATE INDEX claims_resubmitted ON claims (district_id, id) WHERE resubmissions > 0`);
    await db.query(
      `CREATE INDEX claims_invoiced ON claims (district_id, sequence) WHERE cost_invoiced_cents > 0`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX claims_invoiced`);
    await db.query(`DROP INDEX claims_resubmitted`);
    await db.query(`DROP INDEX claims_by_sending`);
    await db.query(`ALTER TABLE claims DROP COLUMN acknowledge_promise, DROP COLUMN resolve_promise`);
  }
}
