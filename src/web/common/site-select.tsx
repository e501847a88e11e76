import { Select } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import type { FieldSite } from '../journal/database.js';
import { useField } from '../journal/journal-context.js';
import { t } from '../text/text.js';
import type { Choice } from './table/single-filter.js';

interface Props {
  /** Code of the site. */
  value: string | undefined;
  onChange: (code: string | undefined) => void;
  label?: string;
  description?: string;
  required?: boolean;
  error?: string;
}

/** The sites that the account can see, with their names. */
export function useSites(): FieldSite[] | undefined {
  const { database } = useField();
  return useLiveQuery(() => database.sites.orderBy('code').toArray(), [database]);
}

/** The sites that the account can see, to choose from. */
export function useSiteChoices(): Choice[] {
  return (useSites() ?? []).map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
}

/** A field to choose a site by its name or its code. */
export function SiteSelect({ value, onChange, label = t('common.site'), required = false, ...more }: Props) {
  const data = useSiteChoices();
  return (
    <Select
      label={label}
      data={data}
      value={value ?? null}
      onChange={(code) => onChange(code ?? undefined)}
      searchable
      clearable={!required}
      required={required}
      limit={60}
      placeholder={t('common.chooseOne')}
      nothingFoundMessage={t('common.noSite')}
      {...more}
    />
  );
}
