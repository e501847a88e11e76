import { t } from '../text/text.js';
import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useField, useFieldState } from '../journal/journal-context.js';

/** The browser keeps nothing here: said before anybody relies on it. */
export function StorageProblem() {
  const { storageProblem } = useField();
  if (!storageProblem) return null;
  return (
    <Alert color="red" title={t('scan.cannotSaveTitle')} role="alert">
      {t('scan.cannotSaveText', { reason: storageProblem })}
    </Alert>
  );
}

/** How far the list of devices is, and how safe what is scanned here is. */
export function StorageNotice() {
  const { sync } = useFieldState();
  const { data: isPersistent } = useQuery({
    queryKey: ['storage'],
    staleTime: Infinity,
    queryFn: async () =>
      (await navigator.storage?.persisted?.()) || (await navigator.storage?.persist?.()) || false,
  });
  const lines = [
    sync.kind === 'syncing' && t('scan.downloading', { devices: sync.devices, codes: sync.codes }),
    sync.kind === 'failed' && t('scan.downloadFailed', { reason: sync.detail }),
    isPersistent === false && t('scan.mayBeCleared'),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {lines.join(' ')}
    </Text>
  );
}
