import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clocks of claims in the business hours of their vendors, and the levels to which claims were raised. */
export class ClockedClaims1764000800501 implements MigrationInterface {
  name = 'ClockedClaims1764000800501';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE claims
        ADD COLUMN minutes_run double precision NOT NULL DEFAULT 0,
        ADD COLUMN clock_from timestamptz,
        ADD COLUMN acknowledge_minutes double precision,
        ADD COLUMN resolve_minutes double precision,
        ADD COLUMN escalation_level smallint NOT NULL DEFAULT 0,
        ADD COLUMN breach_minutes double precision NOT NULL DEFAULT 0,
        ADD COLUMN escalates_at timestamptz,
        ADD CONSTRAINT claims_level_known CHECK (escalation_level BETWEEN 0 AND 3),
        ADD CONSTRAINT claims_clock_runs CHECK (escalates_at IS NULL OR clock_from IS NOT NULL)`);
    await db.query(`
      CREATE INDEX claims_escalating ON claims (district_id, escalates_at) WHERE escalates_at IS NOT NULL`);
    await db.query(`
      CREATE INDEX claims_by_clock
        ON claims (district_id, coalesce(escalates_at, 'infinity'::timestamptz), sequence)`);
    await db.query(`
      CREATE TABLE claim_escalations (
        district_id uuid NOT NULL,
        claim_id uuid NOT NULL,
        round integer NOT NULL,
        level smallint NOT NULL,
        clock text,
        reason text,
        raised_by uuid,
        raised_at timestamptz NOT NULL,
        notice_id uuid NOT NULL,
        PRIMARY KEY (district_id, claim_id, round, level),
        CONSTRAINT claim_escalations_level_known CHECK (level BETWEEN 1 AND 3),
        CONSTRAINT claim_escalations_clock_known CHECK (clock IN ('acknowledge', 'resolve')),
        CONSTRAINT claim_escalations_claim FOREIGN KEY (district_id, claim_id) REFERENCES claims (district_id, id),
        CONSTRAINT claim_escalations_raiser FOREIGN KEY (district_id, raised_by)
          REFERENCES accounts (district_id, id)
      )`);
    await db.query(`CREATE INDEX claim_escalations_of_notice ON claim_escalations (district_id, notice_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM outbox_attempts a USING outbox o
      WHERE o.district_id = a.district_id AND o.id = a.letter_id AND o.subject_kind = 'claim_notice'`);
    await db.query(`DELETE FROM outbox WHERE subject_kind = 'claim_notice'`);
    await db.query(`DROP TABLE claim_escalations`);
    await db.query(`DROP INDEX claims_by_clock`);
    await db.query(`
      ALTER TABLE claims DROP COLUMN minutes_run, DROP COLUMN clock_from, DROP COLUMN acknowledge_minutes,
        DROP COLUMN resolve_minutes, DROP COLUMN escalation_level, DROP COLUMN breach_minutes, DROP COLUMN escalates_at`);
  }
}
