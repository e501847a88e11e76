import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { restoreScope, type StoredScope } from '../../access/scope.js';
import { ChunkedWorks } from '../../jobs/chunked-work.js';
import type { JobRun } from '../../jobs/job-run.js';
import { type JobHandler, JobsService } from '../../jobs/jobs.service.js';
import type { ImportContext, RowOutcome, UndoException } from '../import-kind.js';
import { ImportKinds } from '../import-kinds.js';
import { ChunkRunner, type ImportPlan } from './chunk-runner.js';
import { UploadStager } from '../staging/upload-stager.js';
import { Import } from '../imports.entities.js';
import {
  COMMIT_JOB,
  ImportCommands,
  type ImportJobInput,
  REHEARSE_JOB,
  UNDO_JOB,
} from './import-commands.service.js';

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
}

/** Rehearses, commits and undoes imports. Called again after a crash, each goes on where its last commit was. */
@Injectable()
export class ImportJobs implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly jobs: JobsService,
    private readonly kinds: ImportKinds,
    private readonly stager: UploadStager,
    private readonly chunks: ChunkRunner,
    private readonly chunked: ChunkedWorks,
    private readonly commands: ImportCommands,
  ) {}

  onModuleInit(): void {
    const ended: JobHandler['ended'] = (tx, job, state, problem) =>
      this.commands.workedWithin(tx, job, state === 'cancelled' ? 'cancel' : 'fail', {
        note: problem?.detail,
      });
    const seenBy = 'imports:run';
    this.jobs.register(REHEARSE_JOB, { seenBy, run: (run) => this.rehearse(run), ended });
    this.jobs.register(COMMIT_JOB, { seenBy, run: (run) => this.commit(run), ended });
    this.jobs.register(UNDO_JOB, { seenBy, run: (run) => this.undo(run), ended });
  }

  private async rehearse(run: JobRun): Promise<ImportPlan> {
    const plan = await this.pass(run, 'rehearse');
    await this.commands.worked(run, 'finish_rehearsal', (now) => ({ rehearsedAt: now }));
    return plan;
  }

  private async commit(run: JobRun): Promise<ImportPlan> {
    await this.commands.worked(run, 'begin');
    const plan = await this.pass(run, 'commit');
    await this.commands.worked(run, 'finish', (now) => ({ committedAt: now }));
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
    await this.commands.worked(run, 'finish_undo');
    await this.chunks.forgetStaged(run.job.districtId, run.job.subjectId);
    return tally;
  }

  private async row(run: JobRun): Promise<Import> {
    const { districtId, subjectId } = run.job;
    return this.source.manager.findOneByOrFail(Import, { districtId, id: subjectId });
  }
}
