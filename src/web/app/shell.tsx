import { Button, Group, Paper, Text, Title, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { wordsOf } from '../api/problem.js';
import { CenteredPage } from '../common/centered-page.js';
import { lazyWindow } from '../common/lazy-window.js';
import { Forbidden, Loading } from '../common/states.js';
import { JobTray } from '../jobs/job-tray.js';
import { FieldProvider } from '../journal/journal-context.js';
import { asksAgainAfter, may, type Session, sessionQuery } from '../session/session.js';
import { SessionContext } from '../session/session-context.js';
import { keepLanguage, t } from '../text/text.js';
import { AccountButton } from './account-button.js';
import { destinationsOf, onPhone } from './navigation.js';
import { NavigationLink } from './navigation-link.js';
import { SearchBox } from './search-box.js';
import { UpdateNotice } from './update-notice.js';
import { UploadBadge } from './upload-badge.js';

/** Most of the time somebody is signed in already. */
const SignInPage = lazyWindow(async () => (await import('../session/sign-in-page.js')).SignInPage);
const MorePages = lazyWindow(async () => (await import('./more-pages.js')).MorePages);
const SignInAgain = lazyWindow(async () => (await import('./sign-in-again.js')).SignInAgain);

/** Everything around a page: who is signed in, where to go, what waits to be sent. */
export function Shell() {
  const { data, error, refetch } = useQuery({
    ...sessionQuery,
    refetchInterval: ({ state }) => asksAgainAfter(state.data),
  });
  const chosen = data?.session?.language;
  useEffect(() => {
    if (chosen !== undefined && keepLanguage(chosen)) window.location.reload();
  }, [chosen]);
  if (error)
    return (
      <CenteredPage>
        <Paper component="main" withBorder p="xl" radius="md">
          <Title order={1} size="h3" mb="sm">
            {t('shell.noServer')}
          </Title>
          <Text mb="md">{wordsOf(error)}</Text>
          <Button onClick={() => void refetch()}>{t('common.tryAgain')}</Button>
        </Paper>
      </CenteredPage>
    );
  const loading = (
    <CenteredPage>
      <Loading />
    </CenteredPage>
  );
  if (!data) return loading;
  const { session } = data;
  if (!session) return <SignInPage fallback={loading} />;
  return (
    <SessionContext.Provider value={{ ...data, session }}>
      <FieldProvider key={session.accountId} accountId={session.accountId ?? 'system'}>
        <div className="shell">
          <a href="#page" className="shell-skip">
            {t('shell.skip')}
          </a>
          <header className="shell-top">
            <Link to="/" className="shell-brand">
              Rollcall
            </Link>
            <Text size="sm" c="dimmed" truncate visibleFrom="md">
              {session.district.name}
            </Text>
            <Group gap="xs" ml="auto" wrap="nowrap">
              {/* People at vendors have no devices to look for, no work that goes on by itself, and nothing to scan. */}
              {may(session, 'devices:read') && (
                <>
                  <SearchBox />
                  <JobTray />
                  <UploadBadge />
                </>
              )}
              <AccountButton />
            </Group>
          </header>
          <SideNavigation session={session} />
          <PhoneNavigation session={session} />
          <PageMain session={session} signedOut={data.stale === 'ended'} />
        </div>
      </FieldProvider>
    </SessionContext.Provider>
  );
}

/** The page itself. After a navigation it has the focus, so that a screen reader and the keyboard begin there. */
function PageMain({ session, signedOut }: { session: Session; signedOut: boolean }) {
  const mayOpen = useMatches({ select: (matches) => matches.at(-1)?.staticData.mayOpen });
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    // A field that the page has put the cursor into keeps it.
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <main id="page" className="shell-main" tabIndex={-1} ref={main}>
      <UpdateNotice />
      {signedOut && <SignInAgain />}
      {/* Hides what a vendor saw when their session ends. It is not removed, so that nothing typed is lost. */}
      <div style={{ display: signedOut && session.role === 'vendor' ? 'none' : 'contents' }}>
        {mayOpen && !mayOpen(session) ? <Forbidden /> : <Outlet />}
      </div>
    </main>
  );
}

function SideNavigation({ session }: { session: Session }) {
  return (
    <nav className="shell-side" aria-label={t('shell.navigation')}>
      {destinationsOf(session).map(({ label, destinations }) => (
        <div key={label} role="group" aria-label={label}>
          <Text size="sm" fw={600} c="dimmed" px="sm" mt="sm" mb={4} aria-hidden>
            {label}
          </Text>
          {destinations.map((destination) => (
            <NavigationLink key={destination.to} {...destination} />
          ))}
        </div>
      ))}
    </nav>
  );
}

/** The pages that a role uses most, within reach of the thumb; the others are one tap away. */
function PhoneNavigation({ session }: { session: Session }) {
  const { shown, more } = onPhone(session);
  const [isOpen, setIsOpen] = useState(false);
  const close = (): void => setIsOpen(false);
  return (
    <>
      <nav className="shell-bottom" aria-label={t('shell.navigation')}>
        {shown.map((destination) => (
          <NavigationLink key={destination.to} {...destination} />
        ))}
        {more.length > 0 && (
          <UnstyledButton className="shell-link" onClick={() => setIsOpen(true)} aria-haspopup="dialog">
            <IconDots size={22} aria-hidden />
            {t('shell.more')}
          </UnstyledButton>
        )}
      </nav>
      {isOpen && <MorePages destinations={more} onClose={close} onGiveUp={close} />}
    </>
  );
}
