import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything that leaves Rollcall, with each attempt. Letters of reports keep their ids, and so their Message-IDs. */
export class CreatedOutbox1764000600202 implements MigrationInterface {
  name = 'CreatedOutbox1764000600202';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE outbox (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        channel text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        address text NOT NULL,
        round integer NOT NULL DEFAULT 1,
        guarantee text NOT NULL,
        state text NOT NULL DEFAULT 'waiting',
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        lease_until timestamptz,
        sent_at timestamptz,
        answer text,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT outbox_once UNIQUE (district_id, subject_kind, subject_id, channel, address, round),
        CONSTRAINT outbox_state_known CHECK
          (state IN ('waiting', 'taken', 'sending', 'sent', 'unsure', 'failed', 'kept')),
        CONSTRAINT outbox_guarantee_known CHECK (guarantee IN ('at_most_once', 'at_least_once')),
        CONSTRAINT outbox_leased CHECK ((state IN ('taken', 'sending')) = (lease_until IS NOT NULL)),
        CONSTRAINT outbox_sent CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
        CONSTRAINT outbox_district FOREIGN KEY (district_id) REFERENCES districts (id)
      )`);
    await db.query(`CREATE INDEX outbox_by_age ON outbox (district_id, created_at, id)`);
    await db.query(`CREATE INDEX outbox_by_state ON outbox (district_id, state, created_at, id)`);
    await db.query(`
      CREATE INDEX outbox_due ON outbox (district_id, channel, next_attempt_at) WHERE state = 'waiting'`);
    await db.query(`
      CREATE INDEX outbox_leased_until ON outbox (district_id, channel, lease_until)
       WHERE lease_until IS NOT NULL`);
    await db.query(`
      CREATE TABLE outbox_attempts (
        district_id uuid NOT NULL,
        letter_id uuid NOT NULL,
        attempt integer NOT NULL,
        outcome text NOT NULL,
        answer text NOT NULL,
        ended_at timestamptz NOT NULL,
        PRIMARY KEY (district_id, letter_id, attempt),
        CONSTRAINT outbox_attempts_outcome_known CHECK
          (outcome IN ('delivered', 'refused_for_now', 'refused_for_good', 'unsure')),
        CONSTRAINT outbox_attempts_letter FOREIGN KEY (district_id, letter_id) REFERENCES outbox (district_id, id)
      )`);
    await db.query(`
      INSERT INTO outbox (district_id, id, channel, subject_kind, subject_id, address, round, guarantee, state, attempts,
                          next_attempt_at, lease_until, sent_at, answer, created_at)
      SELECT district_id, id, 'email', 'report', output_id, address, round, 'at_most_once', state, attempts,
             next_attempt_at, lease_until, sent_at, answer, created_at
        FROM report_deliveries`);
    await db.query(`DROP TABLE report_deliveries`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE report_deliveries (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        output_id uuid NOT NULL,
        address text NOT NULL,
        round integer NOT NULL DEFAULT 1,
        state text NOT NULL DEFAULT 'waiting',
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        lease_until timestamptz,
        sent_at timestamptz,
        answer text,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (district_id, id),
        CONSTRAINT report_deliveries_once UNIQUE (district_id, output_id, address, round),
        CONSTRAINT report_deliveries_state_known CHECK
          (state IN ('waiting', 'taken', 'sending', 'sent', 'unsure', 'failed', 'kept')),
        CONSTRAINT report_deliveries_leased CHECK ((state IN ('taken', 'sending')) = (lease_until IS NOT NULL)),
        CONSTRAINT report_deliveries_output FOREIGN KEY (district_id, output_id)
          REFERENCES report_outputs (district_id, id)
      )`);
    await db.query(`
      CREATE INDEX report_deliveries_due ON report_deliveries (next_attempt_at) WHERE state = 'waiting'`);
    await db.query(`
      CREATE INDEX report_deliveries_leased_until ON report_deliveries (lease_until)
       WHERE lease_until IS NOT NULL`);
    await db.query(`
      INSERT INTO report_deliveries (district_id, id, output_id, address, round, state, attempts, next_attempt_at,
                                     lease_until, sent_at, answer, created_at)
      SELECT district_id, id, subject_id, address, round, state, attempts, next_attempt_at, lease_until, sent_at,
             answer, created_at
        FROM outbox WHERE channel = 'email' AND subject_kind = 'report'`);
    await db.query(`DROP TABLE outbox_attempts, outbox`);
  }
}
