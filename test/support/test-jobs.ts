import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Conflict } from '../../src/common/refusal.js';
import { ChunkedWorks } from '../../src/jobs/chunked-work.js';
import type { JobRun } from '../../src/jobs/job-run.js';
import { JobsService } from '../../src/jobs/jobs.service.js';

/** Where the jobs of these tests write what they did; each step may be there once, by its key. */
const STEPS_TABLE = `
  CREATE TABLE test_steps (job uuid, step integer, worker text, at timestamptz DEFAULT clock_timestamp());
  GRANT ALL ON test_steps TO rollcall_app`;

export async function addStepsTable(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(STEPS_TABLE);
  await owner.end();
}

export interface StepsInput extends Record<string, unknown> {
  steps: number;
  /** Milliseconds that each takes. */
  each: number;
}

/** Registers jobs that count, break and refuse; `get` is that of the application. */
export function registerTestJobs(get: <T>(type: new (...args: never[]) => T) => T, worker: string): void {
  const [jobs, works, source] = [get(JobsService), get(ChunkedWorks), get(DataSource)];
  const refuse = (): Promise<never> => Promise.reject(new Conflict('There is no more room.', 'FULL'));
  jobs.register('test.steps', { seenBy: 'jobs:read', run: (run) => countSteps(run, works, worker) });
  jobs.register('test.refuses', {
    seenBy: 'jobs:read',
    run: refuse,
  });
  jobs.register('test.never-ends', { seenBy: 'jobs:read', run: refuse, ended: refuse });
  jobs.register('test.throws', {
    seenBy: 'jobs:read',
    run: () => Promise.reject(new TypeError('a mistake of ours')),
  });
  jobs.register('test.breaks', { seenBy: 'jobs:read', run: () => source.query('SELECT 1 / 0') });
}

/** A step is a chunk. */
async function countSteps(run: JobRun, works: ChunkedWorks, worker: string): Promise<string> {
  const { job } = run;
  const { steps, each } = job.input as StepsInput;
  Object.assign(job.input, { after: 0, tally: 0, ...job.input });
  await works.run<number, number, number>(run, {
    stage: 'counting',
    total: steps,
    next: async (after) => {
      if (after === steps) return [];
      await sleep(each);
      return [after + 1];
    },
    keyOf: (step) => step,
    chunk: async (tx, [step = 0], before) => {
      await tx.query(`INSERT INTO test_steps (job, step, worker) VALUES ($1, $2, $3)`, [
        job.id,
        step - 1,
        worker,
      ]);
      return before + 1;
    },
    doneOf: (done) => done,
  });
  return worker;
}
