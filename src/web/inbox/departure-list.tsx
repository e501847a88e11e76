import { Stack, Text } from '@mantine/core';
import { api, answer } from '../api/client.js';
import { Empty } from '../common/empty.js';
import { ListFiles } from '../common/list-files.js';
import { Pages } from '../common/pages.js';
import { when } from '../common/words.js';
import { deviceWords } from './inbox-words.js';

/** Devices that technicians have moved to other sites. */
export function DepartureList() {
  return (
    <Stack>
      <Pages
        queryKey={['departures']}
        load={(cursor) => answer(api.GET('/api/v1/departures', { params: { query: { limit: 50, cursor } } }))}
        empty={<Empty title="All clear">Devices that someone moves from your sites appear here.</Empty>}
      >
        {(departures) =>
          departures.map((departure) => (
            <Text key={departure.id}>
              <b>{deviceWords(departure)}</b> moved from {departure.fromName}
              {departure.toName ? ` to ${departure.toName}` : ''}. Scanned by {departure.accountName},{' '}
              {when(departure.receivedAt)}
            </Text>
          ))
        }
      </Pages>
      <ListFiles path="/api/v1/departures" names={{}} />
    </Stack>
  );
}
