import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { NeedMissing } from '../access/access.errors.js';
import { may, type Permission, type Scope } from '../access/scope.js';
import { newId } from '../common/ids.js';
import { isDatabaseAway } from '../common/database-errors.js';
import { NotFound, Refusal } from '../common/refusal.js';
import { Clock } from '../common/time/clock.js';
import { eachDistrict } from '../database/each-district.js';
import { Transactions } from '../database/transactions.js';
import type { Tx } from '../database/tx.js';
import { workAs } from '../database/pools/work-limits.js';
import { JobBell } from './queue/job-bell.js';
import type { JobState } from './job.entity.js';
import { mayPass } from './job-failure.js';
import { type DueJob, JobLeases } from './job-leases.js';
import { type ClaimedJob, JobCancelled, JobRun, LEASE_SECONDS, LeaseLost } from './job-run.js';

/** Does the work of one kind of job. Called again after a crash: it must go on from what is stored. */
export interface JobHandler {
  /** Accounts with this permission that see the whole district can see jobs of this kind that others started. */
  readonly seenBy: Permission;
  /** The permission that is needed to stop a job that somebody else started. By default, it is `seenBy`. */
  stoppedBy?(districtId: string, subjectId: string): Permission | Promise<Permission>;
  run(run: JobRun): Promise<unknown>;
  /** Adds names for the ids in a result, as the reader may see them. Jobs are kept, so names are not stored in them. */
  shown?(scope: Scope, result: unknown): Promise<unknown>;
  /** Says in the subject that the work is done, in the transaction that ends the job. */
  done?(tx: Tx, job: ClaimedJob): Promise<void>;
  /** Puts the subject right after a cancel or a final failure, in the transaction that ends the job. */
  ended?(tx: Tx, job: ClaimedJob, state: 'cancelled' | 'failed', problem: JobProblem | null): Promise<void>;
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

interface SeenJob {
  kind: string;
  subjectId: string;
  createdBy: string | null;
}

/** A job as the API shows it. */
export interface JobView {
  id: string;
  kind: string;
  state: JobState;
  stage: string | null;
  done: number;
  total: number | null;
  /** Rows a second in this stage, with 1 decimal. */
  rate: number | null;
  /** Whole seconds. */
  etaSeconds: number | null;
  /** What the job did. If it was cancelled or failed, what it did until then, or null if the job keeps no record of that. */
  result: unknown;
  problem: unknown;
}

/** Attempts that may break without coming any further. */
const MOST_ATTEMPTS = 5;
/** Workers that may die over a job that comes no further; it may well be the job that kills them. */
const MOST_DEATHS = 20;
/** A process has ten seconds to stop; what has not ended by then is cut off, and rolled back. */
const STOP_MS = 5_000;

/** Long work: made in a transaction, rung for after its commit, claimed by one worker at a time. */
@Injectable()
export class JobsService {
  private readonly logger = new Logger('Jobs');
  private readonly handlers = new Map<string, JobHandler>();
  /** What this process works on now. */
  private readonly running = new Map<JobRun, Promise<void>>();
  private stopping = false;

  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly leases: JobLeases,
    private readonly bell: JobBell,
    private readonly clock: Clock,
  ) {}

  register(kind: string, handler: JobHandler): void {
    this.handlers.set(kind, handler);
  }

  /** Adds work to do; workers hear of it after the commit. */
  async createWithin(tx: Tx, input: NewJob): Promise<string> {
    const id = newId();
    await tx.query(
      `INSERT INTO jobs (district_id, id, kind, lane, subject_id, input, created_by, next_attempt_at)
       VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8)`,
      [
        input.districtId,
        id,
        input.kind,
        input.lane,
        input.subjectId,
        JSON.stringify(input.input ?? {}),
        input.createdBy,
        tx.at,
      ],
    );
    const { districtId, kind } = input;
    this.transactions.afterCommit(tx, () => this.bell.ring({ districtId, id, kind, attempt: 0 }));
    return id;
  }

  /**
   * Works on a job here and now, if nobody else does. Resolves when this worker is done with it.
   * @returns whether it did any work
   */
  async work(districtId: string, id: string): Promise<boolean> {
    if (this.stopping) return false;
    const job = await this.leases.claim(districtId, id, [...this.handlers.keys()]);
    const handler = job && this.handlers.get(job.kind);
    if (!handler) return false;
    const run = new JobRun(this.source, this.clock, job);
    const work = workAs('job', () => this.see(run, handler));
    this.running.set(run, work);
    try {
      await work;
    } finally {
      this.running.delete(run);
    }
    if (!this.stopping) await this.ringAll(await this.leases.next(districtId));
    return true;
  }

  /** Before the process ends: takes nothing more, and hands what it has to the other workers. */
  async stop(): Promise<void> {
    this.stopping = true;
    const works = [...this.running.values()];
    for (const run of this.running.keys()) {
      run.lose();
      const { job } = run;
      if (await this.leases.giveBack(job, 0)) await this.bell.ring(job);
    }
    await Promise.race([Promise.allSettled(works), sleep(STOP_MS, undefined, { ref: false })]);
  }

  /**
   * What somebody began is theirs to watch and to stop, whatever else they may do. A job and its result may be about
   * any site, so that others must see the whole district.
   * @throws NotFound for everybody else: that there is such a job is not told
   */
  private async assertSeen(scope: Scope, id: string): Promise<SeenJob & { isOwn: boolean }> {
    const [job] = await this.source.query<SeenJob[]>(
      `SELECT kind, subject_id AS "subjectId", created_by AS "createdBy" FROM jobs WHERE district_id = $1 AND id = $2`,
      [scope.districtId, id],
    );
    const isOwn = job !== undefined && scope.accountId !== null && job.createdBy === scope.accountId;
    if (!job || (!isOwn && !this.kindsSeenBy(scope).includes(job.kind)))
      throw new NotFound('The job', 'JOB_NOT_FOUND');
    return { ...job, isOwn };
  }

  /**
   * Asks a job to stop. The caller must have started the job, or have the permission for this kind of work.
   * @throws NotFound if the caller cannot see the job, NeedMissing if the caller can see the job but cannot stop it
   */
  async cancelFor(scope: Scope, id: string): Promise<JobView> {
    const { kind, subjectId, isOwn } = await this.assertSeen(scope, id);
    const need = await this.handlers.get(kind)?.stoppedBy?.(scope.districtId, subjectId);
    if (need && !isOwn && !may(scope, need)) throw new NeedMissing(need);
    return this.asShown(scope, await this.cancel(scope.districtId, id));
  }

  /** Kinds of jobs that the caller may see, no matter who started them. */
  kindsSeenBy(scope: Scope): string[] {
    if (!may(scope, 'jobs:read') || scope.sites !== 'all') return [];
    return [...this.handlers].filter(([, { seenBy }]) => may(scope, seenBy)).map(([kind]) => kind);
  }

  /** @throws NotFound if the caller cannot see the job */
  async show(scope: Scope, id: string): Promise<JobView> {
    await this.assertSeen(scope, id);
    return this.asShown(scope, await this.view(scope.districtId, id));
  }

  private async asShown(scope: Scope, job: JobView): Promise<JobView> {
    const handler = this.handlers.get(job.kind);
    if (!handler?.shown || job.result === null) return job;
    return { ...job, result: await handler.shown(scope, job.result) };
  }

  async view(districtId: string, id: string): Promise<JobView> {
    const [row] = await this.source.query<JobView[]>(
      `SELECT id, kind, state, stage, done::float8 AS done, total::float8 AS total, result, problem,
              CASE WHEN state = 'running' THEN rate END AS rate,
              CASE WHEN state = 'running' AND rate > 0 THEN ceil((total - done) / rate)::float8 END AS "etaSeconds"
         FROM jobs, LATERAL (SELECT round((nullif(jobs.done - stage_started_done, 0)
              / nullif(greatest(extract(epoch FROM $3::timestamptz - stage_started_at), 0), 0))::numeric, 1)::float8 AS rate) r
        WHERE district_id = $1 AND id = $2`,
      [districtId, id, this.clock.now()],
    );
    if (!row) throw new NotFound('The job', 'JOB_NOT_FOUND');
    return row;
  }

  /** What a job was given, and what it remembered; for one that goes on with its work. */
  async inputOf(tx: Tx, districtId: string, id: string): Promise<Record<string, unknown>> {
    const [row] = await tx.query<{ input: Record<string, unknown> }[]>(
      `SELECT input FROM jobs WHERE district_id = $1 AND id = $2`,
      [districtId, id],
    );
    if (!row) throw new NotFound('The job', 'JOB_NOT_FOUND');
    return row.input;
  }

  /** What kind of job it is. */
  async kindWithin(tx: Tx, districtId: string, id: string): Promise<string> {
    const [row] = await tx.query<{ kind: string }[]>(
      `SELECT kind FROM jobs WHERE district_id = $1 AND id = $2`,
      [districtId, id],
    );
    if (!row) throw new NotFound('The job', 'JOB_NOT_FOUND');
    return row.kind;
  }

  /** Asks a job to stop. One that waits stops at once, one that runs after its chunk. */
  async cancel(districtId: string, id: string): Promise<JobView> {
    const cancelled = await this.end('cancelled', null, (tx) => this.leases.cancelWithin(tx, districtId, id));
    if (cancelled) await this.ringAll(await this.leases.next(districtId));
    return this.view(districtId, id);
  }

  /**
   * Begins what this process could work on now and nobody does: the queue forgot it, or its worker died.
   * @param begin returns false where there is no room for this job; it and all others stay due
   */
  async beginDue(graceSeconds: number, begin: (job: DueJob) => boolean): Promise<void> {
    const kinds = [...this.handlers.keys()];
    let hasRoom = true;
    const beginIn = async (districtId: string): Promise<void> => {
      if (!hasRoom) return;
      for (const job of await this.leases.due(districtId, kinds, graceSeconds)) {
        hasRoom = begin(job);
        if (!hasRoom) return;
      }
    };
    await eachDistrict(this.source, beginIn, this.leases.districtsDue(kinds, graceSeconds));
  }

  private async see(run: JobRun, handler: JobHandler): Promise<void> {
    const { job } = run;
    if (job.attempt > MOST_DEATHS)
      return this.fail(job, internal(job, 'the processes that worked on it stopped unexpectedly'));
    // A failed renewal shows itself at the next write: the lease is checked there.
    const renewal = setInterval(
      () => {
        run
          .renew()
          .catch((error: unknown) => this.logger.warn({ err: error, jobId: job.id }, 'lease not renewed'));
      },
      (LEASE_SECONDS * 1000) / 3,
    );
    try {
      const result = await handler.run(run);
      await this.transactions.run(async (tx) => {
        if (await this.leases.finish(tx, job, 'done', { result })) await handler.done?.(tx, job);
      });
    } catch (error) {
      await this.endBadly(job, error);
    } finally {
      clearInterval(renewal);
    }
  }

  private async endBadly(job: ClaimedJob, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) {
      this.logger.warn({ jobId: job.id }, 'another worker has the job');
      return;
    }
    // The lease was given back; what is thrown now is only the connections closing.
    if (this.stopping) return;
    if (error instanceof JobCancelled) return this.finish(job, 'cancelled', null);
    // Before refusals: one of them says that no connection was free, which is no fault of the job.
    if (isDatabaseAway(error)) return this.awaitDatabase(job, error);
    if (error instanceof Refusal) return this.fail(job, { code: error.code, detail: error.message });
    this.logger.error({ err: error, jobId: job.id, kind: job.kind, attempt: job.attempt }, 'job failed');
    if (job.attempt >= MOST_ATTEMPTS || !mayPass(error))
      return this.fail(job, internal(job, 'something went wrong'));
    await this.leases.giveBack(job, 2 ** job.attempt);
  }

  /** Gives the job back as soon as the database answers; should that take long, its lease has ended by then. */
  private async awaitDatabase(job: ClaimedJob, error: unknown): Promise<void> {
    this.logger.warn(
      { err: error, jobId: job.id },
      'the database went away; the job goes on when it is back',
    );
    const until = Date.now() + LEASE_SECONDS * 1000;
    while (Date.now() < until && !this.stopping) {
      await sleep(500);
      try {
        if (await this.leases.giveBack(job, 0)) await this.bell.ring(job);
        return;
      } catch (again) {
        if (!isDatabaseAway(again)) throw again;
      }
    }
  }

  private async fail(job: ClaimedJob, problem: JobProblem): Promise<void> {
    await this.finish(job, 'failed', problem);
  }

  private async finish(
    job: ClaimedJob,
    state: 'cancelled' | 'failed',
    problem: JobProblem | null,
  ): Promise<void> {
    const end = async (tx: Tx): Promise<ClaimedJob | undefined> =>
      (await this.leases.finish(tx, job, state, { problem })) ? job : undefined;
    await this.end(state, problem, end, job.attempt);
  }

  /**
   * Ends a job and puts its subject right, in one commit. A job whose subject cannot be put right ends alone: otherwise
   * workers would begin it again forever, and nothing else in its lane could run.
   * @param end returns the job, or nothing where it has ended or belongs to another worker
   */
  private async end(
    state: 'cancelled' | 'failed',
    problem: JobProblem | null,
    end: (tx: Tx) => Promise<ClaimedJob | undefined>,
    attempt = 0,
  ): Promise<ClaimedJob | undefined> {
    try {
      return await this.transactions.run(async (tx) => {
        const job = await end(tx);
        if (job) await this.handlers.get(job.kind)?.ended?.(tx, job, state, problem);
        return job;
      });
    } catch (error) {
      if (mayPass(error) && attempt <= MOST_DEATHS) throw error;
      this.logger.warn({ err: error }, 'a job ended, but its subject could not be updated');
      return this.transactions.run(end);
    }
  }

  private async ringAll(jobs: readonly DueJob[]): Promise<void> {
    await Promise.all(jobs.map((job) => this.bell.ring(job)));
  }
}

function internal(job: ClaimedJob, what: string): JobProblem {
  return {
    code: 'INTERNAL',
    detail: `Rollcall could not finish this job: ${what}. Try again. If it happens again, tell your Rollcall administrator the job id ${job.id}.`,
  };
}
