import { Button, Group, Loader, Paper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { wordsOf } from '../api/problem.js';
import { CenteredPage } from '../common/centered-page.js';
import { FieldProvider } from '../journal/journal-context.js';
import { may, type Session, sessionQuery } from '../session/session.js';
import { SessionContext } from '../session/session-context.js';
import { SignInPage } from '../session/sign-in-page.js';
import { AccountMenu } from './account-menu.js';
import { DESTINATIONS } from './navigation.js';
import { UpdateNotice } from './update-notice.js';
import { UploadBadge } from './upload-badge.js';
import { SignInAgain } from './sign-in-again.js';

/** Everything around a page: who it is, where to go, what waits to be sent. */
export function Shell() {
  const { data, error, refetch } = useQuery(sessionQuery);
  if (error)
    return (
      <CenteredPage>
        <Paper component="main" withBorder p="xl" radius="md">
          <Title order={1} size="h3" mb="sm">
            Rollcall does not answer
          </Title>
          <Text mb="md">{wordsOf(error)}</Text>
          <Button onClick={() => void refetch()}>Try again</Button>
        </Paper>
      </CenteredPage>
    );
  if (!data)
    return (
      <CenteredPage>
        <Loader aria-label="Loading" />
      </CenteredPage>
    );
  const { session } = data;
  if (!session) return <SignInPage />;
  return (
    <SessionContext.Provider value={{ ...data, session }}>
      <FieldProvider key={session.accountId} accountId={session.accountId ?? 'system'}>
        <div className="shell">
          <a href="#page" className="shell-skip">
            Skip to the page
          </a>
          <header className="shell-top">
            <Link to="/" className="shell-brand">
              Rollcall
            </Link>
            <Group gap="xs" ml="auto" wrap="nowrap">
              <UploadBadge />
              <AccountMenu />
            </Group>
          </header>
          <Navigation session={session} />
          <main id="page" className="shell-main" tabIndex={-1}>
            <UpdateNotice />
            {data.stale === 'ended' && <SignInAgain />}
            <Outlet />
          </main>
        </div>
      </FieldProvider>
    </SessionContext.Provider>
  );
}

function Navigation({ session }: { session: Session }) {
  const reachable = DESTINATIONS.filter(({ needs }) => may(session, needs));
  return (
    <nav className="shell-nav" aria-label="Pages">
      {reachable.map(({ to, label, icon: Icon, onPhone }) => (
        <Link
          key={to}
          to={to}
          className={onPhone ? 'shell-link' : 'shell-link shell-link-wide'}
          activeOptions={{ exact: to === '/' }}
          // Where the camera and a sound are, nothing is fetched ahead.
          preload={false}
        >
          <Icon size={22} aria-hidden />
          {label}
        </Link>
      ))}
    </nav>
  );
}
