import { Badge, Button, Indicator, Popover, Progress, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconProgress } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, wordsOf } from '../api/problem.js';
import { number, when, word } from '../common/words.js';
import { t } from '../text/text.js';
import { isRunning, type Job } from './job-state.js';

/** The button of the tray, and behind it each job. */
export function JobPopover({ jobs }: { jobs: Job[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const running = jobs.filter(isRunning).length;
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width={340} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className="tray-button"
          onClick={() => setIsOpen(!isOpen)}
          aria-expanded={isOpen}
          aria-label={t('jobs.tray', { count: running })}
        >
          <Indicator disabled={running === 0} label={running} size={18} color="cyan.9">
            <IconProgress aria-hidden />
          </Indicator>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Text fw={700} mb="xs">
          {t('jobs.title')}
        </Text>
        <Stack gap="md" mah="60dvh" style={{ overflowY: 'auto' }}>
          {jobs.map((job) => (
            <JobLine key={job.id} job={job} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function JobLine({ job }: { job: Job }) {
  return (
    <div>
      <Text fw={600}>
        {word('jobKind', job.kind)}{' '}
        {!isRunning(job) && <Badge variant="default">{word('jobState', job.state)}</Badge>}
      </Text>
      {isRunning(job) ? <JobProgress job={job} /> : <JobEnd job={job} />}
    </div>
  );
}

/** How far a job is: rows, rate, time left, and a button to stop it. */
export function JobProgress({
  job,
}: {
  job: Pick<Job, 'id' | 'kind' | 'state' | 'done' | 'total' | 'rate' | 'etaSeconds'>;
}) {
  const queries = useQueryClient();
  const cancelling = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id: job.id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
  const { done, total, rate, etaSeconds } = job;
  const facts = [
    total === null
      ? t('jobs.done', { done: number(done) })
      : t('jobs.doneOf', { done: number(done), total: number(total) }),
    rate === null ? '' : t('jobs.rate', { rate: number(Math.round(rate)) }),
    etaSeconds === null ? '' : timeLeft(etaSeconds),
  ].filter(Boolean);
  return (
    <>
      <Progress
        value={total ? (100 * done) / total : 100}
        animated={!total}
        my={6}
        size="lg"
        aria-label={word('jobKind', job.kind)}
      />
      <Text size="sm" c="dimmed">
        {job.state === 'queued' ? t('jobs.queued') : facts.join(' · ')}
      </Text>
      <Button
        variant="default"
        size="xs"
        mt={6}
        onClick={() => cancelling.mutate()}
        loading={cancelling.isPending}
        disabled={cancelling.isSuccess}
      >
        {cancelling.isSuccess ? t('jobs.stopping') : t('jobs.stop')}
      </Button>
      {cancelling.error && (
        <Text size="sm" role="alert">
          {cancelling.error instanceof Problem ? cancelling.error.message : wordsOf(cancelling.error)}
        </Text>
      )}
    </>
  );
}

function JobEnd({ job }: { job: Job }) {
  return (
    <Text size="sm" c="dimmed">
      {when(job.finishedAt)}
      {job.problem && ` · ${job.problem}`}
    </Text>
  );
}

function timeLeft(seconds: number): string {
  return seconds < 60
    ? t('jobs.secondsLeft', { count: Math.max(1, Math.round(seconds)) })
    : t('jobs.minutesLeft', { count: Math.round(seconds / 60) });
}
