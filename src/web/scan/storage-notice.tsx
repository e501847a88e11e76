import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useField } from '../journal/journal-context.js';
import { count } from '../common/words.js';

/** How safe what is scanned here is: said before anybody relies on it. */
export function StorageNotice() {
  const { storageProblem, sync } = useField();
  const { data: isPersistent } = useQuery({
    queryKey: ['storage'],
    staleTime: Infinity,
    queryFn: async () =>
      (await navigator.storage?.persisted?.()) || (await navigator.storage?.persist?.()) || false,
  });
  if (storageProblem)
    return (
      <Alert color="red" title="This device keeps nothing" role="alert" mb="sm">
        Do not scan here without a network. The browser says: {storageProblem} A private window or a full disk
        does this.
      </Alert>
    );
  return (
    <Text size="sm" c="dimmed">
      {sync.kind === 'syncing' &&
        `Loading the codes of the district: ${count(sync.devices, 'device')} so far. `}
      {sync.kind === 'failed' && `The codes of the district could not be loaded: ${sync.detail} `}
      {isPersistent === false &&
        'The browser may clear scans that wait if space runs short: install Rollcall from the browser’s menu to prevent it.'}
    </Text>
  );
}
