import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../common/loaded.js';
import { t } from '../text/text.js';

/** More of them are rare, and are in the list of all. */
const MOST = 10;

/** A part of the page of a device: records of one kind, newest first, and the way to add one. */
export function RecordsOfDevice<Row extends { id: string }>({
  name,
  deviceId,
  title,
  action,
  none,
  load,
  children,
}: {
  /** The name of the list in the cache, and the id of the heading. */
  name: string;
  deviceId: string;
  title: string;
  action: ReactNode;
  none: string;
  load: (query: { device: string; limit: number }) => Promise<{ items: Row[] }>;
  children: (row: Row) => ReactNode;
}) {
  const query = useQuery({
    queryKey: [name, 'of', deviceId],
    queryFn: () => load({ device: deviceId, limit: MOST }),
  });
  return (
    <section aria-labelledby={name}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h4" id={name}>
            {title}
          </Title>
          {action}
        </Group>
        <Loaded query={query} failed={t('common.listFailed')}>
          {({ items }) =>
            items.length === 0 ? (
              <Text c="dimmed">{none}</Text>
            ) : (
              items.map((row) => (
                <Group key={row.id} component="article" gap="sm">
                  {children(row)}
                </Group>
              ))
            )
          }
        </Loaded>
      </Stack>
    </section>
  );
}
