import { Stack, Text } from '@mantine/core';
import { api, answer } from '../api/client.js';
import { Empty } from '../common/empty.js';
import { ListFiles } from '../common/list-files.js';
import { Pages } from '../common/pages.js';
import { when } from '../common/words.js';

/** Devices that technicians of other sites have taken in. */
export function DepartureList() {
  return (
    <Stack>
      <Pages
        queryKey={['departures']}
        load={(cursor) => answer(api.GET('/api/v1/departures', { params: { query: { limit: 50, cursor } } }))}
        empty={
          <Empty title="Nothing has left">
            A device of yours that is taken in by another site is told here.
          </Empty>
        }
      >
        {(departures) =>
          departures.map(({ id, assetTag, serialNumber, from, to, receivedAt }) => (
            <Text key={id}>
              <b>{assetTag ?? serialNumber}</b> went from {from} to {to}, {when(receivedAt)}
            </Text>
          ))
        }
      </Pages>
      <ListFiles path="/api/v1/departures" names={{}} />
    </Stack>
  );
}
