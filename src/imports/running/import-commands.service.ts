import { Injectable } from '@nestjs/common';
import { restoreScope, type Scope, type StoredScope, storeScope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import type { ClaimedJob, JobRun } from '../../jobs/job-run.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { Steps, type StepWrites } from '../../steps/steps.service.js';
import { emptyPlan } from './chunk-runner.js';
import { type ImportFacts, IMPORT_STEPS } from './import-steps.js';
import { ImportKinds } from '../import-kinds.js';
import type { Import } from '../imports.entities.js';
import { KEPT_DAYS, TooLateToUndo, UploadForgotten, WrongState } from '../imports.errors.js';

export type ImportMode = 'rehearse' | 'commit';

/** What a job of an import knows. */
export interface ImportJobInput {
  scope: StoredScope;
  mode: ImportMode;
}

export const COMMIT_JOB = 'imports.commit';
export const REHEARSE_JOB = 'imports.rehearse';
export const UNDO_JOB = 'imports.undo';
/** Commits and undos of a district go one after the other. */
const LANE = 'imports';

const JOBS = { rehearse: REHEARSE_JOB, commit: COMMIT_JOB, undo: UNDO_JOB };

/** When it was done, in the import itself. */
type Stamps = Partial<Pick<Import, 'rehearsedAt' | 'committedAt'>>;

/** What the job of a step is told, and what else changes with the step. */
interface Work {
  input: Record<string, unknown>;
  set?: Record<string, unknown>;
}

/** What may be done with an import that is there: each step is a job. */
@Injectable()
export class ImportCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly kinds: ImportKinds,
    private readonly jobs: JobsService,
    private readonly steps: Steps,
  ) {}

  /** Starts the rehearsal or the commit of an import, in the transaction that made it. */
  async startWithin(tx: Tx, scope: Scope, id: string, mode: ImportMode): Promise<void> {
    await this.steps.beginWithin(tx, scope, IMPORT_STEPS, [{ id }]);
    await this.takeWithin(tx, scope, id, mode, () => ({ input: { scope: storeScope(scope), mode } }));
  }

  /**
   * Commits what was rehearsed, or goes on with a commit that was cancelled or failed.
   * @throws Conflict where it is done already, or half undone
   */
  async commit(scope: Scope, { id, kind }: Pick<Import, 'id' | 'kind'>): Promise<void> {
    this.kinds.allowed(scope, kind);
    await this.transactions.run((tx) =>
      this.takeWithin(tx, scope, id, 'commit', ({ lastJob, fileId }) => {
        if (lastJob === UNDO_JOB)
          throw new WrongState(
            'An undo of this import stopped halfway. Finish the undo before you load the file again.',
          );
        if (fileId === null) throw new UploadForgotten();
        return {
          input: { scope: storeScope(scope), mode: 'commit' },
          ...(lastJob === REHEARSE_JOB ? { set: { appliedThrough: 0, plan: emptyPlan() } } : {}),
        };
      }),
    );
  }

  /**
   * Takes back what was committed, all of it or up to a cancel; an undo that was stopped itself goes on.
   * @throws Conflict where nothing was committed, or it is undone already
   */
  async undo(scope: Scope, { id, kind }: Pick<Import, 'id' | 'kind'>): Promise<void> {
    this.kinds.allowed(scope, kind);
    await this.transactions.run((tx) =>
      this.takeWithin(tx, scope, id, 'undo', async ({ lastJob, ...row }) => {
        if (lastJob === REHEARSE_JOB)
          throw new WrongState('This file was only checked and never loaded, so there is nothing to undo.');
        if (isForgotten(row)) throw new TooLateToUndo();
        const begun = lastJob === UNDO_JOB && row.jobId;
        if (begun) return { input: await this.jobs.inputOf(tx, scope.districtId, begun) };
        const tally = { undone: 0, leftCount: 0, left: [] };
        return { input: { scope: storeScope(scope), changeSetId: newId(), after: 0, tally } };
      }),
    );
  }

  /** Asks what is under way to stop after its chunk; does nothing where nothing is. */
  async cancel(scope: Scope, { kind, jobId }: Pick<Import, 'kind' | 'jobId'>): Promise<void> {
    this.kinds.allowed(scope, kind);
    if (jobId) await this.jobs.cancel(scope.districtId, jobId);
  }

  /**
   * Begins a commit, or goes on with one whose worker died. A worker that was taken for dead must not set back the state
   * that another has reached.
   */
  async begin(run: JobRun): Promise<void> {
    await this.transactions.run(async (tx) => {
      await run.holdWithin(tx);
      await this.workedWithin(tx, run.job, 'begin');
    });
  }

  /**
   * Takes a step of the job that works on an import, in a transaction that holds the job or ends it.
   * @throws WrongState if another job now works on the import
   */
  async workedWithin(
    tx: Tx,
    job: ClaimedJob,
    step: string,
    { set, note }: { set?: Stamps; note?: string } = {},
  ): Promise<void> {
    const { subjectId: id, input } = job;
    const scope = { ...restoreScope((input as unknown as ImportJobInput).scope), accountId: null };
    const prepare = (row: ImportFacts): StepWrites => {
      assertOwn(job, row);
      return { set: { ...set } };
    };
    await this.steps.takeWithin(tx, scope, IMPORT_STEPS, { id, step, note }, { by: 'system', prepare });
  }

  /** Takes the step and makes the job that does the work. */
  private async takeWithin(
    tx: Tx,
    scope: Scope,
    id: string,
    step: keyof typeof JOBS,
    work: (row: ImportFacts & { lastJob: string | null }) => Work | Promise<Work>,
  ): Promise<void> {
    const prepare = async (row: ImportFacts): Promise<StepWrites> => {
      const lastJob = row.jobId && (await this.jobs.kindWithin(tx, scope.districtId, row.jobId));
      const { input, set } = await work({ ...row, lastJob });
      const jobId = await this.jobs.createWithin(tx, {
        districtId: scope.districtId,
        kind: JOBS[step],
        lane: step === 'rehearse' ? `rehearse ${id}` : LANE,
        subjectId: id,
        input,
        createdBy: scope.accountId,
      });
      return { set: { ...set, jobId } };
    };
    await this.steps.takeWithin(tx, scope, IMPORT_STEPS, { id, step }, { prepare });
  }
}

/** @throws WrongState if another job now works on the import */
export function assertOwn(job: ClaimedJob, row: Pick<ImportFacts, 'jobId'>): void {
  if (row.jobId !== job.id) throw new WrongState('Another job has taken over this import.');
}

/** Whether the sweep may have been here; by the date, so that the answer does not hang on when it last ran. */
function isForgotten({ committedAt, createdAt }: ImportFacts): boolean {
  return (committedAt ?? createdAt).getTime() < Date.now() - KEPT_DAYS * 86_400_000;
}
