import { Alert, Button, Card, Group, Image, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addressOf } from '../api/address.js';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { Empty } from '../common/empty.js';
import { LinkButton } from '../common/link-button.js';
import { ListFiles } from '../common/list-files.js';
import { Pages } from '../common/pages.js';
import { count, when } from '../common/words.js';
import { CodeReader } from '../scan/code-reader.js';
import { useActionWords } from '../journal/use-actions.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';

/** Codes that no device had when they were scanned: linked to a device, added as one, or dismissed. */
export function UnknownCodeList() {
  return (
    <Stack>
      <Pages
        queryKey={['unknown-codes']}
        load={(cursor) =>
          answer(api.GET('/api/v1/unknown-codes', { params: { query: { limit: 50, cursor } } }))
        }
        empty={
          <Empty title="No unknown codes">
            Codes that match no device stay here until someone links or dismisses them.
          </Empty>
        }
      >
        {(codes) => codes.map((unknown) => <UnknownCard key={unknown.code} unknown={unknown} />)}
      </Pages>
      <ListFiles path="/api/v1/unknown-codes" names={{}} />
    </Stack>
  );
}

function UnknownCard({ unknown }: { unknown: Shape<'UnknownCode'> }) {
  const { code, known } = unknown;
  const actionWords = useActionWords();
  const session = useSession();
  const queries = useQueryClient();
  const [claims, setClaims] = useState(false);
  const onSuccess = (): Promise<void> => queries.invalidateQueries();
  const retrying = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/unknown-codes/retry', { body: { code } })),
    onSuccess,
  });
  const dismissing = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/unknown-codes/dismissal', { body: { code } })),
    onSuccess,
  });
  const claiming = useMutation({ mutationFn: (of: string) => claim(code, of), onSuccess });
  const error = retrying.error ?? dismissing.error ?? claiming.error;
  return (
    <Card withBorder mb="sm" component="article" aria-label={`Unknown code ${code}`}>
      <Group justify="space-between">
        <Text fw={700}>{code}</Text>
        <Text size="sm" c="dimmed">
          {when(unknown.lastScannedAt)} by {unknown.lastScannedBy}
          {unknown.siteName ? ` at ${unknown.siteName}` : ''}
        </Text>
      </Group>
      <Text size="sm">
        {count(unknown.scans, 'scan')}: {unknown.actions.map(actionWords).join(', ')}.
        {known ? ' A device has this code now.' : ''}
      </Text>
      {unknown.photo && (
        <Image
          src={addressOf('/api/v1/scans/{id}/photo', { id: unknown.photo })}
          alt={`What ${code} is on`}
          mah={320}
          fit="contain"
          mt="xs"
          loading="lazy"
        />
      )}
      {error && (
        <Alert color="red" role="alert" mt="xs">
          {wordsOf(error)}
        </Alert>
      )}
      {claims && (
        <CodeReader label="Scan another code on the same device" onCode={(of) => claiming.mutate(of)} />
      )}
      {may(session, 'devices:edit') && (
        <Group mt="sm" gap="xs">
          {known ? (
            <Button onClick={() => retrying.mutate()} loading={retrying.isPending}>
              Apply these scans
            </Button>
          ) : (
            <>
              <LinkButton to="/devices/new" search={{ code }}>
                Add device
              </LinkButton>
              <Button variant="default" onClick={() => setClaims(!claims)}>
                Link to a device
              </Button>
            </>
          )}
          <Button variant="default" onClick={() => dismissing.mutate()} loading={dismissing.isPending}>
            Dismiss
          </Button>
        </Group>
      )}
    </Card>
  );
}

/** Gives the device with another code this one too. */
async function claim(code: string, of: string): Promise<void> {
  const { items } = await answer(api.GET('/api/v1/devices/lookup', { params: { query: { code: of } } }));
  const [found, ...others] = items;
  if (!found) throw new Error(`No device has the code ${of}.`);
  if (others.length > 0) throw new Error(`${items.length} devices have the code ${of}. Scan another code.`);
  await answer(api.POST('/api/v1/unknown-codes/claim', { body: { code, deviceId: found.id } }));
}
