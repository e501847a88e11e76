import { Alert, Anchor, Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { useLiveQuery } from 'dexie-react-hooks';
import { api, answer } from '../api/client.js';
import { NoAnswer, wordsOf } from '../api/problem.js';
import { Empty } from '../common/empty.js';
import { LinkButton } from '../common/link-button.js';
import { KIND_WORDS, STATUS_WORDS } from '../common/words.js';
import { devicesWithCode } from '../journal/field-index.js';
import { useField } from '../journal/journal-context.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';

const route = getRouteApi('/shell/d/$code');

/** Where the QR code of a label leads: to its device. */
export function CodePage() {
  const { code } = route.useParams();
  const session = useSession();
  const { data, error } = useQuery({
    queryKey: ['lookup', code],
    queryFn: () => answer(api.GET('/api/v1/devices/lookup', { params: { query: { code } } })),
  });
  if (error instanceof NoAnswer) return <KnownHere code={code} />;
  if (error) return <Alert color="red">{wordsOf(error)}</Alert>;
  if (!data) return <Loader aria-label="Loading" />;
  const [only, ...others] = data.items;
  if (!only)
    return (
      <Empty title={`No device has the code ${code}`} isPage>
        <Stack align="center">
          It may have been read wrong, or its device is not registered yet.
          {may(session, 'devices:edit') && (
            <LinkButton to="/devices/new" search={{ code }}>
              Make a device with it
            </LinkButton>
          )}
        </Stack>
      </Empty>
    );
  if (others.length === 0 && only.inScope)
    return <Navigate to="/devices/$id" params={{ id: only.id }} replace />;
  return (
    <Stack>
      <Title order={1} size="h2">
        {code}
      </Title>
      {others.length > 0 && <Text>{data.items.length} devices have this code. Which one is it?</Text>}
      {data.items.map((device) => (
        <div key={device.id}>
          {device.inScope ? (
            <Anchor
              fw={700}
              renderRoot={(props) => <Link to="/devices/$id" params={{ id: device.id }} {...props} />}
            >
              {device.assetTag ?? device.serialNumber}
            </Anchor>
          ) : (
            <Text fw={700}>{device.assetTag ?? device.serialNumber}</Text>
          )}
          <Text>
            {device.manufacturer} {device.model}, {STATUS_WORDS[device.status]}, {device.siteName}
            {device.matched.released ? '. It does not have this code any more.' : ''}
          </Text>
          {!device.inScope && (
            <Text c="dimmed">
              It belongs to a site that is not yours. Scan it with “Move here” to take it in.
            </Text>
          )}
        </div>
      ))}
    </Stack>
  );
}

/** Without a network: what this phone knows. */
function KnownHere({ code }: { code: string }) {
  const { database } = useField();
  const found = useLiveQuery(() => devicesWithCode(database, code), [database, code]);
  if (!found) return <Loader aria-label="Loading" />;
  return (
    <Stack>
      <Title order={1} size="h2">
        {code}
      </Title>
      <Text c="dimmed">There is no network: this is what this device knows.</Text>
      {found.length === 0 && <Empty title="It is not known here" />}
      {found.map(({ id, kind, model, status, site, room, cart }) => (
        <Text key={id}>
          {model ?? KIND_WORDS[kind]}, {STATUS_WORDS[status]},{' '}
          {[site, room, cart].filter(Boolean).join(' · ')}
        </Text>
      ))}
    </Stack>
  );
}
