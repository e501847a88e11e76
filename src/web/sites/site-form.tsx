import { Button, Checkbox, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { SITE_TYPES, type SiteType } from '../../sites/site-type.js';
import { Problem } from '../api/problem.js';
import { FormNotices } from '../common/form-notices.js';
import { useFocusOnProblem } from '../common/form-problem.js';
import { LinkButton } from '../common/link-button.js';
import { choicesOf } from '../common/words.js';
import { t } from '../text/text.js';

/** What is typed; a blank text is nothing. */
export interface SiteDraft {
  code: string;
  name: string;
  type: SiteType | null;
  region: string;
  street: string;
  city: string;
  state: string;
  postalCode: string;
  served: boolean;
}

interface Props {
  draft: SiteDraft;
  onChange: (change: Partial<SiteDraft>) => void;
  submit: string;
  isPending: boolean;
  error: Error | null;
  /** What another person has saved meanwhile. */
  clashes?: ReactNode;
  onSubmit: () => void;
}

const FIELDS = ['code', 'name', 'type', 'region', 'street', 'city', 'state', 'postalCode', 'served'];
const ADDRESS = ['street', 'city', 'state', 'postalCode'] as const;

/** What is known of a site. */
export function SiteForm({ draft, onChange: set, submit, isPending, error, clashes, onSubmit }: Props) {
  const problem = error instanceof Problem ? error : undefined;
  const taken = problem?.code === 'SITE_CODE_TAKEN' ? problem.message : undefined;
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, error);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={send} ref={element} noValidate>
      <Stack maw={720}>
        <FormNotices clashes={clashes} error={taken ? null : error} fields={FIELDS} />
        <TextInput
          label={t('sites.name')}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={problem?.of('name')}
          required
          maxLength={200}
        />
        <TextInput
          label={t('sites.code')}
          description={t('sites.codeHelp')}
          value={draft.code}
          onChange={(event) => set({ code: event.currentTarget.value })}
          error={problem?.of('code') ?? taken}
          required
          maxLength={100}
          autoCapitalize="characters"
        />
        <Select
          label={t('sites.type')}
          data={choicesOf('siteType', SITE_TYPES)}
          value={draft.type}
          onChange={(type) => set({ type: type as SiteType | null })}
          error={problem?.of('type')}
          placeholder={t('common.chooseOne')}
          required
        />
        <TextInput
          label={t('sites.region')}
          value={draft.region}
          onChange={(event) => set({ region: event.currentTarget.value })}
          error={problem?.of('region')}
          maxLength={100}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {ADDRESS.map((field) => (
            <TextInput
              key={field}
              label={t(`sites.${field}`)}
              value={draft[field]}
              onChange={(event) => set({ [field]: event.currentTarget.value })}
              error={problem?.of(field)}
              maxLength={field === 'postalCode' ? 20 : 50}
            />
          ))}
        </SimpleGrid>
        <Checkbox
          label={t('sites.served')}
          checked={draft.served}
          onChange={(event) => set({ served: event.currentTarget.checked })}
        />
        <Group>
          <Button type="submit" loading={isPending}>
            {submit}
          </Button>
          <LinkButton to="/sites" variant="default">
            {t('common.cancel')}
          </LinkButton>
        </Group>
      </Stack>
    </form>
  );
}

/** A draft as the API takes it. */
export function siteBodyOf({ code, name, type, served, ...texts }: SiteDraft) {
  const given = Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, text.trim() || null]),
  );
  return { ...given, code, name, served, ...(type ? { type } : {}) };
}
