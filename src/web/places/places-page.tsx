import {
  Alert,
  Anchor,
  Badge,
  Button,
  Group,
  Loader,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { Empty } from '../common/empty.js';
import type { FieldSite } from '../journal/database.js';
import { useField } from '../journal/journal-context.js';
import { SiteField } from '../scan/place-fields.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { PlaceEditor } from './place-editor.js';
import { everyPlace } from './places.js';

const route = getRouteApi('/shell/places');

/** Rooms and carts of a site: where carts stand, what they are called, which are used no more. */
export function PlacesPage() {
  const { site: code } = route.useSearch();
  const navigate = useNavigate();
  const { database } = useField();
  const sites = useLiveQuery(() => database.sites.toArray(), [database]);
  const site = sites?.find((one) => one.code === code) ?? (sites?.length === 1 ? sites[0] : undefined);
  return (
    <Stack>
      <Title order={1} size="h2">
        Rooms and carts
      </Title>
      <SiteField
        value={site?.code}
        onChange={(picked) => void navigate({ to: '/places', search: { site: picked } })}
      />
      {site ? (
        <PlacesOf key={site.id} site={site} />
      ) : (
        <Empty title="Choose a site">Its rooms and carts are listed here.</Empty>
      )}
    </Stack>
  );
}

function PlacesOf({ site }: { site: FieldSite }) {
  const mayEdit = may(useSession(), 'places:edit');
  const rooms = useQuery({ queryKey: ['rooms', site.id], queryFn: () => everyPlace('rooms', site.id) });
  const carts = useQuery({ queryKey: ['carts', site.id], queryFn: () => everyPlace('carts', site.id) });
  const error = rooms.error ?? carts.error;
  if (error)
    return (
      <Alert color="red" role="alert">
        {wordsOf(error)}
      </Alert>
    );
  if (!rooms.data || !carts.data) return <Loader aria-label="Loading" />;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <PlaceList of="cart" site={site} isEmpty={carts.data.length === 0} mayEdit={mayEdit}>
        {carts.data.map((cart) => (
          <CartCard key={cart.id} cart={cart} rooms={rooms.data} site={site} mayEdit={mayEdit} />
        ))}
      </PlaceList>
      <PlaceList of="room" site={site} isEmpty={rooms.data.length === 0} mayEdit={mayEdit}>
        {rooms.data.map((room) => (
          <Paper key={room.id} withBorder p="sm" mb="xs" component="article" aria-label={`Room ${room.name}`}>
            <Group justify="space-between">
              <DevicesLink site={site} room={room} />
              {room.closedOn && <Badge color="gray">closed {room.closedOn}</Badge>}
            </Group>
            {mayEdit && <PlaceEditor of="room" place={room} />}
          </Paper>
        ))}
      </PlaceList>
    </SimpleGrid>
  );
}

function PlaceList({
  of,
  site,
  isEmpty,
  mayEdit,
  children,
}: {
  of: 'room' | 'cart';
  site: FieldSite;
  isEmpty: boolean;
  mayEdit: boolean;
  children: ReactNode;
}) {
  const title = of === 'room' ? 'Rooms' : 'Carts';
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {isEmpty && <Empty title={`No ${of}s`}>A {of} that devices are scanned into is made by itself.</Empty>}
      {children}
      {mayEdit && <NewPlace of={of} site={site} />}
    </section>
  );
}

function DevicesLink({ site, room }: { site: FieldSite; room: Shape<'RoomView'> }) {
  return (
    <Anchor
      fw={600}
      renderRoot={(props) => <Link to="/devices" search={{ site: site.code, room: room.name }} {...props} />}
    >
      {room.name}
    </Anchor>
  );
}

/** A cart and the room that it stands in; moved, its devices move with it. */
function CartCard({
  cart,
  rooms,
  site,
  mayEdit,
}: {
  cart: Shape<'CartView'>;
  rooms: Shape<'RoomView'>[];
  site: FieldSite;
  mayEdit: boolean;
}) {
  const queries = useQueryClient();
  const moving = useMutation({
    mutationFn: (roomId: string | null) =>
      answer(
        api.PATCH('/api/v1/carts/{id}', {
          params: { path: { id: cart.id }, header: { 'If-Match': `"${cart.version}"` } },
          body: { roomId },
        }),
      ),
    onSettled: () => queries.invalidateQueries(),
  });
  const room = rooms.find(({ id }) => id === cart.roomId);
  return (
    <Paper withBorder p="sm" mb="xs" component="article" aria-label={`Cart ${cart.name}`}>
      <Group justify="space-between" mb="xs">
        <Text fw={600}>{cart.name}</Text>
        {cart.closedOn ? (
          <Badge color="gray">closed {cart.closedOn}</Badge>
        ) : (
          !mayEdit && <Text size="sm">{room ? `in room ${room.name}` : 'in no room'}</Text>
        )}
      </Group>
      {moving.error && (
        <Alert color="red" role="alert" mb="xs">
          {wordsOf(moving.error)}
        </Alert>
      )}
      {mayEdit && !cart.closedOn && (
        <Select
          label={`Room of ${cart.name}`}
          description="Its devices move with it"
          placeholder="In no room"
          data={rooms
            .filter(({ id, closedOn }) => !closedOn || id === cart.roomId)
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={cart.roomId}
          onChange={(roomId) => moving.mutate(roomId)}
          readOnly={moving.isPending}
          rightSection={moving.isPending ? <Loader size="xs" /> : undefined}
          searchable
          clearable
          limit={60}
          nothingFoundMessage={`No room of ${site.name} is called so`}
        />
      )}
      {mayEdit && <PlaceEditor of="cart" place={cart} />}
    </Paper>
  );
}

function NewPlace({ of, site }: { of: 'room' | 'cart'; site: FieldSite }) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const making = useMutation({
    mutationFn: async () => {
      const init = { params: { path: { id: site.id } }, body: { name } };
      if (of === 'room') await answer(api.POST('/api/v1/sites/{id}/rooms', init));
      else await answer(api.POST('/api/v1/sites/{id}/carts', init));
    },
    onSuccess: async () => {
      setName('');
      await queries.invalidateQueries();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    making.mutate();
  };
  return (
    <form onSubmit={submit} aria-label={`New ${of}`}>
      <Group align="end" gap="xs">
        <TextInput
          label={`New ${of}`}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={making.error ? wordsOf(making.error) : undefined}
          required
          maxLength={100}
        />
        <Button type="submit" variant="default" loading={making.isPending}>
          Add
        </Button>
      </Group>
    </form>
  );
}
