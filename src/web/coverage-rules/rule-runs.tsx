import { Alert, Anchor, Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { useFocusBack } from '../common/lazy-window.js';
import { Failed } from '../common/states.js';
import { t } from '../text/text.js';
import { RuleEffect } from './rule-effect.js';
import type { Rule } from './rule-form.js';

type Done =
  | { kind: 'rehearsed' | 'applied'; effect: Shape<'RuleEffect'> }
  | { kind: 'undone'; undo: Shape<'RuleUndo'> };

/** Shows what a rule would do, does it, and takes it back. */
export function RuleRuns({ rule }: { rule: Rule }) {
  const params = { path: { id: rule.id } };
  const queries = useQueryClient();
  const [asked, setAsked] = useState<'apply' | 'undo'>();
  const running = useMutation({
    mutationFn: async (what: 'rehearse' | 'apply' | 'undo'): Promise<Done> => {
      if (what === 'undo')
        return {
          kind: 'undone',
          undo: await answer(api.POST('/api/v1/coverage-rules/{id}/undo', { params })),
        };
      if (what === 'apply')
        return {
          kind: 'applied',
          effect: await answer(api.POST('/api/v1/coverage-rules/{id}/application', { params })),
        };
      return {
        kind: 'rehearsed',
        effect: await answer(api.GET('/api/v1/coverage-rules/{id}/rehearsal', { params })),
      };
    },
    onSuccess: async (_, what) => {
      setAsked(undefined);
      if (what !== 'rehearse') await queries.invalidateQueries();
    },
  });
  const { data, error, isPending, variables } = running;
  const run = (what: 'rehearse' | 'apply' | 'undo'): void => running.mutate(what);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="rule-runs">
      <Stack>
        <Title order={2} size="h4" id="rule-runs">
          {t('rules.runs')}
        </Title>
        <Group gap="xs">
          <Button loading={isPending && variables === 'rehearse'} onClick={() => run('rehearse')}>
            {t('rules.rehearse')}
          </Button>
          <Button variant="default" onClick={() => setAsked('apply')}>
            {t('rules.apply')}
          </Button>
          {rule.appliedAt !== null && (
            <Button variant="default" onClick={() => setAsked('undo')}>
              {t('rules.undo')}
            </Button>
          )}
        </Group>
        <Text c="dimmed" size="sm">
          {t('rules.runsHelp')}
        </Text>
        {error && !asked && <Failed title={t('rules.failed')} error={error} />}
        {data && <Outcome done={data} />}
        {asked && (
          <Question
            what={asked}
            isPending={isPending}
            error={error}
            onConfirm={() => run(asked)}
            onClose={() => {
              setAsked(undefined);
              if (error) running.reset();
            }}
          />
        )}
      </Stack>
    </Paper>
  );
}

function Outcome({ done }: { done: Done }) {
  if (done.kind === 'undone') return <Undone undo={done.undo} />;
  const { add, change } = done.effect;
  const isNothing = add.devices + change.devices === 0;
  const isRehearsed = done.kind === 'rehearsed';
  return (
    <>
      <Alert
        color={isRehearsed ? 'cyan' : 'green'}
        role="status"
        title={isRehearsed ? t('rules.rehearsed') : t('rules.done')}
      >
        {isNothing ? t('rules.nothingToDo') : isRehearsed ? t('rules.rehearsedText') : t('rules.doneText')}
      </Alert>
      <RuleEffect effect={done.effect} />
    </>
  );
}

function Undone({ undo: { withdrawn, restored, kept } }: { undo: Shape<'RuleUndo'> }) {
  return (
    <Alert color={kept.coverages > 0 ? 'orange' : 'green'} role="status" title={t('rules.undone')}>
      <Text>{t('rules.undoneText', { withdrawn, restored })}</Text>
      {kept.coverages > 0 && <Text mt="xs">{t('rules.kept', { count: kept.coverages })}</Text>}
      {kept.examples.map(({ coverageId, deviceId, deviceCode }) => (
        <Text key={coverageId} size="sm">
          <Anchor renderRoot={(props) => <Link to="/devices/$id" params={{ id: deviceId }} {...props} />}>
            {deviceCode ?? t('devices.noTag')}
          </Anchor>
        </Text>
      ))}
    </Alert>
  );
}

function Question({
  what,
  isPending,
  error,
  onConfirm,
  onClose,
}: {
  what: 'apply' | 'undo';
  isPending: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
}) {
  useFocusBack();
  return (
    <Modal opened onClose={onClose} title={t(`rules.ask_${what}`)}>
      <Stack>
        <Text>{t(`rules.askText_${what}`)}</Text>
        {error && (
          <Alert color="red" role="alert">
            {wordsOf(error)}
          </Alert>
        )}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button data-autofocus loading={isPending} onClick={onConfirm}>
            {t(`rules.${what}`)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
