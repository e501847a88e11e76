import { Alert, Anchor, Button, Card, Group, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { Empty } from '../common/empty.js';
import { ListFiles } from '../common/list-files.js';
import { Pages } from '../common/pages.js';
import { fieldWords, STATUS_WORDS, when } from '../common/words.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';

/** Scans that contradict the register, both sides shown. */
export function ConflictList() {
  return (
    <Stack>
      <Pages
        queryKey={['conflicts']}
        load={(cursor) => answer(api.GET('/api/v1/conflicts', { params: { query: { limit: 50, cursor } } }))}
        empty={<Empty title="Nothing to decide">Scans that contradict the register come here.</Empty>}
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
  const { id, code, device, clash, reason } = conflict;
  const deciding = useMutation({
    mutationFn: (body: Shape<'ResolutionBody'>) =>
      answer(api.POST('/api/v1/conflicts/{id}/resolution', { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries(),
  });
  const isAmbiguous = reason === 'AMBIGUOUS_CODE';
  return (
    <Card withBorder mb="sm" component="article" aria-label={`Scan of ${code}`}>
      <Group justify="space-between">
        <Text fw={700}>
          <Anchor fw={700} renderRoot={(props) => <Link to="/d/$code" params={{ code }} {...props} />}>
            {code}
          </Anchor>
          : {conflict.action}
          {conflict.site ? ` at ${conflict.site}` : ''}
        </Text>
        <Text size="sm" c="dimmed">
          {when(conflict.scannedAt)}
        </Text>
      </Group>
      <Text>{conflict.detail}</Text>
      {device && (
        <Text size="sm" c="dimmed">
          The register: {STATUS_WORDS[device.status]}, {device.site}
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
            candidatesOf(clash).map((deviceId, i) => (
              <AmbiguousChoice
                key={deviceId}
                deviceId={deviceId}
                n={i + 1}
                onChoose={() => deciding.mutate({ decision: 'apply', deviceId })}
              />
            ))
          ) : (
            <Button onClick={() => deciding.mutate({ decision: 'apply' })} loading={deciding.isPending}>
              The scan is right
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => deciding.mutate({ decision: 'dismiss' })}
            loading={deciding.isPending}
          >
            The register is right
          </Button>
        </Group>
      )}
    </Card>
  );
}

function ClashTable({ clash }: { clash: Shape<'Clash'>[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label="What differs">
      <Table mt="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>What</Table.Th>
            <Table.Th>The register</Table.Th>
            <Table.Th>The scan</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {clash.map(({ field, theirs, mine }) => (
            <Table.Tr key={field}>
              <Table.Td>{fieldWords(field)}</Table.Td>
              <Table.Td>{valueWords(theirs)}</Table.Td>
              <Table.Td>{valueWords(mine)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function AmbiguousChoice({ deviceId, n, onChoose }: { deviceId: string; n: number; onChoose: () => void }) {
  return (
    <Group gap={4}>
      <Button onClick={onChoose}>It is no. {n}</Button>
      <Anchor
        size="sm"
        renderRoot={(props) => <Link to="/devices/$id" params={{ id: deviceId }} {...props} />}
      >
        Look at no. {n}
      </Anchor>
    </Group>
  );
}

function candidatesOf(clash: Shape<'Clash'>[]): string[] {
  const theirs = clash[0]?.theirs;
  return Array.isArray(theirs) ? (theirs as string[]) : [];
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  return typeof value === 'string' ? (STATUS_WORDS[value] ?? value) : JSON.stringify(value);
}
