import { Alert, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { ListFiles } from '../common/list-files.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { number, when } from '../common/words.js';
import { t } from '../text/text.js';
import { useBeginSweep } from './begin-sweep.js';

/** Rooms with devices and without a sweep in the last year. */
export function DueRooms({ maySweep }: { maySweep: boolean }) {
  return (
    <Stack component="section" gap="xs" aria-labelledby="due-rooms">
      <Group justify="space-between" align="start">
        <div>
          <Title order={2} size="h4" id="due-rooms">
            {t('sweeps.due')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('sweeps.dueText')}
          </Text>
        </div>
        <ListFiles path="/api/v1/sweeps/due" names={{}} />
      </Group>
      <Pages
        queryKey={['sweeps', 'due']}
        load={(cursor) => answer(api.GET('/api/v1/sweeps/due', { params: { query: { limit: 30, cursor } } }))}
        empty={<Empty title={t('sweeps.noneDue')}>{t('sweeps.noneDueText')}</Empty>}
      >
        {(rooms) => <DueTable rooms={rooms} maySweep={maySweep} />}
      </Pages>
    </Stack>
  );
}

function DueTable({ rooms, maySweep }: { rooms: Shape<'DueRoom'>[]; maySweep: boolean }) {
  const beginning = useBeginSweep();
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('sweeps.dueRooms')}>
      {beginning.error && (
        <Alert color="red" role="alert">
          {wordsOf(beginning.error)}
        </Alert>
      )}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('common.room')}</Table.Th>
            <Table.Th>{t('sweeps.devicesColumn')}</Table.Th>
            <Table.Th>{t('sweeps.lastSwept')}</Table.Th>
            {maySweep && (
              <Table.Th>
                <span className="visually-hidden">{t('sweeps.start')}</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rooms.map(({ roomId, site, siteName, room, devices, lastSweptAt }) => {
            const place = t('sweeps.inRoom', { site: siteName, room });
            return (
              <Table.Tr key={roomId}>
                <Table.Td>{place}</Table.Td>
                <Table.Td>{number(devices)}</Table.Td>
                <Table.Td>{lastSweptAt ? when(lastSweptAt) : t('sweeps.never')}</Table.Td>
                {maySweep && (
                  <Table.Td ta="end">
                    <Button
                      variant="default"
                      onClick={() => beginning.mutate({ site, room })}
                      loading={beginning.isPending && beginning.variables.room === room}
                      aria-label={t('sweeps.startThisLabel', { place })}
                    >
                      {t('sweeps.startThis')}
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}
