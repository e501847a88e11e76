import { Group, Text, Title } from '@mantine/core';
import { api, answer } from '../api/client.js';
import { HistoryList } from '../common/history/history-list.js';
import { ListFiles } from '../common/list-files.js';
import { Pages } from '../common/pages.js';
import { t } from '../text/text.js';
import { entryOf } from './device-event-words.js';

const PAGE = 30;

/** What happened to a device, latest first, with who did it and why. */
export function DeviceHistory({ id }: { id: string }) {
  return (
    <section aria-labelledby="history">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" id="history">
          {t('history.title')}
        </Title>
        <ListFiles path="/api/v1/devices/{id}/events" names={{ id }} />
      </Group>
      <Pages
        queryKey={['device', id, 'events']}
        load={(cursor) =>
          answer(
            api.GET('/api/v1/devices/{id}/events', {
              params: { path: { id }, query: { limit: PAGE, cursor } },
            }),
          )
        }
        empty={<Text c="dimmed">{t('history.none')}</Text>}
      >
        {(events) => <HistoryList entries={events.map(entryOf)} />}
      </Pages>
    </section>
  );
}
