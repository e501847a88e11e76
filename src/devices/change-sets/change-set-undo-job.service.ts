import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../../common/ids.js';
import { restoreScope, type Scope, type StoredScope, storeScope } from '../../access/scope.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { Conflict, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { ChunkedWorks, type Reached } from '../../jobs/chunked-work.js';
import type { ClaimedJob, JobRun } from '../../jobs/job-run.js';
import { JobsService, type JobView } from '../../jobs/jobs.service.js';
import { ChangeSetUndo, type NotUndone, STANDS } from './change-set-undo.service.js';
import { ChangeSetsService, type ChangeSetView } from './change-sets.service.js';

const KIND = 'change-sets.undo';
const CHUNK = 1000;
const MOST_NAMED = 1000;

const alreadyUndone = (): Conflict => new Conflict('These changes were undone already.', 'ALREADY_UNDONE');

explainConstraint('change_sets_undone_once', alreadyUndone);

/** What is left to undo of a change set. */
interface Standing {
  devices: number;
  /** The lane of the work that makes or made the changes. */
  lane: string | null;
  /** The change set of an earlier undo that left something; the rest is undone under it. */
  undoId: string | null;
  isUnderWay: boolean;
}

interface UndoTally {
  changeSetId: string;
  undone: number;
  leftCount: number;
  left: NotUndone[];
}

interface UndoInput extends Reached<string, UndoTally> {
  scope: StoredScope;
  devices: number;
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
    this.jobs.register(KIND, {
      seenBy: 'devices:read',
      stoppedBy: () => 'devices:admin',
      run: (run) => this.run(run),
    });
  }

  /** @throws Conflict if the changes were undone, are being undone, or came from a file, which its import undoes whole */
  async start(scope: Scope, changeSetId: string): Promise<JobView> {
    return this.begin(scope, await this.changeSets.find(scope, changeSetId));
  }

  /**
   * Starts the undo of a bulk change that the caller made. This needs no permission to undo the work of others.
   * @throws NotFound for any other change set
   */
  async startOwn(scope: Scope, changeSetId: string): Promise<JobView> {
    const set = await this.changeSets.find(scope, changeSetId);
    if (set.kind !== 'bulk' || set.actorId === null || set.actorId !== scope.accountId)
      throw new NotFound('The change', 'CHANGE_SET_NOT_FOUND');
    return this.begin(scope, set);
  }

  private async begin(scope: Scope, set: ChangeSetView): Promise<JobView> {
    if (set.kind === 'import')
      throw new Conflict(
        `These changes came from a file. Undo the import ${set.subjectId} instead.`,
        'UNDO_THE_IMPORT',
      );
    if (set.kind === 'replacement')
      throw new Conflict(
        'These changes replaced a device because of a warranty claim. Undo the replacement on the page of the claim instead.',
        'UNDO_THE_REPLACEMENT',
      );
    if (set.kind === 'lot')
      throw new Conflict(
        'These devices left with a lot, and somebody signed for them. If a device is still here, an admin reopens it on its page.',
        'LOT_HAS_LEFT',
      );
    const id = await this.transactions.run(async (tx) => {
      const { devices, lane, undoId, isUnderWay } = await this.lockStanding(tx, scope, set.id);
      if (isUnderWay)
        throw new Conflict(
          'These changes are being undone now. Wait until that is done.',
          'REQUEST_UNDER_WAY',
        );
      if (devices === 0 && set.events > 0) throw alreadyUndone();
      const changeSetId = undoId ?? newId();
      const input: UndoInput = {
        scope: storeScope(scope),
        devices,
        after: '00000000-0000-0000-0000-000000000000',
        tally: { changeSetId, undone: 0, leftCount: 0, left: [] },
      };
      const jobId = await this.jobs.createWithin(tx, {
        districtId: scope.districtId,
        kind: KIND,
        lane: lane ?? `undo ${set.id}`,
        subjectId: set.id,
        input: { ...input },
        createdBy: scope.accountId,
      });
      await this.changeSets.beginWithin(tx, scope, 'undo', {
        id: changeSetId,
        subjectId: jobId,
        undoesId: set.id,
      });
      return jobId;
    });
    return this.jobs.view(scope.districtId, id);
  }

  /**
   * What is left to undo of a change set. Of two who ask at once, the second waits here for the first. An undo goes
   * into the lane of the work that makes the changes: it begins when that work has ended or was cancelled.
   */
  private async lockStanding(tx: Tx, { districtId }: Scope, id: string): Promise<Standing> {
    // Change sets are never updated, so that their rows cannot be locked either.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('undo ' || $1, 0))`, [id]);
    const [standing] = await tx.query<Standing[]>(
      `SELECT (SELECT count(DISTINCT l.device_id)::int FROM device_events l
                WHERE l.district_id = $1 AND l.change_set_id = c.id AND ${STANDS}) AS devices,
              (SELECT lane FROM jobs WHERE district_id = $1 AND c.subject_id IN (id, subject_id)
                ORDER BY id DESC LIMIT 1) AS lane,
              u.id AS "undoId",
              EXISTS (SELECT 1 FROM jobs WHERE district_id = $1 AND kind = $3 AND subject_id = c.id
                                           AND state IN ('queued', 'running')) AS "isUnderWay"
         FROM change_sets c LEFT JOIN change_sets u ON u.district_id = $1 AND u.undoes_id = c.id
        WHERE c.district_id = $1 AND c.id = $2`,
      [districtId, id, KIND],
    );
    return standing as Standing;
  }

  private async run(run: JobRun): Promise<UndoTally> {
    const { job } = run;
    const { scope: stored, devices } = job.input as unknown as UndoInput;
    const scope = restoreScope(stored);
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
      `SELECT DISTINCT l.device_id AS id FROM device_events l
        WHERE l.district_id = $1 AND l.change_set_id = $2 AND l.device_id > $3 AND ${STANDS}
        ORDER BY l.device_id LIMIT ${CHUNK}`,
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
    const context = this.changeSets.contextOf(scope, before.changeSetId);
    const { undone, left } = await this.undo.undoDevices(tx, scope, context, job.subjectId, ids);
    return {
      ...before,
      undone: before.undone + undone,
      leftCount: before.leftCount + left.length,
      left: [...before.left, ...left].slice(0, MOST_NAMED),
    };
  }
}
