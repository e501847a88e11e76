import { Paper, Text } from '@mantine/core';
import type { Job } from '../../common/jobs/use-job.js';
import { JobProgress } from '../../jobs/job-popover.js';

/** A job that this page waits for: what it does, how far it is, and the way to stop it. */
export function AtWork({ job, title }: { job: Job; title: string }) {
  return (
    <Paper withBorder p="md">
      <Text fw={600}>{title}</Text>
      <JobProgress job={job} />
    </Paper>
  );
}
