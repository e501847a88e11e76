import { Button, Group, MultiSelect, PasswordInput, Radio, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Problem } from '../api/problem.js';
import { FormNotices } from '../common/form-notices.js';
import { useFocusOnProblem } from '../common/form-problem.js';
import { LinkButton } from '../common/link-button.js';
import { word } from '../common/words.js';
import { useSites } from '../sites/use-sites.js';
import { t } from '../text/text.js';
import { needsSites, type Role, ROLES } from './account-roles.js';

export interface AccountDraft {
  email: string;
  name: string;
  role: Role;
  /** Codes of the sites. */
  sites: string[];
  regions: string[];
  password: string;
}

interface Props {
  draft: AccountDraft;
  onChange: (change: Partial<AccountDraft>) => void;
  isNew: boolean;
  /** People cannot change their own role. */
  isSelf?: boolean;
  submit: string;
  isPending: boolean;
  error: Error | null;
  /** What another person has saved meanwhile. */
  clashes?: ReactNode;
  onSubmit: () => void;
}

const FIELDS = ['email', 'name', 'role', 'sites', 'regions', 'password'];

/** The name, role and sites of an account. */
export function AccountForm({
  draft,
  onChange: set,
  isNew,
  isSelf = false,
  submit,
  isPending,
  error,
  clashes,
  onSubmit,
}: Props) {
  const [asksForSites, setAsksForSites] = useState(false);
  const problem = error instanceof Problem ? error : undefined;
  const taken = problem?.code === 'ACCOUNT_EMAIL_TAKEN' ? problem.message : undefined;
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, error);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const lacksSites = needsSites(draft.role) && draft.sites.length === 0 && draft.regions.length === 0;
    setAsksForSites(lacksSites);
    if (!lacksSites) onSubmit();
  };
  return (
    <form onSubmit={send} ref={element} noValidate>
      <Stack maw={620}>
        <FormNotices clashes={clashes} error={taken ? null : error} fields={FIELDS} />
        <TextInput
          label={t('accounts.email')}
          type="email"
          value={draft.email}
          onChange={(event) => set({ email: event.currentTarget.value })}
          error={problem?.of('email') ?? taken}
          disabled={!isNew}
          required
          autoComplete="off"
        />
        <TextInput
          label={t('accounts.name')}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={problem?.of('name')}
          maxLength={200}
          autoComplete="off"
          required
        />
        {!isSelf && draft.role !== 'vendor' && (
          <Radio.Group
            label={t('accounts.role')}
            value={draft.role}
            onChange={(role) => set({ role })}
            error={problem?.of('role')}
            required
          >
            <Stack gap="xs" mt={4}>
              {ROLES.map(({ role, about }) => (
                <Radio key={role} value={role} label={word('role', role)} description={about()} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {needsSites(draft.role) && (
          <ReachFields
            draft={draft}
            onChange={set}
            error={problem?.of('sites') ?? (asksForSites ? t('accounts.sitesMissing') : undefined)}
          />
        )}
        <PasswordInput
          label={isNew ? t('accounts.password') : t('accounts.newPassword')}
          description={`${t('accounts.passwordHelp')} ${isNew ? t('accounts.passwordNone') : t('accounts.passwordLater')}`}
          value={draft.password}
          onChange={(event) => set({ password: event.currentTarget.value })}
          error={problem?.of('password')}
          aria-invalid={problem?.of('password') !== undefined}
          autoComplete="new-password"
        />
        <Group>
          <Button type="submit" loading={isPending}>
            {submit}
          </Button>
          <LinkButton to="/accounts" variant="default">
            {t('common.cancel')}
          </LinkButton>
        </Group>
      </Stack>
    </form>
  );
}

/** The sites and regions that the account can see, by name. */
function ReachFields({
  draft: { sites, regions },
  onChange,
  error,
}: {
  draft: AccountDraft;
  onChange: (change: Partial<AccountDraft>) => void;
  error: string | undefined;
}) {
  const known = useSites() ?? [];
  const allRegions = [...new Set([...known.flatMap(({ region }) => region ?? []), ...regions])].toSorted();
  return (
    <>
      <MultiSelect
        label={t('accounts.sites')}
        description={t('accounts.sitesHelp')}
        data={known.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
        value={sites}
        onChange={(to) => onChange({ sites: to })}
        error={error}
        searchable
        limit={60}
        nothingFoundMessage={t('common.noSite')}
      />
      {allRegions.length > 0 && (
        <MultiSelect
          label={t('accounts.regions')}
          description={t('accounts.regionsHelp')}
          data={allRegions}
          value={regions}
          onChange={(to) => onChange({ regions: to })}
          searchable
        />
      )}
    </>
  );
}
