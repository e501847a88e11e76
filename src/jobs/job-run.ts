import { DataSource, EntityManager } from 'typeorm';

/** How long a worker may be silent before its job is given to another. It renews three times within. */
export const LEASE_SECONDS = 15;

/** A stage begins with its first report, or anew where it has fallen back. What it has by then may be an older job's. */
const BEGINS = `(stage IS DISTINCT FROM $5 OR $6 < stage_started_done)`;

/** Somebody asked for the work to stop; it stops between two chunks. */
export class JobCancelled extends Error {}

/** Another worker has the job now: this one must not write any more. */
export class LeaseLost extends Error {}

/** The row of a job that was claimed. */
export interface ClaimedJob {
  districtId: string;
  id: string;
  kind: string;
  subjectId: string;
  input: Record<string, unknown>;
  attempt: number;
  leaseEpoch: number;
}

/** One worker's hold on one job. */
export class JobRun {
  private lost = false;
  private cancelled = false;

  constructor(
    private readonly source: DataSource,
    readonly job: ClaimedJob,
  ) {}

  /**
   * Reports progress and renews the lease.
   * @throws LeaseLost or JobCancelled, at which the handler simply ends
   */
  async progress(stage: string, done: number, total: number | null): Promise<void> {
    await this.write(this.source.manager, stage, done, total);
  }

  /** The same inside the transaction of a chunk: an old worker's chunk is rolled back, never applied twice. */
  async progressWithin(tx: EntityManager, stage: string, done: number, total: number | null): Promise<void> {
    await this.write(tx, stage, done, total);
  }

  /** Keeps what a later attempt must know, in the transaction that makes it true. */
  async rememberWithin(tx: EntityManager, patch: Record<string, unknown>): Promise<void> {
    Object.assign(this.job.input, patch);
    await tx.query(
      `UPDATE jobs SET input = input || $4::jsonb WHERE district_id = $1 AND id = $2 AND lease_epoch = $3`,
      [...this.key(), JSON.stringify(patch)],
    );
  }

  /**
   * For a last write that ends nothing by itself: the job stays in these hands until `tx` is over.
   * @throws LeaseLost
   */
  async holdWithin(tx: EntityManager): Promise<void> {
    const held = await tx.query<unknown[]>(
      `SELECT 1 FROM jobs WHERE district_id = $1 AND id = $2 AND lease_epoch = $3 AND state = 'running'
          FOR NO KEY UPDATE`,
      this.key(),
    );
    if (this.lost || held.length === 0) throw new LeaseLost();
  }

  /** From now on this worker writes no more: the job is given to another. */
  lose(): void {
    this.lost = true;
  }

  /** Renews the lease while a long statement runs. */
  async renew(): Promise<void> {
    if (this.lost) return;
    const [rows] = await this.source.query<[{ cancelling: boolean }[], number]>(
      `UPDATE jobs SET lease_until = now() + make_interval(secs => $4)
        WHERE district_id = $1 AND id = $2 AND lease_epoch = $3 AND state = 'running'
        RETURNING cancel_requested_at IS NOT NULL AS cancelling`,
      [...this.key(), LEASE_SECONDS],
    );
    this.lost = rows.length === 0;
    this.cancelled = rows[0]?.cancelling ?? false;
  }

  /** @throws LeaseLost or JobCancelled */
  assertGoingOn(): void {
    if (this.lost) throw new LeaseLost();
    if (this.cancelled) throw new JobCancelled();
  }

  private async write(tx: EntityManager, stage: string, done: number, total: number | null): Promise<void> {
    this.assertGoingOn();
    const [rows] = await tx.query<[{ cancelling: boolean }[], number]>(
      // Not now(), which is when the transaction began: a slow chunk would renew a lease that is over already.
      `UPDATE jobs SET lease_until = clock_timestamp() + make_interval(secs => $4), done = $6, total = $7, stage = $5,
              stage_started_at = CASE WHEN ${BEGINS} THEN clock_timestamp() ELSE stage_started_at END,
              stage_started_done = CASE WHEN ${BEGINS} THEN $6 ELSE stage_started_done END,
              attempt = CASE WHEN done < $6 OR stage IS DISTINCT FROM $5 THEN 1 ELSE attempt END
        WHERE district_id = $1 AND id = $2 AND lease_epoch = $3 AND state = 'running'
        RETURNING cancel_requested_at IS NOT NULL AS cancelling`,
      [...this.key(), LEASE_SECONDS, stage, done, total],
    );
    if (rows.length === 0) throw new LeaseLost();
    if (rows[0]?.cancelling) this.cancelled = true;
  }

  private key(): [string, string, number] {
    return [this.job.districtId, this.job.id, this.job.leaseEpoch];
  }
}
