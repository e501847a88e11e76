import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { today } from '../common/words.js';
import { t } from '../text/text.js';

interface Props {
  of: 'room' | 'cart';
  place: Shape<'RoomView'>;
}

/** Renames a room or a cart, closes it, or opens it again. */
export function PlaceEditor({ of, place }: Props) {
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState(place.name);
  const changing = useMutation({
    mutationFn: async (body: { name?: string; closedOn?: string | null }) => {
      const init = {
        params: { path: { id: place.id }, header: { 'If-Match': `"${place.version}"` } },
        body,
      };
      if (of === 'room') await answer(api.PATCH('/api/v1/rooms/{id}', init));
      else await answer(api.PATCH('/api/v1/carts/{id}', init));
    },
    onSuccess: () => setIsOpen(false),
    // Also after a refusal: somebody else may have changed it meanwhile.
    onSettled: () => queries.invalidateQueries(),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    changing.mutate({ name });
  };
  if (!isOpen)
    return (
      <Button
        variant="subtle"
        px={0}
        onClick={() => setIsOpen(true)}
        aria-label={
          of === 'room'
            ? t('places.editRoom', { name: place.name })
            : t('places.editCart', { name: place.name })
        }
      >
        {t('places.editPlace')}
      </Button>
    );
  return (
    <form
      onSubmit={submit}
      aria-label={
        of === 'room'
          ? t('places.editRoom', { name: place.name })
          : t('places.editCart', { name: place.name })
      }
    >
      <Group align="end" gap="xs" mt="xs">
        <TextInput
          label={t('places.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={changing.error ? wordsOf(changing.error) : undefined}
          required
          maxLength={100}
        />
        <Button type="submit" loading={changing.isPending}>
          {t('places.rename')}
        </Button>
        <Button
          variant="default"
          onClick={() => changing.mutate({ closedOn: place.closedOn ? null : today() })}
          loading={changing.isPending}
        >
          {place.closedOn ? t('places.reopen') : t('places.close')}
        </Button>
      </Group>
    </form>
  );
}
