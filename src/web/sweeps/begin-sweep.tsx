import { Alert, Button, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { PlaceField, SiteField } from '../scan/place-fields.js';
import { t } from '../text/text.js';

/** Starts a sweep, and goes to it. */
export function useBeginSweep() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Shape<'NewSweepBody'>) => answer(api.POST('/api/v1/sweeps', { body })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries();
      await navigate({ to: '/sweeps/$id', params: { id } });
    },
  });
}

/** Asks what is to be swept: a room, a cart, or a whole site. */
export function BeginSweep() {
  const [site, setSite] = useState<string>();
  const [room, setRoom] = useState('');
  const [cart, setCart] = useState('');
  const beginning = useBeginSweep();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!site) return;
    const place = cart.trim() ? { cart: cart.trim() } : room.trim() ? { room: room.trim() } : {};
    beginning.mutate({ site, ...place });
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={t('sweeps.start')}>
      <Title order={2} size="h4">
        {t('sweeps.start')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('sweeps.startHelp')}
      </Text>
      <form onSubmit={submit}>
        {beginning.error && (
          <Alert color="red" role="alert" mb="sm">
            {wordsOf(beginning.error)}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} style={{ alignItems: 'end' }}>
          <SiteField value={site} onChange={setSite} required />
          <PlaceField
            label={t('sweeps.startRoom')}
            of="room"
            site={site}
            value={room}
            onChange={(name) => {
              setRoom(name);
              setCart('');
            }}
          />
          <PlaceField
            label={t('sweeps.startCart')}
            of="cart"
            site={site}
            value={cart}
            onChange={(name) => {
              setCart(name);
              setRoom('');
            }}
          />
          <Button type="submit" disabled={!site} loading={beginning.isPending}>
            {t('sweeps.start')}
          </Button>
        </SimpleGrid>
      </form>
    </Paper>
  );
}
