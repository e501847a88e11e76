import { Tabs } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Page } from '../common/page.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { ConflictList } from './conflict-list.js';
import { DepartureList } from './departure-list.js';
import { UnknownCodeList } from './unknown-code-list.js';

const route = getRouteApi('/shell/inbox');

/** What scans brought up that people must review. */
export function InboxPage() {
  const { tab = 'conflicts' } = route.useSearch();
  const navigate = useNavigate({ from: '/inbox' });
  const decides = may(useSession(), 'devices:edit');
  return (
    <Page title={t('inbox.title')} about={decides ? t('inbox.about') : t('inbox.aboutReader')}>
      <Tabs
        value={tab}
        onChange={(to) => void navigate({ search: { tab: to ?? undefined } })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="conflicts">{t('inbox.tabConflicts')}</Tabs.Tab>
          <Tabs.Tab value="unknown">{t('inbox.tabUnknown')}</Tabs.Tab>
          <Tabs.Tab value="departures">{t('inbox.tabDepartures')}</Tabs.Tab>
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
    </Page>
  );
}
