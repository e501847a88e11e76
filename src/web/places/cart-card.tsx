import { Alert, Anchor, Badge, Group, Loader, Paper, Select, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { day } from '../common/words.js';
import type { FieldSite } from '../journal/database.js';
import { t } from '../text/text.js';
import { PlaceEditor } from './place-editor.js';

/** A cart and the room that it stands in; moved, its devices move with it. */
export function CartCard({
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
    <Paper
      withBorder
      p="sm"
      mb="xs"
      component="article"
      aria-label={t('places.cartName', { name: cart.name })}
    >
      <Group justify="space-between" mb="xs">
        <Anchor
          fw={600}
          renderRoot={(props) => (
            <Link to="/devices" search={{ site: site.code, cart: cart.name }} {...props} />
          )}
        >
          {cart.name}
        </Anchor>
        {cart.closedOn && <Badge color="gray">{t('places.closed', { date: day(cart.closedOn) })}</Badge>}
        {!cart.closedOn && !mayEdit && (
          <Text size="sm">{room ? t('places.inRoom', { name: room.name }) : t('places.inNoRoom')}</Text>
        )}
      </Group>
      {moving.error && (
        <Alert color="red" role="alert" mb="xs">
          {wordsOf(moving.error)}
        </Alert>
      )}
      {mayEdit && !cart.closedOn && (
        <Select
          label={t('places.roomOf', { name: cart.name })}
          description={t('places.movesWithIt')}
          placeholder={t('places.inNoRoom')}
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
          nothingFoundMessage={t('places.noRoomCalled', { site: site.name })}
        />
      )}
      {mayEdit && <PlaceEditor of="cart" place={cart} />}
    </Paper>
  );
}
