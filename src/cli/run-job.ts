import { setTimeout as sleep } from 'node:timers/promises';
import { JobsService, type JobView } from '../jobs/jobs.service.js';
import { Progress } from './progress.js';
import type { Session } from './session.js';

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
    let working: Promise<void> | undefined;
    for (;;) {
      working ??= jobs.work(districtId, jobId).finally(() => {
        working = undefined;
      });
      await Promise.race([working, sleep(500)]);
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
