import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Long work: the row is the truth, the queue only a bell. */
export class CreatedJobs1764000001000 implements MigrationInterface {
  name = 'CreatedJobs1764000001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE jobs (
        district_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        lane text NOT NULL,
        subject_id uuid NOT NULL,
        input jsonb NOT NULL DEFAULT '{}',
        state text NOT NULL DEFAULT 'queued',
        attempt integer NOT NULL DEFAULT 0,
        lease_epoch integer NOT NULL DEFAULT 0,
        lease_until timestamptz,
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        done bigint NOT NULL DEFAULT 0,
        total bigint,
        stage text,
        cancel_requested_at timestamptz,
        result jsonb,
        problem jsonb,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        stage_started_at timestamptz,
        finished_at timestamptz,
        PRIMARY KEY (district_id, id),
        CONSTRAINT jobs_state_known CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
        CONSTRAINT jobs_creator FOREIGN KEY (district_id, created_by) REFERENCES accounts (district_id, id)
      )`);
    // One job of a lane runs at a time in a district; a race for the lane ends here.
    await db.query(
      `CREATE UNIQUE INDEX jobs_lane_running ON jobs (district_id, lane) WHERE state = 'running'`,
    );
    await db.query(
      `CREATE INDEX jobs_unfinished ON jobs (next_attempt_at) WHERE state IN ('queued', 'running')`,
    );
    await db.query(`CREATE INDEX jobs_by_subject ON jobs (district_id, subject_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE jobs`);
  }
}
