import { Alert, Button, Paper, SimpleGrid } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, answer } from '../api/client.js';
import { wordsOf } from '../api/problem.js';
import { PlaceField, SiteField } from '../scan/place-fields.js';

/** Freezes what is expected in a room, a cart or at a whole site. */
export function BeginSweep() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [site, setSite] = useState<string>();
  const [room, setRoom] = useState('');
  const [cart, setCart] = useState('');
  const beginning = useMutation({
    mutationFn: (code: string) =>
      answer(
        api.POST('/api/v1/sweeps', {
          body: {
            site: code,
            ...(cart.trim() ? { cart: cart.trim() } : room.trim() ? { room: room.trim() } : {}),
          },
        }),
      ),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries();
      await navigate({ to: '/sweeps/$id', params: { id } });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (site) beginning.mutate(site);
  };
  return (
    <Paper withBorder p="md">
      <form onSubmit={submit} aria-label="Begin a sweep">
        {beginning.error && (
          <Alert color="red" role="alert" mb="sm">
            {wordsOf(beginning.error)}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} style={{ alignItems: 'end' }}>
          <SiteField value={site} onChange={setSite} required />
          <PlaceField label="Room, or the whole site" of="room" site={site} value={room} onChange={setRoom} />
          <PlaceField label="Cart, counted in one go" of="cart" site={site} value={cart} onChange={setCart} />
          <Button type="submit" disabled={!site} loading={beginning.isPending}>
            Begin a sweep
          </Button>
        </SimpleGrid>
      </form>
    </Paper>
  );
}
