import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { DistrictsService } from '../../src/access/districts.service.js';
import { createApp } from '../../src/app.js';
import { createLog } from '../../src/common/log.js';
import { readSettings } from '../../src/config/settings.js';
import { Transactions } from '../../src/database/transactions.js';
import { JobsService, type JobView } from '../../src/jobs/jobs.service.js';
import { registerTestJobs, type StepsInput } from './test-jobs.js';

export interface StepRow {
  step: number;
  worker: string;
  at: Date;
}

/** One process of the application that makes jobs, works on them, or both. */
export class JobsProcess {
  districtId = '';

  private constructor(
    readonly nest: NestFastifyApplication,
    readonly jobs: JobsService,
    readonly source: DataSource,
  ) {}

  static async start(
    appUrl: string,
    role: 'api' | 'worker' | 'all',
    redisUrl: string | undefined,
    name = 'here',
    log = createLog('fatal', 'stderr'),
  ): Promise<JobsProcess> {
    const settings = readSettings({ PORT: '0', ROLE: role, ...(redisUrl && { REDIS_URL: redisUrl }) });
    const nest = await createApp(settings, appUrl, log, { pages: false });
    registerTestJobs((type) => nest.get(type, { strict: false }), name);
    return new JobsProcess(nest, nest.get(JobsService), nest.get(DataSource));
  }

  async inNewDistrict(): Promise<this> {
    const slug = `d${randomUUID().slice(0, 8)}`;
    const district = { name: slug, slug, timeZone: 'America/Los_Angeles' };
    ({ id: this.districtId } = await this.nest.get(DistrictsService, { strict: false }).create(district));
    return this;
  }

  /** Makes a job and commits it; jobs of one lane go one after the other. */
  add(kind: string, input: Partial<StepsInput> = {}, lane: string = randomUUID()): Promise<string> {
    return this.nest.get(Transactions, { strict: false }).run((tx) =>
      this.jobs.createWithin(tx, {
        districtId: this.districtId,
        kind,
        lane,
        subjectId: randomUUID(),
        input,
        createdBy: null,
      }),
    );
  }

  count(steps: number, each: number, lane?: string): Promise<string> {
    return this.add('test.steps', { steps, each }, lane);
  }

  view(id: string): Promise<JobView> {
    return this.jobs.view(this.districtId, id);
  }

  stepsOf(id: string): Promise<StepRow[]> {
    return this.source.query<StepRow[]>(
      `SELECT step, worker, at FROM test_steps WHERE job = $1 ORDER BY at`,
      [id],
    );
  }

  /** Waits until the job is over. */
  async over(id: string, seconds = 40): Promise<JobView> {
    return until(seconds, async () => {
      const job = await this.view(id);
      return job.state !== 'queued' && job.state !== 'running' ? job : undefined;
    });
  }

  /** Waits until so many of its steps are done. */
  async reached(id: string, steps: number): Promise<void> {
    await until(20, async () => ((await this.view(id)).done >= steps ? true : undefined));
  }

  /** As if a lease had ended, or a wait was over; nobody wants to sit through either. */
  async hurry(id: string, what: 'lease' | 'attempt'): Promise<void> {
    const column = what === 'lease' ? 'lease_until' : 'next_attempt_at';
    await this.source.query(
      `UPDATE jobs SET ${column} = now() - interval '3 seconds' WHERE district_id = $1 AND id = $2`,
      [this.districtId, id],
    );
  }

  close(): Promise<void> {
    return this.nest.close();
  }
}

/** Asks until there is an answer. A question that fails is asked again: servers may be restarting. */
export async function until<T>(seconds: number, ask: () => Promise<T | undefined>): Promise<T> {
  let last: unknown;
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(50)) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`not within ${seconds} seconds`, { cause: last });
}
