import { Alert, Anchor, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { Empty } from '../common/empty.js';
import { ListFiles } from '../common/list-files.js';
import { Pages } from '../common/pages.js';
import { STATUS_WORDS, when } from '../common/words.js';
import { deviceWords } from './inbox-words.js';
import { ClashTable } from './clash-table.js';
import { useActionWords } from '../journal/use-actions.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';

/** Scans that do not match the records, both sides shown. */
export function ConflictList() {
  return (
    <Stack>
      <Pages
        queryKey={['conflicts']}
        load={(cursor) => answer(api.GET('/api/v1/conflicts', { params: { query: { limit: 50, cursor } } }))}
        empty={<Empty title="All clear">Scans that don’t match our records appear here.</Empty>}
      >
        {(conflicts) => conflicts.map((conflict) => <ConflictCard key={conflict.id} conflict={conflict} />)}
      </Pages>
      <ListFiles path="/api/v1/conflicts" names={{}} />
    </Stack>
  );
}

function ConflictCard({ conflict }: { conflict: Shape<'ConflictView'> }) {
  const queries = useQueryClient();
  const session = useSession();
  const actionWords = useActionWords();
  const { id, code, device, candidates, clash, reason } = conflict;
  const name = device ? deviceWords(device) : code;
  const deciding = useMutation({
    mutationFn: (body: Shape<'ResolutionBody'>) =>
      answer(api.POST('/api/v1/conflicts/{id}/resolution', { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries(),
  });
  const isAmbiguous = reason === 'AMBIGUOUS_CODE';
  return (
    <Card withBorder mb="sm" component="article" aria-label={`Scan of ${name}`}>
      <Group justify="space-between">
        <Text fw={700}>
          <Anchor fw={700} renderRoot={(props) => <Link to="/d/$code" params={{ code }} {...props} />}>
            {name}
          </Anchor>
          : {actionWords(conflict.action)}
          {conflict.siteName ? ` at ${conflict.siteName}` : ''}
        </Text>
        <Text size="sm" c="dimmed">
          Scanned by {conflict.accountName}, {when(conflict.scannedAt)}
        </Text>
      </Group>
      <Text>{conflict.detail}</Text>
      {device && (
        <Text size="sm" c="dimmed">
          Our record: {STATUS_WORDS[device.status]}, {device.siteName}
        </Text>
      )}
      {!isAmbiguous && clash.length > 0 && <ClashTable clash={clash} />}
      {deciding.error && (
        <Alert color="red" role="alert" mt="xs">
          {wordsOf(deciding.error)}
        </Alert>
      )}
      {may(session, 'devices:edit') && (
        <Group mt="sm" gap="xs">
          {isAmbiguous ? (
            candidates.map((candidate) => (
              <AmbiguousChoice
                key={candidate.id}
                device={candidate}
                isPending={deciding.isPending}
                onChoose={() => deciding.mutate({ decision: 'apply', deviceId: candidate.id })}
              />
            ))
          ) : (
            <Button onClick={() => deciding.mutate({ decision: 'apply' })} loading={deciding.isPending}>
              Use scan
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => deciding.mutate({ decision: 'dismiss' })}
            loading={deciding.isPending}
          >
            {isAmbiguous ? 'Dismiss' : 'Keep record'}
          </Button>
        </Group>
      )}
    </Card>
  );
}

function AmbiguousChoice({
  device,
  isPending,
  onChoose,
}: {
  device: Shape<'ScannedDevice'>;
  isPending: boolean;
  onChoose: () => void;
}) {
  return (
    <Group gap={4}>
      <Button onClick={onChoose} loading={isPending}>
        {deviceWords(device)}, {device.siteName}
      </Button>
      <Anchor
        size="sm"
        aria-label={`View ${deviceWords(device)}`}
        renderRoot={(props) => <Link to="/devices/$id" params={{ id: device.id }} {...props} />}
      >
        View
      </Anchor>
    </Group>
  );
}
