import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Conflict } from '../../src/common/refusal.js';
import { Transactions } from '../../src/database/transactions.js';
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
  at?: number;
}

/** Registers jobs that count, break and refuse; `get` is that of the application. */
export function registerTestJobs(get: <T>(type: new (...args: never[]) => T) => T, worker: string): void {
  const [jobs, transactions, source] = [get(JobsService), get(Transactions), get(DataSource)];
  jobs.register('test.steps', { seenBy: 'jobs:read', run: (run) => countSteps(run, transactions, worker) });
  jobs.register('test.refuses', {
    seenBy: 'jobs:read',
    run: () => Promise.reject(new Conflict('There is no more room.', 'FULL')),
  });
  jobs.register('test.throws', {
    seenBy: 'jobs:read',
    run: () => Promise.reject(new TypeError('a mistake of ours')),
  });
  jobs.register('test.breaks', { seenBy: 'jobs:read', run: () => source.query('SELECT 1 / 0') });
}

async function countSteps(run: JobRun, transactions: Transactions, worker: string): Promise<string> {
  const { job } = run;
  const { steps, each } = job.input as StepsInput;
  for (let step = (job.input as StepsInput).at ?? 0; step < steps; step += 1) {
    await sleep(each);
    await transactions.run(async (tx) => {
      await tx.query(`INSERT INTO test_steps (job, step, worker) VALUES ($1, $2, $3)`, [
        job.id,
        step,
        worker,
      ]);
      await run.rememberWithin(tx, { at: step + 1 });
      await run.progressWithin(tx, 'counting', step + 1, steps);
    });
  }
  return worker;
}
