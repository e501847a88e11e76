import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../../common/ids.js';
import { type Scope, systemScope } from '../../access/scope.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { Conflict } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { ChunkedWorks } from '../../jobs/chunked-work.js';
import type { ClaimedJob, JobRun } from '../../jobs/job-run.js';
import { JobsService, type JobView } from '../../jobs/jobs.service.js';
import { ChangeSetUndo, type NotUndone } from './change-set-undo.service.js';
import { ChangeSetsService } from './change-sets.service.js';

const KIND = 'change-sets.undo';
const CHUNK = 1000;
const MOST_NAMED = 1000;

const alreadyUndone = (): Conflict => new Conflict('This change set was undone already.', 'ALREADY_UNDONE');

explainConstraint('change_sets_undone_once', alreadyUndone);

interface UndoTally {
  changeSetId: string;
  undone: number;
  leftCount: number;
  left: NotUndone[];
}

/** Undoes a whole change set as a job, devices in id order, resumable after any of them. */
@Injectable()
export class ChangeSetUndoJob implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly jobs: JobsService,
    private readonly chunks: ChunkedWorks,
    private readonly changeSets: ChangeSetsService,
    private readonly undo: ChangeSetUndo,
  ) {}

  onModuleInit(): void {
    this.jobs.register(KIND, { seenBy: 'devices:read', run: (run) => this.run(run) });
  }

  /** @throws Conflict where it was undone already, or came from a file, which is undone as a whole with its import */
  async start(scope: Scope, changeSetId: string): Promise<JobView> {
    const set = await this.changeSets.find(scope, changeSetId);
    if (set.kind === 'import')
      throw new Conflict(`It came from a file; undo the import ${set.subjectId}.`, 'UNDO_THE_IMPORT');
    if (set.undoneById) throw alreadyUndone();
    const undoId = newId();
    const id = await this.transactions.run(async (tx) => {
      const jobId = await this.jobs.createWithin(tx, {
        districtId: scope.districtId,
        kind: KIND,
        lane: `undo ${changeSetId}`,
        subjectId: changeSetId,
        input: {
          timeZone: scope.timeZone,
          accountId: scope.accountId,
          after: '00000000-0000-0000-0000-000000000000',
          tally: { changeSetId: undoId, undone: 0, leftCount: 0, left: [] },
        },
        createdBy: scope.accountId,
      });
      // Of two who ask at once, the second is stopped here and not half-way through its job.
      await this.changeSets.beginWithin(tx, scope, 'undo', {
        id: undoId,
        subjectId: jobId,
        undoesId: changeSetId,
      });
      return jobId;
    });
    return this.jobs.view(scope.districtId, id);
  }

  private async run(run: JobRun): Promise<UndoTally> {
    const { job } = run;
    const { timeZone, accountId } = job.input as { timeZone: string; accountId: string | null };
    const scope: Scope = { ...systemScope({ id: job.districtId, timeZone }), accountId };
    const { devices } = await this.changeSets.find(scope, job.subjectId);
    return this.chunks.run<string, string, UndoTally>(run, {
      stage: 'undoing',
      total: devices,
      next: (after) => this.next(job, after),
      keyOf: (id) => id,
      chunk: (tx, ids, before) => this.chunk(tx, scope, job, ids, before),
      doneOf: ({ undone, leftCount }) => undone + leftCount,
    });
  }

  private async next({ districtId, subjectId }: ClaimedJob, after: string): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT DISTINCT device_id AS id FROM device_events
        WHERE district_id = $1 AND change_set_id = $2 AND device_id > $3 ORDER BY device_id LIMIT ${CHUNK}`,
      [districtId, subjectId, after],
    );
    return rows.map(({ id }) => id);
  }

  private async chunk(
    tx: Tx,
    scope: Scope,
    job: ClaimedJob,
    ids: string[],
    before: UndoTally,
  ): Promise<UndoTally> {
    const context = await this.changeSets.beginWithin(tx, scope, 'undo', {
      id: before.changeSetId,
      subjectId: job.id,
      undoesId: job.subjectId,
    });
    const { undone, left } = await this.undo.undoDevices(tx, scope, context, job.subjectId, ids);
    return {
      ...before,
      undone: before.undone + undone,
      leftCount: before.leftCount + left.length,
      left: [...before.left, ...left].slice(0, MOST_NAMED),
    };
  }
}
