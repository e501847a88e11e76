import { Alert, Button, Text } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import { syncedAt } from '../journal/field-sync.js';
import { useField } from '../journal/journal-context.js';
import { t } from '../text/text.js';
import { Offline } from './states.js';
import { when } from './words.js';

interface Props {
  onRetry: () => void;
  /** Says what is missing here because only the server has it. */
  missing?: ReactNode;
  children: ReactNode;
}

/** Without a connection, shows the data that this phone or computer has saved, its age, and what is missing. */
export function OfflineCopy({ onRetry, missing, children }: Props) {
  const { database } = useField();
  // Null if nothing was ever saved. Undefined until the database has answered.
  const savedAt = useLiveQuery(async () => (await syncedAt(database)) ?? null, [database]);
  if (savedAt === undefined) return null;
  if (savedAt === null) return <Offline onRetry={onRetry} />;
  return (
    <>
      <Alert color="orange" icon={<IconCloudOff aria-hidden />} role="status">
        <Text>
          {t('common.offlineCopy', { when: when(new Date(savedAt)) })} {missing}
        </Text>
        <Button variant="default" mt="xs" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      </Alert>
      {children}
    </>
  );
}
