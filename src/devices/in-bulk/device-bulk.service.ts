import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '../../common/ids.js';
import { restoreScope, type Scope, type StoredScope, storeScope } from '../../access/scope.js';
import { Conflict, InvalidInput } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import { ChunkedWorks, type Reached } from '../../jobs/chunked-work.js';
import type { JobRun } from '../../jobs/job-run.js';
import { JobsService, type JobView } from '../../jobs/jobs.service.js';
import type { DeviceFilter } from '../lists/device-filter.js';
import { shownChanges } from '../change-sets/shown-changes.js';
import { DeviceNames } from '../device-names.service.js';
import type { BulkResult, BulkTally, StoredResult } from './bulk-result.js';
import { DeviceBulkWork, NOTHING_DONE } from './device-bulk-work.service.js';
import { DeviceSelection } from './device-selection.queries.js';
import type { DeviceInput } from '../planning/device-input.js';

const KIND = 'devices.change-in-bulk';
const REHEARSAL = 'devices.rehearse-in-bulk';
const CHUNK = 500;

interface BulkInput extends Reached<string, BulkTally> {
  filter: DeviceFilter;
  change: DeviceInput;
  scope: StoredScope;
}

/** What is on one device only. */
const ONE_DEVICES = ['serialNumber', 'assetTag', 'mac', 'imei', 'oldTag'] as const;

interface BulkOptions {
  /** How many devices the caller expects to change. */
  expect?: number;
  /** Whether to find out what would change without changing anything. */
  rehearse?: boolean;
}

/** One change to every device of a selection, an event for each, as a job that can be watched and stopped. */
@Injectable()
export class DeviceBulkService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: JobsService,
    private readonly chunks: ChunkedWorks,
    private readonly selection: DeviceSelection,
    private readonly work: DeviceBulkWork,
    private readonly names: DeviceNames,
  ) {}

  onModuleInit(): void {
    for (const kind of [KIND, REHEARSAL])
      this.jobs.register(kind, {
        seenBy: 'devices:read',
        stoppedBy: () => 'devices:edit',
        run: (run) => this.run(run),
        // A job that was cut short has kept its tally alone.
        shown: (scope, result) =>
          this.shown(scope, { rehearsed: kind === REHEARSAL, ...(result as BulkTally) }),
      });
  }

  /** @throws Conflict where the selection has another size than the caller expects */
  async start(
    scope: Scope,
    filter: DeviceFilter,
    change: DeviceInput,
    { expect, rehearse = false }: BulkOptions,
  ): Promise<JobView> {
    assertForMany(change);
    const total = await this.selection.count(scope, filter);
    if (expect !== undefined && expect !== total)
      throw new Conflict(
        `Your selection now has ${total} devices instead of ${expect}. Check the list again before you change them.`,
        'SELECTION_CHANGED',
      );
    const changeSetId = newId();
    const input: BulkInput = {
      filter,
      change,
      scope: storeScope(scope),
      after: '00000000-0000-0000-0000-000000000000',
      tally: { ...NOTHING_DONE, changeSetId },
    };
    const id = await this.transactions.run((tx) =>
      this.jobs.createWithin(tx, {
        districtId: scope.districtId,
        kind: rehearse ? REHEARSAL : KIND,
        lane: `bulk ${changeSetId}`,
        subjectId: changeSetId,
        input: { ...input },
        createdBy: scope.accountId,
      }),
    );
    return this.jobs.view(scope.districtId, id);
  }

  private async run(run: JobRun): Promise<StoredResult> {
    const { id: jobId, kind, input } = run.job;
    const { filter, change, scope: stored } = input as unknown as BulkInput;
    const rehearsed = kind === REHEARSAL;
    const scope = restoreScope(stored);
    const work = { change, rehearses: rehearsed, jobId };
    const tally = await this.chunks.run<string, string, BulkTally>(run, {
      stage: rehearsed ? 'rehearsing' : 'changing',
      total: await this.selection.count(scope, filter),
      next: (after) => this.selection.next(scope, filter, after, CHUNK),
      keyOf: (id) => id,
      chunk: (tx, ids, before) => this.work.chunk(tx, scope, work, ids, before),
      doneOf: ({ changed, unchanged, refused }) => changed + unchanged + refused,
    });
    return { ...tally, rehearsed };
  }

  /** Adds the names that the reader may see, with three statements for any number of devices. */
  private async shown(scope: Scope, stored: StoredResult): Promise<BulkResult> {
    const result = { ...NOTHING_DONE, ...stored };
    const { refusals } = result;
    const examples = result.examples.map((one) => ({ ...one, changes: shownChanges(scope, one.changes) }));
    const devices = await this.names.ofDevices(
      scope,
      [...refusals, ...examples].map(({ id }) => id),
    );
    const names = await this.names.ofChanges(
      scope,
      'devices.bulk',
      examples.map(({ changes }) => changes),
    );
    const deviceOf = (id: string): string | null => devices.get(id) ?? null;
    return {
      ...result,
      refusals: refusals.map((one) => ({ ...one, device: deviceOf(one.id) })),
      examples: examples.map((one, i) => ({
        ...one,
        device: deviceOf(one.id),
        names: { ...one.names, ...names[i] },
      })),
    };
  }
}

/** @throws InvalidInput for a change that says nothing, or gives many devices the same code */
function assertForMany(change: DeviceInput): void {
  const codes = ONE_DEVICES.filter((field) => change[field] !== undefined);
  if (codes.length > 0)
    throw new InvalidInput(
      'A code belongs to one device, so it cannot be changed for many at once. Change it on the page of the device.',
      codes.map((field) => ({
        field: `change.${field}`,
        code: 'ONE_DEVICE_ONLY',
        detail: 'Change this on the page of the device.',
      })),
    );
  if (Object.keys(change).length === 0) throw new InvalidInput('Choose at least one field to change.');
}
