import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import type { Shape } from '../../api/problem.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';

const MOST = 20;
const SHORTEST = 3;

/** Picks one person by name or id. */
export function PersonEditor({ onPick }: { onPick: (id: string) => void }) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const { data } = useQuery({
    queryKey: ['people', 'search', asked],
    enabled: asked.length >= SHORTEST,
    queryFn: () => answer(api.GET('/api/v1/people', { params: { query: { text: asked, limit: MOST } } })),
    placeholderData: (before) => before,
  });
  return (
    <Select
      label={t('field.person')}
      description={t('devices.personHelp')}
      data={(data?.items ?? []).map((person) => ({ value: person.id, label: wordsOf(person) }))}
      // The server has searched.
      filter={({ options }) => options}
      searchable
      searchValue={text}
      onSearchChange={setText}
      value={null}
      onChange={(id) => id && onPick(id)}
      nothingFoundMessage={asked.length >= SHORTEST && data ? t('devices.noPerson') : undefined}
      comboboxProps={{ withinPortal: false }}
      w={280}
      data-autofocus
    />
  );
}

/** The name of a person whom the address of a page names by id. */
export function usePersonName(id: string | undefined): string | undefined {
  const mayRead = may(useSession(), 'people:read');
  const { data } = useQuery({
    queryKey: ['person', id],
    enabled: id !== undefined && mayRead,
    queryFn: () => answer(api.GET('/api/v1/people/{id}', { params: { path: { id: id ?? '' } } })),
  });
  return data && nameOf(data);
}

function nameOf({ givenName, familyName, externalId }: Shape<'PersonView'>): string {
  return [givenName, familyName].filter(Boolean).join(' ') || externalId;
}

function wordsOf(person: Shape<'PersonView'>): string {
  return [nameOf(person), person.externalId, person.grade].filter(Boolean).join(' · ');
}
