import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '../../common/ids.js';
import { restoreScope, type Scope, type StoredScope, storeScope } from '../../access/scope.js';
import { Conflict, InvalidInput } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { ChunkedWorks, type Reached } from '../../jobs/chunked-work.js';
import type { JobRun } from '../../jobs/job-run.js';
import { JobsService, type JobView } from '../../jobs/jobs.service.js';
import { ChangeSetsService } from '../change-sets/change-sets.service.js';
import type { DeviceFilter } from '../device-filter.js';
import { DeviceSelection } from './device-selection.queries.js';
import type { DeviceInput } from '../planning/device-input.js';
import { DevicePlanner } from '../planning/device-planner.js';
import { DeviceRecorder } from '../recording/device-recorder.js';

const KIND = 'devices.change-in-bulk';
const CHUNK = 500;
/** Refused devices that the job's result names; the rest are counted. */
const MOST_NAMED = 1000;

interface BulkInput extends Reached<string, BulkResult> {
  filter: DeviceFilter;
  change: DeviceInput;
  scope: StoredScope;
}

/** What is on one device only. */
const ONE_DEVICES = ['serialNumber', 'assetTag', 'mac', 'imei', 'oldTag'] as const;

export interface BulkResult {
  changeSetId: string;
  changed: number;
  unchanged: number;
  refused: number;
  refusals: { id: string; code: string; detail: string }[];
}

/** One change to every device of a selection, an event for each, as a job that can be watched and stopped. */
@Injectable()
export class DeviceBulkService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: JobsService,
    private readonly chunks: ChunkedWorks,
    private readonly selection: DeviceSelection,
    private readonly planner: DevicePlanner,
    private readonly recorder: DeviceRecorder,
    private readonly changeSets: ChangeSetsService,
  ) {}

  onModuleInit(): void {
    this.jobs.register(KIND, { seenBy: 'devices:read', run: (run) => this.run(run) });
  }

  /** @throws Conflict where the selection has another size than the caller expects */
  async start(scope: Scope, filter: DeviceFilter, change: DeviceInput, expect?: number): Promise<JobView> {
    assertForMany(change);
    const total = await this.selection.count(scope, filter);
    if (expect !== undefined && expect !== total)
      throw new Conflict(
        `The selection has ${total} devices now, not ${expect}; look at it again.`,
        'SELECTION_CHANGED',
      );
    const changeSetId = newId();
    const input: BulkInput = {
      filter,
      change,
      scope: storeScope(scope),
      after: '00000000-0000-0000-0000-000000000000',
      tally: { changeSetId, changed: 0, unchanged: 0, refused: 0, refusals: [] },
    };
    const id = await this.transactions.run((tx) =>
      this.jobs.createWithin(tx, {
        districtId: scope.districtId,
        kind: KIND,
        lane: `bulk ${changeSetId}`,
        subjectId: changeSetId,
        input: { ...input },
        createdBy: scope.accountId,
      }),
    );
    return this.jobs.view(scope.districtId, id);
  }

  private async run(run: JobRun): Promise<BulkResult> {
    const { filter, change, scope: stored } = run.job.input as unknown as BulkInput;
    const scope = restoreScope(stored);
    return this.chunks.run<string, string, BulkResult>(run, {
      stage: 'changing',
      total: await this.selection.count(scope, filter),
      next: (after) => this.selection.next(scope, filter, after, CHUNK),
      keyOf: (id) => id,
      chunk: (tx, ids, before) => this.chunk(tx, scope, run.job.id, change, ids, before),
      doneOf: ({ changed, unchanged, refused }) => changed + unchanged + refused,
    });
  }

  private async chunk(
    tx: Tx,
    scope: Scope,
    subjectId: string,
    change: DeviceInput,
    ids: string[],
    before: BulkResult,
  ): Promise<BulkResult> {
    const tally = { ...before, refusals: [...before.refusals] };
    const context = await this.changeSets.beginWithin(tx, scope, 'bulk', {
      id: tally.changeSetId,
      subjectId,
    });
    const requests = ids.map((id) => ({ newId: id, targetId: id, input: change }));
    const plans = await this.planner.plan(tx, scope, context, requests, { writes: true, adds: false });
    await this.recorder.write(
      tx,
      context,
      plans.flatMap(({ prepared }) => prepared ?? []),
    );
    for (const [i, plan] of plans.entries()) {
      if (plan.outcome === 'refused') tally.refused += 1;
      else if (plan.outcome === 'unchanged') tally.unchanged += 1;
      else tally.changed += 1;
      const [problem] = plan.problems;
      if (plan.outcome === 'refused' && problem && tally.refusals.length < MOST_NAMED)
        tally.refusals.push({ id: ids[i] as string, code: problem.code, detail: problem.detail });
    }
    return tally;
  }
}

/** @throws InvalidInput for a change that says nothing, or gives many devices the same code */
function assertForMany(change: DeviceInput): void {
  const codes = ONE_DEVICES.filter((field) => change[field] !== undefined);
  if (codes.length > 0)
    throw new InvalidInput(
      'A code belongs to one device; change it there.',
      codes.map((field) => ({ field: `change.${field}`, code: 'ONE_DEVICE_ONLY', detail: 'not in bulk' })),
    );
  if (Object.keys(change).length === 0) throw new InvalidInput('Say what to change.');
}
