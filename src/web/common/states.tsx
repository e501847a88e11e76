import { Alert, Button, Center, Loader, Paper, Text, Title } from '@mantine/core';
import { IconCloudOff, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { NoAnswer, wordsOf } from '../api/problem.js';
import { t } from '../text/text.js';
import { useSession } from '../session/session-context.js';
import { word } from './words.js';

/** Something is being loaded. */
export function Loading() {
  return (
    <Center p="xl">
      <Loader role="status" aria-label={t('common.loading')} />
    </Center>
  );
}

/** Something could not be loaded: because there is no connection, or because the server refused it. */
export function Failed({ title, error, onRetry }: { title: string; error: unknown; onRetry?: () => void }) {
  if (error instanceof NoAnswer) return <Offline onRetry={onRetry} />;
  return (
    <Alert color="orange" title={title} role="alert">
      <Text mb={onRetry ? 'sm' : 0}>{wordsOf(error)}</Text>
      {onRetry && <Button onClick={onRetry}>{t('common.tryAgain')}</Button>}
    </Alert>
  );
}

/** There is no connection, and this device has nothing to show instead. */
export function Offline({ onRetry }: { onRetry?: () => void }) {
  return (
    <Notice icon={<IconCloudOff size={32} aria-hidden />} title={t('common.offlineTitle')}>
      <Text mb={onRetry ? 'sm' : 0}>{t('common.offlineText')}</Text>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      )}
    </Notice>
  );
}

/** The role of the account does not allow this page. */
export function Forbidden() {
  const { role } = useSession();
  return (
    <Notice icon={<IconLock size={32} aria-hidden />} title={t('common.forbiddenTitle')} isPage>
      {t('common.forbiddenText', { role: word('role', role) })}
    </Notice>
  );
}

/** There is nothing here yet: the title says so, the text says what to do next. */
export function Empty(props: { title: string; isPage?: boolean; children?: ReactNode }) {
  return <Notice {...props} />;
}

function Notice({
  icon,
  title,
  isPage = false,
  children,
}: {
  icon?: ReactNode;
  title: string;
  /** Where this is all that the page says. */
  isPage?: boolean;
  children?: ReactNode;
}) {
  return (
    <Paper withBorder p="xl" ta="center">
      {icon}
      {isPage ? (
        <Title order={1} size="h3">
          {title}
        </Title>
      ) : (
        <Text fw={700}>{title}</Text>
      )}
      {children !== undefined && (
        <Text component="div" c="dimmed" mt="xs">
          {children}
        </Text>
      )}
    </Paper>
  );
}
