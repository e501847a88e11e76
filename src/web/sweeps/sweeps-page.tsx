import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { Page } from '../common/page.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { when } from '../common/words.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { BeginSweep } from './begin-sweep.js';
import { DueRooms } from './due-rooms.js';
import { placeOf, titleOf } from './sweep-words.js';

/** Sweeps: the ones in progress, earlier ones, and the rooms that are due. */
export function SweepsPage() {
  const maySweep = may(useSession(), 'devices:edit');
  return (
    <Page title={t('sweeps.title')} about={t('sweeps.about')}>
      {maySweep && <BeginSweep />}
      <Stack component="section" gap="xs" aria-labelledby="recent-sweeps">
        <Title order={2} size="h4" id="recent-sweeps">
          {t('sweeps.recent')}
        </Title>
        <Pages
          queryKey={['sweeps']}
          load={(cursor) => answer(api.GET('/api/v1/sweeps', { params: { query: { limit: 30, cursor } } }))}
          empty={
            <Empty title={t('sweeps.none')}>
              {maySweep ? t('sweeps.noneText') : t('sweeps.noneForReaders')}
            </Empty>
          }
        >
          {(sweeps) => sweeps.map((sweep) => <SweepRow key={sweep.id} sweep={sweep} />)}
        </Pages>
      </Stack>
      <DueRooms maySweep={maySweep} />
    </Page>
  );
}

function SweepRow({ sweep }: { sweep: Shape<'SweepView'> }) {
  const { id, closedAt, closedByName, begunAt, begunByName } = sweep;
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Anchor fw={600} renderRoot={(props) => <Link to="/sweeps/$id" params={{ id }} {...props} />}>
            {titleOf(sweep)}
          </Anchor>
          <Text size="sm" c="dimmed">
            {placeOf(sweep)}
          </Text>
          <Text size="sm" c="dimmed">
            {closedAt
              ? t('sweeps.closedBy', { name: closedByName ?? '', when: when(closedAt) })
              : t('sweeps.startedBy', { name: begunByName, when: when(begunAt) })}
          </Text>
        </div>
        <SweepState isClosed={closedAt !== null} />
      </Group>
    </Paper>
  );
}

/** Whether a sweep goes on. */
export function SweepState({ isClosed }: { isClosed: boolean }) {
  return (
    <Badge size="lg" flex="none" variant={isClosed ? 'default' : 'filled'}>
      {isClosed ? t('sweeps.closed') : t('sweeps.open')}
    </Badge>
  );
}
