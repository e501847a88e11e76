import { Anchor, Badge, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, answer } from '../api/client.js';
import { DESTINATIONS } from '../app/navigation.js';
import { LinkButton } from '../common/link-button.js';

import { useWaiting } from '../journal/journal-context.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { CountsPicture } from './counts-picture.js';
import { WAITS } from '../common/tones.js';

const MOST = 100;

/** What waits for this person. */
export function HomePage() {
  const session = useSession();
  const waiting = useWaiting();
  const edits = may(session, 'devices:edit');
  return (
    <Stack>
      <Group justify="space-between" align="end">
        <Title order={1} size="h2">
          {session.district.name}
        </Title>
        {edits && (
          <LinkButton to="/scan" size="lg">
            Scan
          </LinkButton>
        )}
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        {waiting > 0 && (
          <Waits title="Scans to send" n={waiting} to="/scan">
            They are on this device, and go when there is a network.
          </Waits>
        )}
        <WaitingList
          title="Scans to decide"
          to="/inbox"
          tab="conflicts"
          queryKey="conflicts"
          load={() => answer(api.GET('/api/v1/conflicts', { params: { query: { limit: MOST } } }))}
        >
          They contradict the register.
        </WaitingList>
        <WaitingList
          title="Unknown codes"
          to="/inbox"
          tab="unknown"
          queryKey="unknown-codes"
          load={() => answer(api.GET('/api/v1/unknown-codes', { params: { query: { limit: MOST } } }))}
        >
          No device had them when they were scanned.
        </WaitingList>
        <WaitingList
          title="Open sweeps"
          to="/sweeps"
          queryKey="sweeps"
          load={() => answer(api.GET('/api/v1/sweeps', { params: { query: { limit: MOST, open: true } } }))}
        >
          Begun and not closed.
        </WaitingList>
        <WaitingList
          title="Rooms due for a sweep"
          to="/sweeps"
          queryKey="due"
          load={() => answer(api.GET('/api/v1/sweeps/due', { params: { query: { limit: MOST } } }))}
        >
          Nobody has swept them for a year.
        </WaitingList>
        {may(session, 'people:read') && (
          <WaitingList
            title="Loans overdue"
            to="/loans"
            queryKey="overdue"
            load={() =>
              answer(api.GET('/api/v1/loans', { params: { query: { limit: MOST, dueBy: today() } } }))
            }
          >
            Due today or before.
          </WaitingList>
        )}
      </SimpleGrid>
      <CountsPicture />
      <Group component="nav" aria-label="More pages" hiddenFrom="md">
        {DESTINATIONS.filter(({ needs, onPhone }) => !onPhone && may(session, needs)).map(({ to, label }) => (
          <LinkButton key={to} to={to} variant="default">
            {label}
          </LinkButton>
        ))}
      </Group>
    </Stack>
  );
}

function WaitingList({
  queryKey,
  load,
  ...card
}: {
  title: string;
  to: '/inbox' | '/sweeps' | '/loans';
  tab?: string;
  queryKey: string;
  load: () => Promise<{ items: unknown[]; nextCursor: string | null }>;
  children: ReactNode;
}) {
  const { data, error } = useQuery({ queryKey: ['home', queryKey], queryFn: load });
  return <Waits {...card} n={data?.items.length} isMore={data?.nextCursor != null} failed={error !== null} />;
}

function Waits({
  title,
  n,
  isMore = false,
  failed = false,
  to,
  tab,
  children,
}: {
  title: string;
  n: number | undefined;
  isMore?: boolean;
  failed?: boolean;
  to: '/scan' | '/inbox' | '/sweeps' | '/loans';
  tab?: string;
  children: ReactNode;
}) {
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" wrap="nowrap">
        <Anchor
          fw={700}
          renderRoot={(props) =>
            to === '/inbox' ? <Link to={to} search={{ tab }} {...props} /> : <Link to={to} {...props} />
          }
        >
          {title}
        </Anchor>
        <Badge size="xl" flex="none" variant={n ? 'filled' : 'default'} color={WAITS}>
          {failed ? '?' : n === undefined ? '…' : `${n.toLocaleString()}${isMore ? '+' : ''}`}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {failed
          ? 'It could not be asked; without a network it waits.'
          : n === 0
            ? 'Nothing waits.'
            : children}
      </Text>
    </Card>
  );
}

/** A calendar date where the person is. */
function today(): string {
  return new Date().toLocaleDateString('en-CA');
}
