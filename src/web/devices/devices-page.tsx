import { Anchor, Badge, Group, Select, SimpleGrid, Stack, Table, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { KINDS } from '../../catalogue/kinds.js';
import { STATUSES } from '../../devices/statuses.js';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { Empty } from '../common/empty.js';
import { LinkButton } from '../common/link-button.js';
import { Pages } from '../common/pages.js';
import { KIND_WORDS, STATUS_WORDS } from '../common/words.js';
import { SiteField } from '../scan/place-fields.js';
import { useTypedScanner } from '../scan/use-typed-scanner.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { DeviceFiles } from './device-files.js';
import { filterOf } from './device-search.js';

const route = getRouteApi('/shell/devices');
const PAGE = 50;

/** Find a device: by what is on it, by model, by place. */
export function DevicesPage() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/devices' });
  const session = useSession();
  const [text, setText] = useState(search.q ?? '');
  const [q] = useDebouncedValue(text.trim(), 250);
  useEffect(() => {
    if (q !== (search.q ?? '')) void navigate({ search: { ...search, q: q || undefined }, replace: true });
  }, [q, search, navigate]);
  useTypedScanner((code) => void navigate({ to: '/d/$code', params: { code } }));
  const pick = (change: Partial<typeof search>): void => void navigate({ search: { ...search, ...change } });
  const query = filterOf(search);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          Devices
        </Title>
        <Group gap="xs">
          {Object.keys(search).length > 0 && (
            <LinkButton to="/labels" search={search} variant="default">
              Labels
            </LinkButton>
          )}
          {may(session, 'devices:edit') && (
            <LinkButton to="/devices/new" variant="default">
              New device
            </LinkButton>
          )}
        </Group>
      </Group>
      <TextInput
        label="Tag, serial number or model"
        placeholder="Three characters or more, or scan"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="xs">
        <SiteField value={search.site} onChange={(site) => pick({ site, room: undefined })} />
        <Choice
          label="Kind"
          words={KIND_WORDS}
          values={KINDS}
          value={search.kind}
          onPick={(kind) => pick({ kind })}
        />
        <Choice
          label="Status"
          words={STATUS_WORDS}
          values={STATUSES}
          value={search.status}
          onPick={(status) => pick({ status })}
        />
      </SimpleGrid>
      <DeviceFiles search={search} />
      <Pages
        queryKey={['devices', query]}
        load={(cursor) =>
          answer(api.GET('/api/v1/devices', { params: { query: { ...query, limit: PAGE, cursor } } }))
        }
        empty={
          <Empty title="No device fits">
            Take fewer words or filters. What is in nobody’s register yet is made with “New device”, or comes
            from a file.
          </Empty>
        }
      >
        {(items) => <DeviceTable items={items} />}
      </Pages>
    </Stack>
  );
}

function DeviceTable({ items }: { items: Shape<'DeviceView'>[] }) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label="Devices found">
      <Table striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Device</Table.Th>
            <Table.Th>Model</Table.Th>
            <Table.Th>Status</Table.Th>
            <Table.Th>Place</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((device) => (
            <Table.Tr key={device.id}>
              <Table.Td>
                <Anchor
                  fw={600}
                  renderRoot={(props) => <Link to="/devices/$id" params={{ id: device.id }} {...props} />}
                >
                  {device.assetTag ?? device.serialNumber ?? 'without a tag'}
                </Anchor>
                {device.assetTag && <div>{device.serialNumber}</div>}
              </Table.Td>
              <Table.Td>
                {device.manufacturer} {device.model}
              </Table.Td>
              <Table.Td>
                <Badge variant="default">{STATUS_WORDS[device.status]}</Badge>
              </Table.Td>
              <Table.Td>{[device.siteName, device.room, device.cart].filter(Boolean).join(' · ')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Choice({
  label,
  words,
  values,
  value,
  onPick,
}: {
  label: string;
  words: Record<string, string>;
  values: readonly string[];
  value: string | undefined;
  onPick: (value: string | undefined) => void;
}) {
  return (
    <Select
      label={label}
      data={values.map((one) => ({ value: one, label: words[one] ?? one }))}
      value={value ?? null}
      onChange={(one) => onPick(one ?? undefined)}
      clearable
      placeholder="Any"
    />
  );
}
