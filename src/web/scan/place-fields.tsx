import { useQuery } from '@tanstack/react-query';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { FieldSite } from '../journal/database.js';
import { useField } from '../journal/journal-context.js';
import { t } from '../text/text.js';
import { UNCLEAR } from './actions.js';
import { choiceCalled, ChoiceField, type Typing } from './choice-field.js';
import { placeNames } from './kept-places.js';

/** A site of the person who is signed in. It is found by its name or its code. */
export function SiteField({
  value,
  onChange,
  typing,
  label = t('common.site'),
  required = false,
}: {
  value: string | undefined;
  onChange: (code: string | undefined) => void;
  typing?: Typing;
  label?: string;
  required?: boolean;
}) {
  const { database } = useField();
  const sites = useLiveQuery(() => database.sites.toArray(), [database]);
  const choices = useMemo(() => siteChoices(sites ?? []), [sites]);
  return (
    <ChoiceField
      label={label}
      choices={choices}
      value={value}
      onChange={(code) => onChange(code || undefined)}
      typing={typing}
      unclear={UNCLEAR.site}
      empty={t('common.noSite')}
      placeholder={t('common.chooseOne')}
      required={required}
    />
  );
}

/** Names, in their order; two sites of one name are told apart by their codes. */
function siteChoices(sites: readonly FieldSite[]): { value: string; label: string }[] {
  const names = new Map<string, number>();
  for (const { name } of sites) names.set(name, (names.get(name) ?? 0) + 1);
  return sites
    .map(({ code, name }) => ({ value: code, label: names.get(name) === 1 ? name : `${name} (${code})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true }));
}

/** A room or a cart of a site. A new one is added only when the person chooses to add it. */
export function PlaceField({
  label,
  of,
  site,
  value,
  onChange,
  typing,
}: {
  label: string;
  of: 'room' | 'cart';
  site: string | undefined;
  value: string | undefined;
  onChange: (name: string) => void;
  typing?: Typing;
}) {
  const { database } = useField();
  const { data: names } = useQuery({
    queryKey: ['place-names', of, site],
    queryFn: () => placeNames(database, of, site ?? ''),
    enabled: site !== undefined,
    networkMode: 'always',
  });
  const choices = useMemo(() => (names ?? []).map((name) => ({ value: name, label: name })), [names]);
  const isNew = Boolean(value) && names !== undefined && !choiceCalled(choices, value ?? '');
  const words = WORDS[of];
  return (
    <ChoiceField
      label={label}
      choices={choices}
      value={value}
      onChange={onChange}
      typing={typing}
      unclear={UNCLEAR[of]}
      add={words.add}
      empty={words.none()}
      placeholder={t('shell.search')}
      description={isNew ? words.isNew() : undefined}
      disabled={!site}
    />
  );
}

const WORDS = {
  room: {
    add: (name: string) => t('scan.addRoom', { name }),
    isNew: () => t('scan.newRoom'),
    none: () => t('scan.noRooms'),
  },
  cart: {
    add: (name: string) => t('scan.addCart', { name }),
    isNew: () => t('scan.newCart'),
    none: () => t('scan.noCarts'),
  },
} as const;
