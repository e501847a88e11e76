import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { ListFiles } from '../common/list-files.js';
import { Pages } from '../common/pages.js';
import { Empty } from '../common/states.js';
import { when } from '../common/words.js';
import { t } from '../text/text.js';
import { deviceWords } from './inbox-words.js';

/** Devices that technicians have moved to other sites. */
export function DepartureList() {
  return (
    <Stack gap="xs">
      <Group justify="end">
        <ListFiles path="/api/v1/departures" names={{}} />
      </Group>
      <Pages
        queryKey={['departures']}
        load={(cursor) => answer(api.GET('/api/v1/departures', { params: { query: { limit: 50, cursor } } }))}
        empty={<Empty title={t('inbox.allClear')}>{t('inbox.departuresEmpty')}</Empty>}
      >
        {(departures) => departures.map((one) => <DepartureCard key={one.id} departure={one} />)}
      </Pages>
    </Stack>
  );
}

function DepartureCard({ departure }: { departure: Shape<'Departure'> }) {
  const { deviceId, fromName, toName, accountName, receivedAt } = departure;
  return (
    <Paper withBorder p="sm" component="article">
      <Anchor
        fw={600}
        renderRoot={(props) => <Link to="/devices/$id" params={{ id: deviceId }} {...props} />}
      >
        {deviceWords(departure)}
      </Anchor>
      <Text>
        {toName
          ? t('inbox.movedTo', { from: fromName, to: toName })
          : t('inbox.movedFrom', { from: fromName })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('inbox.scannedBy', { name: accountName, when: when(receivedAt) })}
      </Text>
    </Paper>
  );
}
