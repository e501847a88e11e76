import { Injectable } from '@nestjs/common';
import { type Scope, type StoredScope, storeScope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { emptyPlan } from './chunk-runner.js';
import { ImportKinds } from '../import-kinds.js';
import { Import, type ImportState } from '../imports.entities.js';
import { ImportNotFound, KEPT_DAYS, TooLateToUndo, UploadForgotten, WrongState } from '../imports.errors.js';

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

/** What may be done with an import that is there: each step is a job. */
@Injectable()
export class ImportCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly kinds: ImportKinds,
    private readonly jobs: JobsService,
  ) {}

  /** Starts the rehearsal or the commit of an import, in the transaction that made it ready. */
  async startWithin(tx: Tx, scope: Scope, id: string, mode: ImportMode): Promise<void> {
    const input: ImportJobInput = { scope: storeScope(scope), mode };
    const jobId = await this.jobs.createWithin(tx, {
      districtId: scope.districtId,
      kind: mode === 'commit' ? COMMIT_JOB : REHEARSE_JOB,
      lane: mode === 'commit' ? LANE : `rehearse ${id}`,
      subjectId: id,
      input: { ...input },
      createdBy: scope.accountId,
    });
    await this.setState(tx, scope, id, mode === 'commit' ? 'queued' : 'rehearsing', jobId);
  }

  /**
   * Commits what was rehearsed, or goes on with a commit that was cancelled or failed.
   * @throws WrongState where it is done already, or half undone
   */
  commit(scope: Scope, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { row, lastJob } = await this.lock(tx, scope, id, ['rehearsed', 'cancelled', 'failed']);
      if (lastJob === UNDO_JOB) throw new WrongState('half undone', 'rehearsed, cancelled or failed');
      if (row.fileId === null) throw new UploadForgotten();
      if (lastJob === REHEARSE_JOB)
        await tx.query(
          `UPDATE imports SET applied_through = 0, plan = $3::jsonb WHERE district_id = $1 AND id = $2`,
          [scope.districtId, id, JSON.stringify(emptyPlan())],
        );
      await this.startWithin(tx, scope, id, 'commit');
    });
  }

  /**
   * Takes back what was committed, all of it or up to a cancel; an undo that was stopped itself goes on.
   * @throws WrongState where nothing was committed, or it is undone already
   */
  undo(scope: Scope, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { row, lastJob } = await this.lock(tx, scope, id, ['committed', 'cancelled', 'failed']);
      if (lastJob === REHEARSE_JOB) throw new WrongState('not committed', 'committed');
      if (isForgotten(row)) throw new TooLateToUndo();
      const begun = lastJob === UNDO_JOB && row.jobId;
      const jobId = await this.jobs.createWithin(tx, {
        districtId: scope.districtId,
        kind: UNDO_JOB,
        lane: LANE,
        subjectId: id,
        input: begun
          ? await this.jobs.inputOf(tx, scope.districtId, begun)
          : {
              scope: storeScope(scope),
              changeSetId: newId(),
              after: 0,
              tally: { undone: 0, leftCount: 0, left: [] },
            },
        createdBy: scope.accountId,
      });
      await this.setState(tx, scope, id, 'undoing', jobId);
    });
  }

  /** Asks what is under way to stop after its chunk; does nothing where nothing is. */
  async cancel(scope: Scope, { kind, jobId }: Pick<Import, 'kind' | 'jobId'>): Promise<void> {
    this.kinds.allowed(scope, kind);
    if (jobId) await this.jobs.cancel(scope.districtId, jobId);
  }

  private async lock(
    tx: Tx,
    scope: Scope,
    id: string,
    wanted: ImportState[],
  ): Promise<{ row: Import; lastJob: string | null }> {
    const row = await tx.findOne(Import, {
      where: { districtId: scope.districtId, id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row) throw new ImportNotFound();
    this.kinds.allowed(scope, row.kind);
    if (!wanted.includes(row.state)) throw new WrongState(row.state, wanted.join(' or '));
    const lastJob = row.jobId && (await this.jobs.kindWithin(tx, scope.districtId, row.jobId));
    return { row, lastJob };
  }

  private async setState(tx: Tx, scope: Scope, id: string, state: ImportState, jobId: string): Promise<void> {
    await tx.query(`UPDATE imports SET state = $3, job_id = $4 WHERE district_id = $1 AND id = $2`, [
      scope.districtId,
      id,
      state,
      jobId,
    ]);
  }
}

/** Whether the sweep may have been here; by the date, so that the answer does not hang on when it last ran. */
function isForgotten({ committedAt, createdAt }: Import): boolean {
  return (committedAt ?? createdAt).getTime() < Date.now() - KEPT_DAYS * 86_400_000;
}
