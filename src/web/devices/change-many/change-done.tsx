import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { BulkResult } from '../../../devices/in-bulk/bulk-result.js';
import { api, answer } from '../../api/client.js';
import { wordsOf } from '../../api/problem.js';
import { AtWork } from './at-work.js';
import { isOver, type Job, useJob } from '../../common/jobs/use-job.js';
import { LinkButton } from '../../common/link-button.js';
import { Failed, Loading } from '../../common/states.js';
import { number } from '../../common/words.js';
import { t } from '../../text/text.js';
import { BulkOutcome } from './bulk-outcome.js';

/** A change of many devices while it is made and after: what it did, and its undo. */
export function ChangeDone({ jobId }: { jobId: string }) {
  const { data: job, error, refetch } = useJob(jobId);
  useRefresh(job);
  if (error) return <Failed title={t('changeMany.unknown')} error={error} onRetry={() => void refetch()} />;
  if (!job) return <Loading />;
  if (!isOver(job)) return <AtWork job={job} title={t('changeMany.changing')} />;
  return (
    <Stack>
      {job.state === 'done' ? <Outcome result={job.result as BulkResult} /> : <Ended job={job} />}
      <Group>
        <LinkButton to="/devices" variant="default">
          {t('changeMany.back')}
        </LinkButton>
      </Group>
    </Stack>
  );
}

function Outcome({ result }: { result: BulkResult }) {
  return (
    <>
      <BulkOutcome result={result} />
      {result.changed > 0 && <Undo changeSetId={result.changeSetId} />}
    </>
  );
}

/** Stopped by somebody, or broken: what was changed before that stays. */
function Ended({ job }: { job: Job }) {
  return (
    <Alert
      color="orange"
      role="alert"
      title={job.state === 'failed' ? t('changeMany.failed') : t('changeMany.stopped')}
    >
      {t('changeMany.stoppedAt', { count: job.done, number: number(job.done) })}
    </Alert>
  );
}

function Undo({ changeSetId }: { changeSetId: string }) {
  const undoing = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/devices/bulk/{id}/undo', { params: { path: { id: changeSetId } } })),
  });
  const { data: job } = useJob(undoing.data?.id);
  useRefresh(job);
  if (job && isOver(job)) return <Undone job={job} />;
  if (job) return <AtWork job={job} title={t('changeMany.undoing')} />;
  return (
    <Stack gap="xs" align="start">
      {undoing.error && (
        <Alert color="red" role="alert">
          {wordsOf(undoing.error)}
        </Alert>
      )}
      <Button variant="default" onClick={() => undoing.mutate()} loading={undoing.isPending}>
        {t('changeMany.undo')}
      </Button>
    </Stack>
  );
}

function Undone({ job }: { job: Job }) {
  if (job.state !== 'done') return <Ended job={job} />;
  const { undone, leftCount } = job.result as { undone: number; leftCount: number };
  return (
    <Alert
      color="teal"
      role="status"
      title={t('changeMany.undone', { count: undone, number: number(undone) })}
    >
      {leftCount > 0 && (
        <Text>{t('changeMany.notUndone', { count: leftCount, number: number(leftCount) })}</Text>
      )}
    </Alert>
  );
}

/** Once a job is over, what the pages know of devices is old. */
function useRefresh(job: Job | undefined): void {
  const queries = useQueryClient();
  const ended = job !== undefined && isOver(job);
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'job' });
  }, [ended, queries]);
}
