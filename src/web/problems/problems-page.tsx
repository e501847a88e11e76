import { Anchor, Badge, Button, Card, Group, Stack, Tabs, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { AskNote } from '../common/ask-note.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { when } from '../common/words.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';

type Report = Shape<'ProblemReportView'>;

const route = getRouteApi('/shell/problems');

/** Problems that people at sites report, and what technicians did about them. */
export function ProblemsPage() {
  const session = useSession();
  const { state = 'open' } = route.useSearch();
  const navigate = useNavigate({ from: '/problems' });
  const isSchool = session.role === 'site_staff';
  return (
    <Page
      title={t('problems.title')}
      about={isSchool ? t('problems.aboutSchool') : t('problems.about')}
      actions={
        <>
          <ListFiles path="/api/v1/problem-reports" names={{}} query={{ state }} />
          {may(session, 'support:request') && <LinkButton to="/problems/new">{t('problems.new')}</LinkButton>}
        </>
      }
    >
      <Tabs
        value={state}
        onChange={(to) => void navigate({ search: to === 'closed' ? { state: to } : {} })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="open">{t('problems.tabOpen')}</Tabs.Tab>
          <Tabs.Tab value="closed">{t('problems.tabClosed')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="open">
          <ReportList
            state="open"
            title={t('problems.none')}
            text={isSchool ? t('problems.noneSchool') : t('problems.noneText')}
          />
        </Tabs.Panel>
        <Tabs.Panel value="closed">
          <ReportList state="closed" title={t('problems.noneClosed')} text={t('problems.noneClosedText')} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function ReportList({ state, title, text }: { state: Report['state']; title: string; text: string }) {
  return (
    <Stack gap="sm">
      <Pages
        queryKey={['problems', state]}
        load={(cursor) =>
          answer(api.GET('/api/v1/problem-reports', { params: { query: { state, limit: 30, cursor } } }))
        }
        empty={<Empty title={title}>{text}</Empty>}
      >
        {(reports) => reports.map((report) => <ReportCard key={report.id} report={report} />)}
      </Pages>
    </Stack>
  );
}

function ReportCard({ report }: { report: Report }) {
  const { description, siteName, room, deviceId, deviceCode, deviceModel, answer: done } = report;
  const [asks, setAsks] = useState<'close' | 'reopen'>();
  return (
    <Card withBorder component="article" aria-label={description.slice(0, 80)}>
      <Group justify="space-between" align="start" wrap="nowrap">
        <Text fw={600} style={{ whiteSpace: 'pre-line' }}>
          {description}
        </Text>
        <Badge flex="none" variant={report.state === 'open' ? 'filled' : 'default'}>
          {report.state === 'open' ? t('problems.tabOpen') : t('problems.tabClosed')}
        </Badge>
      </Group>
      <Text>{room ? t('problems.place', { site: siteName, room }) : siteName}</Text>
      {deviceId && (
        <Anchor renderRoot={(props) => <Link to="/devices/$id" params={{ id: deviceId }} {...props} />}>
          {t('problems.device', { code: deviceCode ?? '', model: deviceModel ?? '' })}
        </Anchor>
      )}
      <Text size="sm" c="dimmed">
        {t('problems.reportedBy', {
          name: report.reportedByName ?? 'Rollcall',
          when: when(report.createdAt),
        })}
      </Text>
      {done !== null && (
        <>
          <Text mt="xs" style={{ whiteSpace: 'pre-line' }}>
            {t('problems.answer', { answer: done })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('problems.closedBy', { name: report.closedByName ?? '', when: when(report.closedAt) })}
          </Text>
        </>
      )}
      <Group mt="sm" gap="xs">
        {report.nextSteps.map(({ step }) => (
          <Button key={step} variant="default" onClick={() => setAsks(step as 'close' | 'reopen')}>
            {step === 'close' ? t('problems.close') : t('problems.reopen')}
          </Button>
        ))}
      </Group>
      {asks && <StepQuestion report={report} step={asks} onClose={() => setAsks(undefined)} />}
    </Card>
  );
}

/** Asks what was done, or what is still wrong, and takes the step. */
function StepQuestion({
  report: { id },
  step,
  onClose,
}: {
  report: Report;
  step: 'close' | 'reopen';
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const taking = useMutation({
    mutationFn: (note: string) => {
      const init = { params: { path: { id } }, body: { note } };
      return step === 'close'
        ? answer(api.POST('/api/v1/problem-reports/{id}/closing', init))
        : answer(api.POST('/api/v1/problem-reports/{id}/reopening', init));
    },
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries();
    },
  });
  const isClosing = step === 'close';
  return (
    <AskNote
      title={isClosing ? t('problems.closeTitle') : t('problems.reopenTitle')}
      label={isClosing ? t('problems.closeNote') : t('problems.reopenNote')}
      help={isClosing ? t('problems.closeNoteHelp') : undefined}
      isRequired
      confirm={isClosing ? t('problems.close') : t('problems.send')}
      isPending={taking.isPending}
      error={taking.error}
      onConfirm={(note) => taking.mutate(note ?? '')}
      onClose={onClose}
    />
  );
}
