import { Text, Timeline, Title } from '@mantine/core';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { Pages } from '../common/pages.js';
import { ListFiles } from '../common/list-files.js';
import { fieldWords, STATUS_WORDS, when } from '../common/words.js';

const PAGE = 30;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** What happened to it, latest first, with the reasons. */
export function DeviceHistory({ id }: { id: string }) {
  return (
    <section aria-labelledby="history">
      <Title order={2} size="h4" id="history" mb="sm">
        History
      </Title>
      <Pages
        queryKey={['device', id, 'events']}
        load={(cursor) =>
          answer(
            api.GET('/api/v1/devices/{id}/events', {
              params: { path: { id }, query: { limit: PAGE, cursor } },
            }),
          )
        }
        empty={<Text c="dimmed">Nothing is known of it yet.</Text>}
      >
        {(events) => (
          <Timeline bulletSize={16} lineWidth={2} active={events.length}>
            {events.map((event) => (
              <Timeline.Item key={event.id} title={titleOf(event)}>
                <Text size="sm" c="dimmed">
                  {when(event.effectiveAt)}
                  {event.recordedAt === event.effectiveAt ? '' : `, recorded ${when(event.recordedAt)}`}
                </Text>
                {Object.entries(event.changes).map(([field, change]) => (
                  <Text size="sm" key={field}>
                    {changeWords(field, change)}
                  </Text>
                ))}
                {event.note && <Text size="sm">“{event.note}”</Text>}
              </Timeline.Item>
            ))}
          </Timeline>
        )}
      </Pages>
      <ListFiles path="/api/v1/devices/{id}/events" names={{ id }} />
    </section>
  );
}

function titleOf({ type, cause }: Shape<'EventView'>): string {
  const words = type.replaceAll('_', ' ');
  return cause && cause !== type ? `${words} (${cause})` : words;
}

/** Ids are of places and people, which have names where they are; here it is enough that they changed. */
function changeWords(field: string, change: unknown): string {
  const [before, after] = Array.isArray(change) ? (change as unknown[]) : [null, change];
  const name = fieldWords(field);
  if ([before, after].some((value) => typeof value === 'string' && ID.test(value))) return `${name} changed`;
  return `${name}: ${valueWords(before)} → ${valueWords(after)}`;
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'string') return STATUS_WORDS[value] ?? value;
  return Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
}
