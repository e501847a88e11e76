import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Permission, restoreScope, type StoredScope } from '../../access/scope.js';
import { ChunkedWorks } from '../../jobs/chunked-work.js';
import type { ClaimedJob, JobRun } from '../../jobs/job-run.js';
import type { Tx } from '../../database/tx.js';
import { type JobHandler, JobsService } from '../../jobs/jobs.service.js';
import { refreshStatistics } from '../../database/fresh-statistics.js';
import type { ImportContext, RowOutcome, UndoException } from '../import-kind.js';
import { ImportKinds } from '../import-kinds.js';
import { ChunkRunner, type ImportPlan } from './chunk-runner.js';
import { UploadStager } from '../staging/upload-stager.js';
import { Import } from '../imports.entities.js';
import {
  assertOwn,
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
    const stoppedBy = async (districtId: string, id: string): Promise<Permission> => {
      const { kind } = await this.source.manager.findOneByOrFail(Import, { districtId, id });
      return this.kinds.get(kind).permission;
    };
    this.jobs.register(REHEARSE_JOB, {
      seenBy,
      stoppedBy,
      run: (run) => this.pass(run, 'rehearse'),
      done: (tx, job) =>
        this.commands.workedWithin(tx, job, 'finish_rehearsal', { set: { rehearsedAt: tx.at } }),
      ended,
    });
    this.jobs.register(COMMIT_JOB, {
      seenBy,
      stoppedBy,
      run: (run) => this.commit(run),
      done: async (tx, job) => {
        await this.commands.workedWithin(tx, job, 'finish', { set: { committedAt: tx.at } });
        await this.chunks.forgetStagedWithin(tx, job.districtId, job.subjectId);
      },
      ended: async (tx, job, state, problem) => {
        await ended(tx, job, state, problem);
        await this.stoppedWithin(tx, job);
      },
    });
    this.jobs.register(UNDO_JOB, {
      seenBy,
      stoppedBy,
      run: (run) => this.undo(run),
      done: async (tx, job) => {
        await this.commands.workedWithin(tx, job, 'finish_undo');
        await this.chunks.forgetStagedWithin(tx, job.districtId, job.subjectId);
      },
      ended,
    });
  }

  private async commit(run: JobRun): Promise<ImportPlan> {
    await this.commands.begin(run);
    const plan = await this.pass(run, 'commit');
    await refreshStatistics(this.source, plan.add + plan.change);
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
    return this.chunked.run<number, RowOutcome, UndoTally>(run, {
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
  }

  /** Lets the kind put right what a commit left half done. */
  private async stoppedWithin(tx: Tx, { districtId, subjectId: importId, input }: ClaimedJob): Promise<void> {
    const [row] = await tx.query<{ kind: string; through: number }[]>(
      `SELECT kind, applied_through AS through FROM imports WHERE district_id = $1 AND id = $2`,
      [districtId, importId],
    );
    const scope = restoreScope((input as unknown as ImportJobInput).scope);
    if (row) await this.kinds.get(row.kind).stopped?.(tx, { scope, importId }, row.through);
  }

  /** @throws WrongState if another job now works on the import */
  private async row({ job }: JobRun): Promise<Import> {
    const { districtId, subjectId: id } = job;
    const row = await this.source.manager.findOneByOrFail(Import, { districtId, id });
    assertOwn(job, row);
    return row;
  }
}
