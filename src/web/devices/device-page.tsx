import { Alert, Badge, Button, Divider, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer, tagged } from '../api/client.js';
import { wordsOf } from '../api/problem.js';
import type { Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { day, money, STATUS_WORDS, when } from '../common/words.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { DeviceEditor } from './device-editor.js';
import { DeviceHistory } from './device-history.js';
import { MergePanel } from './merge-panel.js';

const route = getRouteApi('/shell/devices/$id');

/** Everything about one device. */
export function DevicePage() {
  const { id } = route.useParams();
  const session = useSession();
  const [mode, setMode] = useState<'look' | 'edit' | 'merge'>('look');
  const found = useQuery({
    queryKey: ['device', id],
    queryFn: () => tagged(api.GET('/api/v1/devices/{id}', { params: { path: { id } } })),
  });
  if (found.error)
    return (
      <Alert color="orange" role="alert" title="This device could not be shown">
        {wordsOf(found.error)}
      </Alert>
    );
  if (!found.data) return <Loader aria-label="Loading" />;
  const { value: device, etag } = found.data;
  const edits = may(session, 'devices:edit') && device.status !== 'void';
  return (
    <Stack>
      <Group justify="space-between" align="start">
        <div>
          <Title order={1} size="h2">
            {device.assetTag ?? device.serialNumber ?? 'Device'}
          </Title>
          <Text>
            {device.manufacturer} {device.model}
          </Text>
        </div>
        <Badge size="xl" variant="default">
          {STATUS_WORDS[device.status]}
        </Badge>
      </Group>
      {device.mergedIntoId && (
        <Alert color="orange" title="It was merged">
          This record is void.{' '}
          <LinkButton to="/devices/$id" params={{ id: device.mergedIntoId }}>
            Show what it is now
          </LinkButton>
        </Alert>
      )}
      {device.holds.map((hold) => (
        <Alert key={hold.id} color="orange" title={`Held: ${hold.reason}`}>
          It forbids {hold.forbids.join(', ')}, since {when(hold.placedAt)} ({hold.owner}).
        </Alert>
      ))}
      {edits && mode === 'look' && (
        <Group gap="xs">
          <Button onClick={() => setMode('edit')}>Change</Button>
          <LinkButton to="/labels" search={{ device: device.id }} variant="default">
            Print its label
          </LinkButton>
          <Button variant="default" onClick={() => setMode('merge')}>
            Merge with another
          </Button>
        </Group>
      )}
      {mode === 'edit' && <DeviceEditor device={device} etag={etag} onDone={() => setMode('look')} />}
      {mode === 'merge' && <MergePanel device={device} etag={etag} onDone={() => setMode('look')} />}
      {mode === 'look' && <DeviceFacts device={device} />}
      <Divider />
      <DeviceHistory id={id} />
    </Stack>
  );
}

function DeviceFacts({ device }: { device: Shape<'DeviceDetail'> }) {
  const session = useSession();
  const facts: [string, string][] = [
    ['Serial number', device.serialNumber ?? ''],
    ['Place', [device.siteName, device.room, device.cart].filter(Boolean).join(' · ')],
    ['Region', device.region ?? ''],
    ['Status since', when(device.statusSince)],
    ['In service on', day(device.inServiceOn)],
    ['Purchased on', day(device.purchasedOn)],
    ['Cost', money(device.costCents)],
    ['Purchase order', device.purchaseReference ?? ''],
    ['Paid from', [device.fundingSource, device.fain].filter(Boolean).join(', ')],
    ['Updates end on', day(device.autoUpdateEndsOn)],
    ['Notes', device.notes ?? ''],
    ['Codes', device.codes.map(codeWords).join(', ')],
  ];
  return (
    <>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <FactRow key={name} name={name} value={value} />
          ))}
      </dl>
      {device.custody.length > 0 && may(session, 'people:read') && <Custody custody={device.custody} />}
    </>
  );
}

function FactRow({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** Who has had it, latest first. */
function Custody({ custody }: { custody: Shape<'CustodyView'>[] }) {
  return (
    <div>
      <Title order={2} size="h4" mb="xs">
        Who has had it
      </Title>
      <Stack gap={4}>
        {custody.map((loan) => (
          <Text key={`${loan.personId} ${loan.loanedAt}`}>
            <PersonName id={loan.personId} />, {when(loan.loanedAt)} –{' '}
            {loan.returnedAt ? when(loan.returnedAt) : `now${loan.dueOn ? `, due ${day(loan.dueOn)}` : ''}`}
          </Text>
        ))}
      </Stack>
    </div>
  );
}

function PersonName({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: ['person', id],
    queryFn: () => answer(api.GET('/api/v1/people/{id}', { params: { path: { id } } })),
  });
  if (!data) return <span>A person</span>;
  const name = [data.givenName, data.familyName].filter(Boolean).join(' ');
  return <span>{name || data.externalId || data.email || 'A person'}</span>;
}

function codeWords({ kind, code, releasedAt }: Shape<'CodeView'>): string {
  return `${code} (${kind.replaceAll('_', ' ')}${releasedAt ? ', before' : ''})`;
}
