import { Alert, Badge, Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { isOver, useJob } from '../common/jobs/use-job.js';
import { BAD } from '../common/tones.js';
import { when } from '../common/words.js';
import { JobProgress } from '../jobs/job-popover.js';
import { t } from '../text/text.js';
import { CredentialsForm } from './credentials-form.js';
import { LookUpResult } from './look-up-result.js';
import { ScheduleForm } from './schedule-form.js';

type Account = Shape<'MakerAccountView'>;
type Window = 'credentials' | 'schedule' | 'forget' | undefined;

/** One manufacturer: whether it can be asked, and the buttons to ask it. */
export function MakerCard({ account }: { account: Account }) {
  const { maker, manufacturer, vendorName, setAt, endedAt, problem, nextRunAt } = account;
  const [window, setWindow] = useState<Window>();
  const close = (): void => setWindow(undefined);
  const [jobId, setJobId] = useState<string>();
  const starting = useMutation({
    mutationFn: (devices: 'new' | 'all') =>
      answer(api.POST('/api/v1/coverage-look-ups', { body: { maker, devices } })),
    onSuccess: ({ id }) => setJobId(id),
  });
  const isReady = vendorName !== null && setAt !== null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={`maker-${maker}`}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4" id={`maker-${maker}`}>
            {manufacturer}
          </Title>
          <Badge variant={isReady ? 'light' : 'default'}>
            {isReady ? t('lookUps.ready') : t('lookUps.notReady')}
          </Badge>
        </Group>
        {isReady && <Text size="sm">{t('lookUps.setOn', { vendor: vendorName, when: when(setAt) })}</Text>}
        {endedAt !== null && <Text size="sm">{t('lookUps.lastEnded', { when: when(endedAt) })}</Text>}
        {nextRunAt !== null && (
          <Text size="sm">{t('lookUps.nextRun', { maker: manufacturer, when: when(nextRunAt) })}</Text>
        )}
        {problem !== null && (
          <Alert color="orange" title={t('lookUps.stopped')}>
            {problem}
          </Alert>
        )}
        {jobId !== undefined && <LookUp jobId={jobId} manufacturer={manufacturer} />}
        {starting.error && (
          <Alert color="red" role="alert">
            {wordsOf(starting.error)}
          </Alert>
        )}
        <Group gap="xs">
          {isReady && (
            <>
              <Button onClick={() => starting.mutate('new')} loading={starting.isPending}>
                {t('lookUps.askNew')}
              </Button>
              <Button variant="default" onClick={() => starting.mutate('all')} disabled={starting.isPending}>
                {t('lookUps.askAll')}
              </Button>
            </>
          )}
          <Button variant={isReady ? 'default' : 'filled'} onClick={() => setWindow('credentials')}>
            {isReady ? t('lookUps.replace') : t('lookUps.enter')}
          </Button>
          {isReady && (
            <Button variant="default" onClick={() => setWindow('schedule')}>
              {t('lookUps.schedule')}
            </Button>
          )}
          {isReady && (
            <Button variant="subtle" color={BAD} onClick={() => setWindow('forget')}>
              {t('lookUps.forget')}
            </Button>
          )}
        </Group>
        {isReady && (
          <Text size="sm" c="dimmed">
            {t('lookUps.askNewHelp', { maker: manufacturer })}
          </Text>
        )}
      </Stack>
      {window === 'credentials' && <CredentialsForm account={account} onClose={close} />}
      {window === 'schedule' && <ScheduleForm account={account} onClose={close} />}
      {window === 'forget' && <ForgetWindow account={account} onClose={close} />}
    </Paper>
  );
}

function LookUp({ jobId, manufacturer }: { jobId: string; manufacturer: string }) {
  const queries = useQueryClient();
  const { data: job } = useJob(jobId);
  const isEnded = job !== undefined && isOver(job);
  useEffect(() => {
    if (!isEnded) return;
    void queries.invalidateQueries({ queryKey: ['maker-accounts'] });
    void queries.invalidateQueries({ queryKey: ['coverage-answers'] });
  }, [queries, isEnded, jobId]);
  if (!job) return null;
  if (isEnded) return <LookUpResult job={job} />;
  return (
    <div role="status">
      <Text size="sm">{t('lookUps.asking', { maker: manufacturer })}</Text>
      <JobProgress job={job} />
    </div>
  );
}

function ForgetWindow({
  account: { maker, manufacturer },
  onClose,
}: {
  account: Account;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const forgetting = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/maker-accounts/{maker}', { params: { path: { maker } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['maker-accounts'] });
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('lookUps.forgetAsk', { maker: manufacturer })}>
      <Stack>
        <Text>{t('lookUps.forgetText', { maker: manufacturer })}</Text>
        {forgetting.error && (
          <Alert color="red" role="alert">
            {wordsOf(forgetting.error)}
          </Alert>
        )}
        <Group justify="end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common.cancel')}
          </Button>
          <Button color={BAD} onClick={() => forgetting.mutate()} loading={forgetting.isPending}>
            {t('lookUps.forgetDo')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
