import { DataSource } from 'typeorm';
import type { Clock } from '../common/time/clock.js';
import type { Statements, Tx } from '../database/tx.js';

/** How long a worker may be silent before its job is given to another. It renews three times within. */
export const LEASE_SECONDS = 15;

/** When a lease ends that is given or renewed at an instant. */
export function leaseUntil(at: Date): Date {
  return new Date(at.getTime() + LEASE_SECONDS * 1000);
}

/** A stage begins with its first report, or anew where it has fallen back. What it has by then may be an older job's. */
const BEGINS = `(stage IS DISTINCT FROM $6 OR $7 < stage_started_done)`;

/** Somebody asked for the work to stop; it stops between two chunks. */
export class JobCancelled extends Error {}

/** Another worker has the job now: this one must not write any more. */
export class LeaseLost extends Error {}

/** How often a job inside one long transaction tells how far it has come. */
const TOLD_EVERY_MS = 1_000;

interface Reached {
  stage: string;
  done: number;
  total: number | null;
}

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
  /** What the next renewal tells, where the work itself cannot. */
  private reached: Reached | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
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
  async progressWithin(tx: Tx, stage: string, done: number, total: number | null): Promise<void> {
    await this.write(tx, stage, done, total);
  }

  /**
   * For work that is one long transaction: that transaction must not write to the job's row, which would then be
   * locked until its end, and nobody could cancel the job. `reach` only notes the progress, and a timer outside of
   * the transaction writes it down.
   */
  async tellingFromOutside<T>(work: () => Promise<T>): Promise<T> {
    // What fails here shows itself at the next renewal or at the end: the lease is checked there.
    const telling = setInterval(() => void this.renew().catch(() => undefined), TOLD_EVERY_MS);
    try {
      return await work();
    } finally {
      clearInterval(telling);
      this.reached = undefined;
    }
  }

  /** @throws LeaseLost or JobCancelled */
  reach(stage: string, done: number, total: number | null): void {
    this.reached = { stage, done, total };
    this.assertGoingOn();
  }

  /** Keeps what a later attempt must know, in the transaction that makes it true. */
  async rememberWithin(tx: Tx, patch: Record<string, unknown>): Promise<void> {
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
  async holdWithin(tx: Tx): Promise<void> {
    await this.lockWithin(tx);
  }

  /**
   * The same for a write that a cancel may still stop.
   * @throws LeaseLost or JobCancelled
   */
  async holdUnlessCancelledWithin(tx: Tx): Promise<void> {
    const { cancelling } = await this.lockWithin(tx);
    if (cancelling) throw new JobCancelled();
  }

  /** From now on this worker writes no more: the job is given to another. */
  lose(): void {
    this.lost = true;
  }

  /** Renews the lease while a long statement runs. */
  async renew(): Promise<void> {
    if (this.lost) return;
    if (this.reached) {
      const { stage, done, total } = this.reached;
      await this.progress(stage, done, total);
      return;
    }
    const [rows] = await this.source.query<[{ cancelling: boolean }[], number]>(
      `UPDATE jobs SET lease_until = $4
        WHERE district_id = $1 AND id = $2 AND lease_epoch = $3 AND state = 'running'
        RETURNING cancel_requested_at IS NOT NULL AS cancelling`,
      [...this.key(), leaseUntil(this.clock.now())],
    );
    this.lost = rows.length === 0;
    this.cancelled = rows[0]?.cancelling ?? false;
  }

  /** @throws LeaseLost or JobCancelled */
  assertGoingOn(): void {
    if (this.lost) throw new LeaseLost();
    if (this.cancelled) throw new JobCancelled();
  }

  private async lockWithin(tx: Tx): Promise<{ cancelling: boolean }> {
    const [held] = await tx.query<{ cancelling: boolean }[]>(
      `SELECT cancel_requested_at IS NOT NULL AS cancelling FROM jobs
        WHERE district_id = $1 AND id = $2 AND lease_epoch = $3 AND state = 'running' FOR NO KEY UPDATE`,
      this.key(),
    );
    if (this.lost || !held) throw new LeaseLost();
    return held;
  }

  private async write(db: Statements, stage: string, done: number, total: number | null): Promise<void> {
    this.assertGoingOn();
    // Not when the transaction began: a slow chunk would renew a lease that is over already.
    const at = this.clock.now();
    const [rows] = await db.query<[{ cancelling: boolean }[], number]>(
      `UPDATE jobs SET lease_until = $4, done = $7, total = $8, stage = $6,
              stage_started_at = CASE WHEN ${BEGINS} THEN $5 ELSE stage_started_at END,
              stage_started_done = CASE WHEN ${BEGINS} THEN $7 ELSE stage_started_done END,
              attempt = CASE WHEN done < $7 OR stage IS DISTINCT FROM $6 THEN 1 ELSE attempt END
        WHERE district_id = $1 AND id = $2 AND lease_epoch = $3 AND state = 'running'
        RETURNING cancel_requested_at IS NOT NULL AS cancelling`,
      [...this.key(), leaseUntil(at), at, stage, done, total],
    );
    if (rows.length === 0) throw new LeaseLost();
    if (rows[0]?.cancelling) this.cancelled = true;
  }

  private key(): [string, string, number] {
    return [this.job.districtId, this.job.id, this.job.leaseEpoch];
  }
}
