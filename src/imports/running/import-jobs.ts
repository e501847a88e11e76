import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { restoreScope, type StoredScope } from '../../access/scope.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { ChunkedWorks } from '../../jobs/chunked-work.js';
import type { ClaimedJob, JobRun } from '../../jobs/job-run.js';
import { type JobHandler, JobsService } from '../../jobs/jobs.service.js';
import type { ImportContext, RowOutcome, UndoException } from '../import-kind.js';
import { ImportKinds } from '../import-kinds.js';
import { ChunkRunner, type ImportPlan } from './chunk-runner.js';
import { UploadStager } from '../staging/upload-stager.js';
import { Import, type ImportState } from '../imports.entities.js';
import { COMMIT_JOB, type ImportJobInput, REHEARSE_JOB, UNDO_JOB } from './import-commands.service.js';

const UNDONE_AT_ONCE = 1_000;
const MOST_NAMED = 1_000;

type Stamp = 'rehearsed_at = now()' | 'committed_at = now()';

interface UndoTally {
  undone: number;
  leftCount: number;
  left: UndoException[];
}

interface UndoInput {
  scope: StoredScope;
  changeSetId: string;
}

/** Rehearses, commits and undoes imports. Called again after a crash, each goes on where its last commit was. */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly jobs: JobsService,
    private readonly kinds: ImportKinds,
    private readonly stager: UploadStager,
    private readonly chunks: ChunkRunner,
    private readonly chunked: ChunkedWorks,
  ) {}

  onModuleInit(): void {
    const ended: JobHandler['ended'] = (tx, job, state) => setState(tx, job, state);
    const seenBy = 'imports:run';
    this.jobs.register(REHEARSE_JOB, { seenBy, run: (run) => this.rehearse(run), ended });
    this.jobs.register(COMMIT_JOB, { seenBy, run: (run) => this.commit(run), ended });
    this.jobs.register(UNDO_JOB, { seenBy, run: (run) => this.undo(run), ended });
  }

  private async rehearse(run: JobRun): Promise<ImportPlan> {
    const plan = await this.pass(run, 'rehearse');
    await this.reach(run, 'rehearsed', 'rehearsed_at = now()');
    return plan;
  }

  private async commit(run: JobRun): Promise<ImportPlan> {
    await this.reach(run, 'committing');
    const plan = await this.pass(run, 'commit');
    await this.reach(run, 'committed', 'committed_at = now()');
    await this.chunks.forgetStaged(run.job.districtId, run.job.subjectId);
    return plan;
  }

  private async pass(run: JobRun, mode: 'rehearse' | 'commit'): Promise<ImportPlan> {
    const row = await this.row(run);
    const kind = this.kinds.get(row.kind);
    const { scope } = run.job.input as unknown as ImportJobInput;
    row.stagedRows = await this.stager.stage(run, kind, row);
    return this.chunks.pass(run, kind, row, restoreScope(scope), mode);
  }

  private async undo(run: JobRun): Promise<UndoTally> {
    const row = await this.row(run);
    const kind = this.kinds.get(row.kind);
    const plan = row.plan as ImportPlan | null;
    const { scope, changeSetId } = run.job.input as unknown as UndoInput;
    const context: ImportContext = {
      scope: restoreScope(scope),
      importId: row.id,
      changeSetId,
      undoes: row.changeSetId ?? undefined,
      mode: 'commit',
      options: row.options,
      memory: new Map(),
    };
    const tally = await this.chunked.run<number, RowOutcome, UndoTally>(run, {
      stage: 'undoing',
      total: plan && plan.add + plan.change,
      next: (after) => this.chunks.applied(row, after, UNDONE_AT_ONCE),
      keyOf: ({ rowNo }) => rowNo,
      chunk: async (tx, outcomes, before) => {
        const left = await kind.undo(tx, { ...context, memory: new Map() }, outcomes);
        return {
          undone: before.undone + outcomes.length - left.length,
          leftCount: before.leftCount + left.length,
          left: [...before.left, ...left].slice(0, MOST_NAMED),
        };
      },
      doneOf: ({ undone, leftCount }) => undone + leftCount,
    });
    await this.reach(run, 'undone');
    await this.chunks.forgetStaged(run.job.districtId, run.job.subjectId);
    return tally;
  }

  private async row(run: JobRun): Promise<Import> {
    const { districtId, subjectId } = run.job;
    return this.source.manager.findOneByOrFail(Import, { districtId, id: subjectId });
  }

  /** A worker that was taken for dead must not set the state back that another has reached. */
  private async reach(run: JobRun, state: ImportState, also?: Stamp): Promise<void> {
    await this.transactions.run(async (tx) => {
      await run.holdWithin(tx);
      await setState(tx, run.job, state, also);
    });
  }
}

async function setState(
  tx: Tx,
  { districtId, subjectId }: ClaimedJob,
  state: ImportState,
  also?: Stamp,
): Promise<void> {
  await tx.query(
    `UPDATE imports SET state = $3${also ? `, ${also}` : ''} WHERE district_id = $1 AND id = $2`,
    [districtId, subjectId, state],
  );
}
