import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, answer } from '../api/client.js';
import { wordsOf } from '../api/problem.js';
import { Empty } from '../common/states.js';
import type { FieldSite } from '../journal/database.js';
import { t } from '../text/text.js';

type Kind = 'room' | 'cart';

/** The rooms of a site or its carts, as far as they match a search, and a form for another. */
export function PlaceList({
  of,
  site,
  shown,
  total,
  mayEdit,
  children,
}: {
  of: Kind;
  site: FieldSite;
  shown: number;
  total: number;
  mayEdit: boolean;
  children: ReactNode;
}) {
  const title = of === 'room' ? t('places.rooms') : t('places.carts');
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {t('places.counted', { title, count: String(shown) })}
      </Title>
      {total === 0 && (
        <Empty title={of === 'room' ? t('places.noRooms') : t('places.noCarts')}>
          {t('places.noneText')}
        </Empty>
      )}
      {total > 0 && shown === 0 && <Text c="dimmed">{t('places.nothing')}</Text>}
      {children}
      {mayEdit && <NewPlace of={of} site={site} />}
    </section>
  );
}

function NewPlace({ of, site }: { of: Kind; site: FieldSite }) {
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
  const label = of === 'room' ? t('places.newRoom') : t('places.newCart');
  return (
    <form onSubmit={submit} aria-label={label}>
      <Group align="end" gap="xs">
        <TextInput
          label={label}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={making.error ? wordsOf(making.error) : undefined}
          required
          maxLength={100}
        />
        <Button type="submit" variant="default" loading={making.isPending}>
          {t('places.add')}
        </Button>
      </Group>
    </form>
  );
}
