import { Alert, Anchor, Badge, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { Empty } from '../common/empty.js';
import { ListFiles } from '../common/list-files.js';
import { Pages } from '../common/pages.js';
import { count, when } from '../common/words.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { BeginSweep } from './begin-sweep.js';

/** Sweeps: those under way, those that are due, those that were. */
export function SweepsPage() {
  const session = useSession();
  return (
    <Stack>
      <Title order={1} size="h2">
        Sweeps
      </Title>
      {may(session, 'devices:edit') && <BeginSweep />}
      <Title order={2} size="h4">
        Begun
      </Title>
      <Pages
        queryKey={['sweeps']}
        load={(cursor) => answer(api.GET('/api/v1/sweeps', { params: { query: { limit: 30, cursor } } }))}
        empty={
          <Empty title="No sweep yet">
            Begin one for a room: what is expected there is listed, and what you scan is ticked off.
          </Empty>
        }
      >
        {(sweeps) => sweeps.map((sweep) => <SweepRow key={sweep.id} sweep={sweep} />)}
      </Pages>
      <Title order={2} size="h4">
        Due: nobody has swept them for a year
      </Title>
      <Pages
        queryKey={['sweeps', 'due']}
        load={(cursor) => answer(api.GET('/api/v1/sweeps/due', { params: { query: { limit: 30, cursor } } }))}
        empty={<Empty title="No room is due" />}
      >
        {(rooms) => <DueTable rooms={rooms} />}
      </Pages>
      <ListFiles path="/api/v1/sweeps/due" names={{}} />
    </Stack>
  );
}

function SweepRow({ sweep }: { sweep: Shape<'SweepView'> }) {
  return (
    <Paper withBorder p="sm" mb="xs">
      <Group justify="space-between">
        <div>
          <Anchor
            fw={700}
            renderRoot={(props) => <Link to="/sweeps/$id" params={{ id: sweep.id }} {...props} />}
          >
            {sweep.name}
          </Anchor>
          <Text size="sm" c="dimmed">
            {[sweep.siteName, sweep.room, sweep.cart].filter(Boolean).join(' · ')}, {when(sweep.begunAt)}
          </Text>
        </div>
        <Badge size="lg" variant={sweep.closedAt ? 'default' : 'filled'}>
          {sweep.closedAt ? 'closed' : 'open'}
        </Badge>
      </Group>
    </Paper>
  );
}

function DueTable({ rooms }: { rooms: Shape<'DueRoom'>[] }) {
  const session = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const beginning = useMutation({
    mutationFn: ({ site, room }: Shape<'DueRoom'>) =>
      answer(api.POST('/api/v1/sweeps', { body: { site, room } })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries();
      await navigate({ to: '/sweeps/$id', params: { id } });
    },
  });
  return (
    <div className="wide" tabIndex={0} role="region" aria-label="Rooms due">
      {beginning.error && <Alert color="red">{wordsOf(beginning.error)}</Alert>}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Room</Table.Th>
            <Table.Th>Devices</Table.Th>
            <Table.Th>Last swept</Table.Th>
            <Table.Th>
              <span className="visually-hidden">Do</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rooms.map((room) => (
            <Table.Tr key={room.roomId}>
              <Table.Td>
                {room.siteName}, {room.room}
              </Table.Td>
              <Table.Td>{count(room.devices, 'device')}</Table.Td>
              <Table.Td>{room.lastSweptAt ? when(room.lastSweptAt) : 'never'}</Table.Td>
              <Table.Td>
                {may(session, 'devices:edit') && (
                  <Button
                    variant="default"
                    onClick={() => beginning.mutate(room)}
                    aria-label={`Sweep it: ${room.siteName} ${room.room}`}
                  >
                    Sweep it
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
