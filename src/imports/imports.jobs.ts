import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { restoreScope, type StoredScope } from '../access/scope.js';
import { Transactions, UNIQUE_VIOLATION } from '../database/transactions.js';
import type { ClaimedJob, JobRun } from '../jobs/job-run.js';
import { JobsService } from '../jobs/jobs.service.js';
import type { ImportContext, UndoException } from './import-kind.js';
import { ImportKinds } from './import-kinds.js';
import { ImportPasses, type ImportPlan } from './import-passes.js';
import { ImportStaging } from './import-staging.js';
import { Import, type ImportState } from './imports.entities.js';
import { COMMIT_JOB, type ImportJobInput, REHEARSE_JOB, UNDO_JOB } from './imports.service.js';

const UNDONE_AT_ONCE = 1_000;
const MOST_NAMED = 1_000;

interface UndoTally {
  undone: number;
  leftCount: number;
  left: UndoException[];
}

interface UndoInput {
  scope: StoredScope;
  changeSetId: string;
  after: number;
  tally: UndoTally;
}

/** Rehearses, commits and undoes imports. Called again after a crash, each goes on where its last commit was. */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly jobs: JobsService,
    private readonly kinds: ImportKinds,
    private readonly staging: ImportStaging,
    private readonly passes: ImportPasses,
  ) {}

  onModuleInit(): void {
    const ended = (job: ClaimedJob, state: 'cancelled' | 'failed'): Promise<void> => this.setState(job, state);
    this.jobs.register(REHEARSE_JOB, { run: (run) => this.rehearse(run), ended });
    this.jobs.register(COMMIT_JOB, { run: (run) => this.commit(run), ended });
    this.jobs.register(UNDO_JOB, { run: (run) => this.undo(run), ended });
  }

  private async rehearse(run: JobRun): Promise<ImportPlan> {
    const plan = await this.pass(run, 'rehearse');
    await this.source.query(
      `UPDATE imports SET state = 'rehearsed', rehearsed_at = now() WHERE district_id = $1 AND id = $2`,
      [run.job.districtId, run.job.subjectId],
    );
    return plan;
  }

  private async commit(run: JobRun): Promise<ImportPlan> {
    await this.setState(run.job, 'committing');
    const plan = await this.pass(run, 'commit');
    await this.source.query(
      `UPDATE imports SET state = 'committed', committed_at = now() WHERE district_id = $1 AND id = $2`,
      [run.job.districtId, run.job.subjectId],
    );
    await this.passes.forgetStaged(run.job.districtId, run.job.subjectId);
    return plan;
  }

  private async pass(run: JobRun, mode: 'rehearse' | 'commit'): Promise<ImportPlan> {
    const row = await this.row(run);
    const kind = this.kinds.get(row.kind);
    const { scope } = run.job.input as unknown as ImportJobInput;
    row.stagedRows = await this.staging.stage(run, kind, row);
    return this.passes.pass(run, kind, row, restoreScope(scope), mode);
  }

  private async undo(run: JobRun): Promise<UndoTally> {
    const row = await this.row(run);
    const kind = this.kinds.get(row.kind);
    const total = (row.plan as ImportPlan | null)?.rows ?? null;
    for (;;) {
      const { after, tally, scope, changeSetId } = run.job.input as unknown as UndoInput;
      const isMore = await this.transactions.run(
        async (tx) => {
          const outcomes = await this.passes.applied(tx, row, after, UNDONE_AT_ONCE);
          const last = outcomes.at(-1);
          if (!last) return false;
          const context: ImportContext = {
            scope: restoreScope(scope),
            importId: row.id,
            changeSetId,
            undoes: row.changeSetId ?? undefined,
            mode: 'commit',
            options: row.options,
          };
          const left = await kind.undo(tx, context, outcomes);
          const next: UndoTally = {
            undone: tally.undone + outcomes.length - left.length,
            leftCount: tally.leftCount + left.length,
            left: [...tally.left, ...left].slice(0, MOST_NAMED),
          };
          await run.progressWithin(tx, 'undoing', next.undone + next.leftCount, total);
          await run.rememberWithin(tx, { after: last.rowNo, tally: next });
          return true;
        },
        [UNIQUE_VIOLATION],
      );
      if (!isMore) break;
    }
    await this.setState(run.job, 'undone');
    await this.passes.forgetStaged(run.job.districtId, run.job.subjectId);
    return (run.job.input as unknown as UndoInput).tally;
  }

  private async row(run: JobRun): Promise<Import> {
    const { districtId, subjectId } = run.job;
    return this.source.manager.findOneByOrFail(Import, { districtId, id: subjectId });
  }

  private async setState(job: ClaimedJob, state: ImportState): Promise<void> {
    await this.source.query(`UPDATE imports SET state = $3 WHERE district_id = $1 AND id = $2`, [
      job.districtId,
      job.subjectId,
      state,
    ]);
  }
}
