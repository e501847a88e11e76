import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { restoreScope, type Scope, siteFilter, storeScope, type StoredScope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { ChunkedWorks, type Reached } from '../../jobs/chunked-work.js';
import type { ClaimedJob, JobRun } from '../../jobs/job-run.js';
import { type JobHandler, JobsService, type JobView } from '../../jobs/jobs.service.js';
import { inactiveVendor } from '../../vendors/vendors.errors.js';
import { type AnsweredDevice, LookUpWrites, type LookUpTally, NOTHING_ASKED } from './look-up-writes.js';
import { MakerSilent } from './look-ups.errors.js';
import { MakerAccounts, type OpenAccount } from './maker-accounts.service.js';
import { MakerCalls, MakerHttp, MakerSilence } from './maker-calls.js';
import type { AskedDevice, MakerName } from './makers/maker.js';
import { MAKER_NAMED } from './makers/makers.js';

const KIND = 'coverages.look-up';
/** Lots of devices in a row about which the maker says nothing at all. */
const MOST_SILENT = 3;

/** Which devices of a manufacturer a maker is asked about. */
export const LOOK_UP_DEVICES = ['new', 'all'] as const;
export type LookUpDevices = (typeof LOOK_UP_DEVICES)[number];

interface LookUpInput extends Reached<string, LookUpTally> {
  maker: MakerName;
  devices: LookUpDevices;
  deviceIds: string[] | null;
  /** ISO. With `new`, answers from before this instant count as none. */
  askedBefore?: string | null;
  scope: StoredScope;
}

/** Which devices a look-up is about. */
export interface LookUpDevicesAsked {
  devices: LookUpDevices;
  /** Only these; all where nothing is said. */
  deviceIds?: string[] | undefined;
  /** With `new`, answers from before this instant count as none. */
  askedBefore?: Date | null;
}

const DEVICES = `
  FROM devices d JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
 WHERE d.district_id = $1 AND lower(m.manufacturer) = lower($2) AND d.serial_number IS NOT NULL
   AND d.status NOT IN ('disposed', 'void') AND ($3::uuid[] IS NULL OR d.site_id = ANY ($3))
   AND ($4::uuid[] IS NULL OR d.id = ANY ($4))
   AND ($5 OR NOT EXISTS (
     SELECT FROM coverage_answers a
      WHERE a.district_id = $1 AND a.device_id = d.id AND a.maker = $6 AND a.serial_number = d.serial_number
        AND a.outcome <> 'failed' AND ($7::timestamptz IS NULL OR a.asked_at >= $7)))`;

/** Asks makers which warranties they have on record for devices, as a job. */
@Injectable()
export class LookUps implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly jobs: JobsService,
    private readonly chunks: ChunkedWorks,
    private readonly accounts: MakerAccounts,
    private readonly http: MakerHttp,
    private readonly writes: LookUpWrites,
  ) {}

  onModuleInit(): void {
    const noteEnd: NonNullable<JobHandler['ended']> = (tx, job, state, problem) =>
      this.accounts.noteEndWithin(
        tx,
        job.districtId,
        makerOf(job),
        state === 'failed' ? (problem?.detail ?? '') : null,
      );
    this.jobs.register(KIND, {
      seenBy: 'warranty:edit',
      run: (run) => this.run(run),
      done: (tx, job) => this.accounts.noteEndWithin(tx, job.districtId, makerOf(job), null),
      ended: noteEnd,
    });
  }

  /**
   * Starts to ask a maker about the devices of its make at the caller's sites.
   * @throws MakerAccountMissing; InvalidInput where the district no longer deals with the maker's vendor
   */
  async start(scope: Scope, maker: MakerName, asked: LookUpDevicesAsked): Promise<JobView> {
    // So that whoever asks hears at once what is missing.
    const { vendor } = await this.accounts.open(scope.districtId, maker);
    if (!vendor.isActive) throw inactiveVendor('maker', vendor.name);
    const id = await this.transactions.run((tx) => this.startWithin(tx, scope, maker, asked));
    return this.jobs.view(scope.districtId, id);
  }

  /** @returns the id of the job */
  startWithin(
    tx: Tx,
    scope: Scope,
    maker: MakerName,
    { devices, deviceIds, askedBefore }: LookUpDevicesAsked,
  ): Promise<string> {
    const { districtId } = scope;
    const input: LookUpInput = {
      maker,
      devices,
      deviceIds: deviceIds ?? null,
      askedBefore: askedBefore?.toISOString() ?? null,
      scope: storeScope(scope),
      after: '00000000-0000-0000-0000-000000000000',
      tally: NOTHING_ASKED,
    };
    return this.jobs.createWithin(tx, {
      districtId,
      kind: KIND,
      lane: laneOf(maker),
      subjectId: newId(),
      input: { ...input },
      createdBy: scope.accountId,
    });
  }

  /** Whether a look-up of this maker waits or runs. */
  async isUnderWay(tx: Tx, districtId: string, maker: MakerName): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `SELECT 1 FROM jobs WHERE district_id = $1 AND lane = $2 AND state IN ('queued', 'running') LIMIT 1`,
      [districtId, laneOf(maker)],
    );
    return rows.length > 0;
  }

  private async run(run: JobRun): Promise<LookUpTally> {
    const input = run.job.input as unknown as LookUpInput;
    const account = await this.accounts.open(run.job.districtId, input.maker);
    const calls = new MakerCalls(this.http, () => run.assertGoingOn());
    const asking = { silent: 0 };
    return this.chunks.run<string, AnsweredDevice, LookUpTally>(run, {
      stage: 'asking',
      total: await this.count(input),
      next: async (after) => this.ask(calls, account, await this.next(input, after), asking),
      keyOf: ({ device }) => device.deviceId,
      chunk: (tx, answers, before) =>
        this.writes.write(tx, restoreScope(input.scope), run.job.id, account, answers, before),
      doneOf: ({ asked }) => asked,
    });
  }

  /** @throws MakerRefusal, or MakerSilent where nothing has come for several lots */
  private async ask(
    calls: MakerCalls,
    { maker, credentials }: OpenAccount,
    devices: AskedDevice[],
    asking: { silent: number },
  ): Promise<AnsweredDevice[]> {
    if (devices.length === 0) return [];
    let why = `${maker.manufacturer} left it out of its answer.`;
    const answers = await maker.ask(calls, credentials, devices).catch((error: unknown) => {
      if (!(error instanceof MakerSilence)) throw error;
      why = error.message;
      return new Map<string, never>();
    });
    const answered = devices.map((device) => ({
      device,
      answer: answers.get(device.deviceId) ?? { outcome: 'failed' as const, detail: why },
    }));
    const [failed] = answered.map(({ answer }) => answer).filter(({ outcome }) => outcome === 'failed');
    const isSilent = answered.every(({ answer }) => answer.outcome === 'failed');
    asking.silent = isSilent ? asking.silent + 1 : 0;
    if (asking.silent >= MOST_SILENT && failed?.outcome === 'failed')
      throw new MakerSilent(maker.manufacturer, failed.detail);
    return answered;
  }

  private async count(input: LookUpInput): Promise<number> {
    const [row] = await this.source.query<{ total: number }[]>(
      `SELECT count(*)::int AS total ${DEVICES} AND d.id > $8`,
      [...parametersOf(input), input.after],
    );
    return (row?.total ?? 0) + input.tally.asked;
  }

  private next(input: LookUpInput, after: string): Promise<AskedDevice[]> {
    return this.source.query<AskedDevice[]>(
      `SELECT d.id AS "deviceId", d.serial_number AS "serialNumber", m.name AS "modelName"
              ${DEVICES} AND d.id > $8 ORDER BY d.id LIMIT $9`,
      [...parametersOf(input), after, MAKER_NAMED[input.maker].mostAtOnce],
    );
  }
}

function parametersOf({ maker, devices, deviceIds, askedBefore, scope: stored }: LookUpInput): unknown[] {
  const scope = restoreScope(stored);
  const { manufacturer } = MAKER_NAMED[maker];
  const isAll = devices === 'all';
  return [scope.districtId, manufacturer, siteFilter(scope), deviceIds, isAll, maker, askedBefore ?? null];
}

/** Makers want few calls at the same time, so one look-up of each runs at a time. */
function laneOf(maker: MakerName): string {
  return `look-up ${maker}`;
}

function makerOf({ input }: ClaimedJob): MakerName {
  return (input as unknown as LookUpInput).maker;
}
