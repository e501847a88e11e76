import { SimpleGrid, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import { api, answer } from '../api/client.js';
import { MAY_OPEN } from '../app/navigation.js';
import { dueBy } from '../claims/deadlines/deadlines.js';
import { LinkButton } from '../common/link-button.js';
import { OfflineCopy } from '../common/offline-copy.js';
import { Page } from '../common/page.js';
import { Loading } from '../common/states.js';
import { useIsOnline } from '../session/use-is-online.js';
import { Panel } from '../support/panel.js';
import { today } from '../common/words.js';
import { useField, useWaiting } from '../journal/journal-context.js';
import { useFullSites } from '../journal/use-full-sites.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { StartGuide } from '../start/start-guide.js';
import { useBegun } from '../start/use-begun.js';
import { t } from '../text/text.js';
import { CountsPicture } from './counts-picture.js';
import { Waits, WaitingList } from './waiting-card.js';

/** A list on a card is counted up to here. */
const MOST = 100;
/** The names of more sites than these are too long for a line. */
const MOST_SITES = 6;

/** The home page of people who work for several sites: the work that is waiting, and the state of their devices. */
export function StaffHome() {
  return useIsOnline() ? <OnlineHome /> : <OfflineHome />;
}

function OnlineHome() {
  const session = useSession();
  const { begun, isLoading } = useBegun(session);
  // While there is nothing, there is nothing to count: the first steps are all that helps.
  const isEmpty = isLoading || begun?.devices === 0;
  return (
    <Frame hasScan={!isEmpty}>
      {isLoading && <Loading />}
      <StartGuide begun={begun} />
      {!isEmpty && <WaitingCards />}
      {!isEmpty && may(session, 'counts:read') && (
        <Panel title={t('home.fleet')} all={{ link: { to: '/devices' }, text: t('home.fleetAll') }}>
          <CountsPicture empty={<Text c="dimmed">{t('home.fleetNone')}</Text>} />
        </Panel>
      )}
    </Frame>
  );
}

/** Without a connection: what waits on this phone or computer, and what it has saved. */
function OfflineHome() {
  const waiting = useWaiting();
  const { database, sendNow } = useField();
  const queries = useQueryClient();
  const retry = (): void => {
    sendNow();
    void queries.invalidateQueries();
  };
  const count = useLiveQuery(() => database.devices.count(), [database]) ?? 0;
  const hasDevices = (useFullSites()?.full.length ?? 0) > 0;
  return (
    <Frame hasScan>
      <OfflineCopy onRetry={retry} missing={t('home.offlineLists')}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
          <ScansToSend waiting={waiting} />
        </SimpleGrid>
        {hasDevices && (
          <div>
            <LinkButton to="/devices" variant="default">
              {t('home.savedDevices', { count })}
            </LinkButton>
          </div>
        )}
      </OfflineCopy>
    </Frame>
  );
}

function Frame({ hasScan, children }: { hasScan: boolean; children: ReactNode }) {
  const session = useSession();
  return (
    <Page
      title={session.district.name}
      about={<SiteNames />}
      actions={
        hasScan &&
        may(session, 'devices:edit') && (
          <LinkButton to="/scan" size="lg">
            {t('shell.scan')}
          </LinkButton>
        )
      }
    >
      {children}
    </Page>
  );
}

function ScansToSend({ waiting }: { waiting: number }) {
  return (
    <Waits title={t('home.scansToSend')} n={waiting} link={{ to: '/scan' }}>
      {t('home.scansToSendText')}
    </Waits>
  );
}

/** What waits for somebody: a card for each list that they can open. */
function WaitingCards() {
  const session = useSession();
  const waiting = useWaiting();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
      {waiting > 0 && <ScansToSend waiting={waiting} />}
      {MAY_OPEN['/problems'](session) && (
        <WaitingList
          title={t('home.problems')}
          link={{ to: '/problems' }}
          queryKey="problems"
          load={() =>
            answer(api.GET('/api/v1/problem-reports', { params: { query: { limit: MOST, state: 'open' } } }))
          }
        >
          {t('home.problemsText')}
        </WaitingList>
      )}
      {MAY_OPEN['/inbox'](session) && <InboxCards />}
      {MAY_OPEN['/sweeps'](session) && <SweepCards />}
      {MAY_OPEN['/loans'](session) && (
        <WaitingList
          title={t('home.overdue')}
          link={{ to: '/loans' }}
          queryKey="overdue"
          load={() =>
            answer(api.GET('/api/v1/loans', { params: { query: { limit: MOST, dueBy: today() } } }))
          }
        >
          {t('home.overdueText')}
        </WaitingList>
      )}
      {MAY_OPEN['/claims'](session) && <ClaimDeadlinesCard />}
      {may(session, 'allocation:edit') && (
        <WaitingList
          title={t('home.requests')}
          link={{ to: '/support', search: { state: 'submitted' } }}
          queryKey="requests"
          load={() =>
            answer(
              api.GET('/api/v1/allocation/purchases', {
                params: { query: { limit: MOST, state: 'submitted' } },
              }),
            )
          }
        >
          {t('home.requestsText')}
        </WaitingList>
      )}
    </SimpleGrid>
  );
}

/** The sites that somebody works for, by name; nothing for who sees the whole district. */
function SiteNames() {
  const session = useSession();
  const { database } = useField();
  const sites = useLiveQuery(() => database.sites.orderBy('code').toArray(), [database]);
  if (session.sites === 'all' || !sites || sites.length === 0) return null;
  const names = sites.slice(0, MOST_SITES).map(({ name }) => name);
  const more = sites.length - names.length;
  return (
    <>{more > 0 ? t('home.sitesAndMore', { names: names.join(', '), count: more }) : names.join(', ')}</>
  );
}

/** What the district must do in time for warranty claims, also for those that are closed. */
function ClaimDeadlinesCard() {
  return (
    <WaitingList
      title={t('home.claimDeadlines')}
      link={{ to: '/claims', search: { due: 'week', show: 'all' } }}
      queryKey="claim-deadlines"
      load={() =>
        answer(api.GET('/api/v1/claims', { params: { query: { limit: MOST, dueBy: dueBy('week') } } }))
      }
    >
      {t('home.claimDeadlinesText')}
    </WaitingList>
  );
}

function InboxCards() {
  return (
    <>
      <WaitingList
        title={t('home.conflicts')}
        link={{ to: '/inbox', search: { tab: 'conflicts' } }}
        queryKey="conflicts"
        load={() => answer(api.GET('/api/v1/conflicts', { params: { query: { limit: MOST } } }))}
      >
        {t('home.conflictsText')}
      </WaitingList>
      <WaitingList
        title={t('home.unknownCodes')}
        link={{ to: '/inbox', search: { tab: 'unknown' } }}
        queryKey="unknown-codes"
        load={() => answer(api.GET('/api/v1/unknown-codes', { params: { query: { limit: MOST } } }))}
      >
        {t('home.unknownCodesText')}
      </WaitingList>
    </>
  );
}

function SweepCards() {
  return (
    <>
      <WaitingList
        title={t('home.openSweeps')}
        link={{ to: '/sweeps' }}
        queryKey="sweeps"
        load={() => answer(api.GET('/api/v1/sweeps', { params: { query: { limit: MOST, open: true } } }))}
      >
        {t('home.openSweepsText')}
      </WaitingList>
      <WaitingList
        title={t('home.roomsDue')}
        link={{ to: '/sweeps' }}
        queryKey="due"
        load={() => answer(api.GET('/api/v1/sweeps/due', { params: { query: { limit: MOST } } }))}
      >
        {t('home.roomsDueText')}
      </WaitingList>
    </>
  );
}
