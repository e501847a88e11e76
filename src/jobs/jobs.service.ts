import { Injectable, Logger } from '@nestjs/common';
import { DataSource, EntityManager, QueryFailedError } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { NotFound, Refusal } from '../common/refusal.js';
import { sqlState, Transactions } from '../database/transactions.js';
import type { JobState } from './job.entity.js';
import { type ClaimedJob, JobCancelled, JobRun, LEASE_SECONDS, LeaseLost } from './job-run.js';
import { JobBell } from './job-bell.js';

/** Does the work of one kind of job. Called again after a crash: it must go on from what is stored. */
export interface JobHandler {
  run(run: JobRun): Promise<unknown>;
  /** Puts the subject right after a cancel or a final failure. */
  ended?(job: ClaimedJob, state: 'cancelled' | 'failed', problem: JobProblem | null): Promise<void>;
}

export interface NewJob {
  districtId: string;
  kind: string;
  lane: string;
  subjectId: string;
  input?: Record<string, unknown>;
  createdBy: string | null;
}

export interface JobProblem {
  code: string;
  detail: string;
}

/** A job as the API shows it. */
export interface JobView {
  id: string;
  kind: string;
  state: JobState;
  stage: string | null;
  done: number;
  total: number | null;
  /** Rows a second in this stage. */
  rate: number | null;
  etaSeconds: number | null;
  result: unknown;
  problem: unknown;
}

const MOST_ATTEMPTS = 5;

/** Long work: made in a transaction, rung for after its commit, claimed by one worker at a time. */
@Injectable()
export class JobsService {
  private readonly logger = new Logger('Jobs');
  private readonly handlers = new Map<string, JobHandler>();

  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly bell: JobBell,
  ) {}

  register(kind: string, handler: JobHandler): void {
    this.handlers.set(kind, handler);
  }

  /** Adds work to do; workers hear of it after the commit. */
  async createWithin(tx: EntityManager, input: NewJob): Promise<string> {
    const id = uuid();
    await tx.query(
      `INSERT INTO jobs (district_id, id, kind, lane, subject_id, input, created_by)
       VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7)`,
      [input.districtId, id, input.kind, input.lane, input.subjectId, JSON.stringify(input.input ?? {}), input.createdBy],
    );
    this.transactions.afterCommit(tx, () => this.bell.ring(input.districtId, id, input.kind, 0));
    return id;
  }

  /** Works on a job here and now, if nobody else does. Resolves when this worker is done with it. */
  async work(districtId: string, id: string): Promise<void> {
    const job = await this.claim(districtId, id);
    if (!job) return;
    const handler = this.handlers.get(job.kind);
    if (!handler) throw new Error(`no handler for jobs of kind ${job.kind}`);
    const run = new JobRun(this.source, job);
    // A failed renewal shows itself at the next write: the lease is checked there.
    const renewal = setInterval(
      () => {
        run
          .renew()
          .catch((error: unknown) => this.logger.warn({ err: error, jobId: id }, 'lease not renewed'));
      },
      (LEASE_SECONDS * 1000) / 3,
    );
    try {
      const result = await handler.run(run);
      await this.finish(job, 'done', result, null);
    } catch (error) {
      await this.endBadly(job, handler, error);
    } finally {
      clearInterval(renewal);
    }
    await this.ringNextOf(districtId);
  }

  async view(districtId: string, id: string): Promise<JobView> {
    const [row] = await this.source.query<JobView[]>(
      `SELECT id, kind, state, stage, done::float8 AS done, total::float8 AS total, result, problem,
              CASE WHEN state = 'running' THEN rate END AS rate,
              CASE WHEN state = 'running' AND rate > 0 THEN ceil((total - done) / rate)::float8 END AS "etaSeconds"
         FROM jobs, LATERAL (SELECT round((done / nullif(extract(epoch FROM now() - stage_started_at), 0))::numeric, 1)::float8
              AS rate) r
        WHERE district_id = $1 AND id = $2`,
      [districtId, id],
    );
    if (!row) throw new NotFound('The job', 'JOB_NOT_FOUND');
    return row;
  }

  /** Asks a job to stop. One that waits stops at once, one that runs after its chunk. */
  async cancel(districtId: string, id: string): Promise<JobView> {
    const [rows] = await this.source.query<[ClaimedJob[], number]>(
      `UPDATE jobs SET cancel_requested_at = coalesce(cancel_requested_at, now()),
              state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END,
              finished_at = CASE WHEN state = 'queued' THEN now() END
        WHERE district_id = $1 AND id = $2 AND state IN ('queued', 'running')
        RETURNING district_id AS "districtId", id, kind, subject_id AS "subjectId", input, attempt,
                  lease_epoch AS "leaseEpoch", state`,
      [districtId, id],
    );
    const [row] = rows as (ClaimedJob & { state: JobState })[];
    if (row?.state === 'cancelled') await this.handlers.get(row.kind)?.ended?.(row, 'cancelled', null);
    return this.view(districtId, id);
  }

  /** Rings again for what is due and was lost: a queue that forgot, a worker that died. */
  async sweep(): Promise<number> {
    const due = await this.source.query<{ districtId: string; id: string; kind: string; attempt: number }[]>(
      `SELECT district_id AS "districtId", id, kind, attempt FROM jobs
        WHERE (state = 'queued' AND next_attempt_at < now() - interval '2 seconds')
           OR (state = 'running' AND lease_until < now()) ORDER BY next_attempt_at LIMIT 100`,
    );
    for (const job of due) await this.bell.ring(job.districtId, job.id, job.kind, job.attempt);
    return due.length;
  }

  private async claim(districtId: string, id: string): Promise<ClaimedJob | undefined> {
    try {
      const [rows] = await this.source.query<[ClaimedJob[], number]>(
        `UPDATE jobs SET state = 'running', attempt = attempt + 1, lease_epoch = lease_epoch + 1,
                lease_until = now() + make_interval(secs => $3), started_at = coalesce(started_at, now()),
                stage_started_at = now()
          WHERE district_id = $1 AND id = $2 AND next_attempt_at <= now()
            AND (state = 'queued' OR (state = 'running' AND lease_until < now()))
          RETURNING district_id AS "districtId", id, kind, subject_id AS "subjectId", input, attempt,
                    lease_epoch AS "leaseEpoch"`,
        [districtId, id, LEASE_SECONDS],
      );
      return rows[0];
    } catch (error) {
      // Another job of the lane runs; this one is rung for when that one ends.
      if (sqlState(error) === '23505') return undefined;
      throw error;
    }
  }

  private async finish(
    job: ClaimedJob,
    state: 'done' | 'failed' | 'cancelled',
    result: unknown,
    problem: JobProblem | null,
  ): Promise<boolean> {
    const [, count] = await this.source.query<[unknown, number]>(
      `UPDATE jobs SET state = $4, result = $5::jsonb, problem = $6::jsonb, finished_at = now(), lease_until = NULL
        WHERE district_id = $1 AND id = $2 AND lease_epoch = $3 AND state = 'running'`,
      [
        job.districtId,
        job.id,
        job.leaseEpoch,
        state,
        JSON.stringify(result ?? null),
        JSON.stringify(problem),
      ],
    );
    return count === 1;
  }

  private async endBadly(job: ClaimedJob, handler: JobHandler, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) {
      this.logger.warn({ jobId: job.id }, 'another worker has the job');
      return;
    }
    if (error instanceof JobCancelled) {
      if (await this.finish(job, 'cancelled', null, null)) await handler.ended?.(job, 'cancelled', null);
      return;
    }
    if (error instanceof Refusal) return this.fail(job, handler, { code: error.code, detail: error.message });
    this.logger.error({ err: error, jobId: job.id, kind: job.kind, attempt: job.attempt }, 'job failed');
    if (job.attempt >= MOST_ATTEMPTS || error instanceof QueryFailedError === false)
      return this.fail(job, handler, {
        code: 'INTERNAL',
        detail: `Something broke on our side; quote the job id ${job.id}.`,
      });
    await this.source.query(
      `UPDATE jobs SET state = 'queued', lease_until = NULL, next_attempt_at = now() + make_interval(secs => $4)
        WHERE district_id = $1 AND id = $2 AND lease_epoch = $3 AND state = 'running'`,
      [job.districtId, job.id, job.leaseEpoch, 2 ** job.attempt],
    );
  }

  private async fail(job: ClaimedJob, handler: JobHandler, problem: JobProblem): Promise<void> {
    if (await this.finish(job, 'failed', null, problem)) await handler.ended?.(job, 'failed', problem);
  }

  private async ringNextOf(districtId: string): Promise<void> {
    const waiting = await this.source.query<{ id: string; kind: string; attempt: number }[]>(
      `SELECT DISTINCT ON (lane) id, kind, attempt FROM jobs
        WHERE district_id = $1 AND state = 'queued' AND next_attempt_at <= now() ORDER BY lane, id`,
      [districtId],
    );
    for (const job of waiting) await this.bell.ring(districtId, job.id, job.kind, job.attempt);
  }
}
