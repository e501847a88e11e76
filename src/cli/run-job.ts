import { setTimeout as sleep } from 'node:timers/promises';
import { JobsService, type JobView } from '../jobs/jobs.service.js';
import { Progress } from './progress.js';
import type { Session } from './session.js';

const LOOK_EVERY_MS = 250;

/**
 * Sees a job through: does it here where no server takes it, watches it where one does. Ctrl-C asks it to stop
 * after its chunk.
 */
export async function runJob({ app }: Session, districtId: string, jobId: string): Promise<JobView> {
  const jobs = app.get(JobsService);
  const progress = new Progress();
  const cancel = (): void => void jobs.cancel(districtId, jobId);
  process.once('SIGINT', cancel);
  try {
    let working: Promise<unknown> | undefined;
    for (;;) {
      // It may be another process that works on it, or not be its turn yet: asked again now and then.
      working ??= jobs.work(districtId, jobId).finally(() => {
        working = undefined;
      });
      await sleep(LOOK_EVERY_MS);
      const job = await jobs.view(districtId, jobId);
      progress.show(job);
      if (job.state !== 'queued' && job.state !== 'running') {
        await working;
        return job;
      }
    }
  } finally {
    progress.end();
    process.removeListener('SIGINT', cancel);
  }
}
