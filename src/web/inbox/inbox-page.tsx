import { Stack, Tabs, Title } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { ConflictList } from './conflict-list.js';
import { DepartureList } from './departure-list.js';
import { UnknownCodeList } from './unknown-code-list.js';

const route = getRouteApi('/shell/inbox');

/** What scans brought up that people must review. */
export function InboxPage() {
  const { tab = 'conflicts' } = route.useSearch();
  const navigate = useNavigate({ from: '/inbox' });
  return (
    <Stack>
      <Title order={1} size="h2">
        Inbox
      </Title>
      <Tabs
        value={tab}
        onChange={(to) => void navigate({ search: { tab: to ?? undefined } })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="conflicts">Needs review</Tabs.Tab>
          <Tabs.Tab value="unknown">Unknown codes</Tabs.Tab>
          <Tabs.Tab value="departures">Moved away</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="conflicts">
          <ConflictList />
        </Tabs.Panel>
        <Tabs.Panel value="unknown">
          <UnknownCodeList />
        </Tabs.Panel>
        <Tabs.Panel value="departures">
          <DepartureList />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
