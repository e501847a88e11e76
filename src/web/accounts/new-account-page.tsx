import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { Page } from '../common/page.js';
import { t } from '../text/text.js';
import { AccountForm, type AccountDraft } from './account-form.js';
import { needsSites } from './account-roles.js';

const NOBODY: AccountDraft = {
  email: '',
  name: '',
  role: 'technician',
  sites: [],
  regions: [],
  password: '',
};

/** Adds an account. */
export function NewAccountPage() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(NOBODY);
  const adding = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/accounts', { body: bodyOf(draft) })),
    onSuccess: async () => {
      await queries.invalidateQueries();
      await navigate({ to: '/accounts' });
    },
  });
  return (
    <Page title={t('accounts.new')} about={t('accounts.newAbout')}>
      <AccountForm
        draft={draft}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        isNew
        submit={t('accounts.add')}
        isPending={adding.isPending}
        error={adding.error}
        onSubmit={() => adding.mutate()}
      />
    </Page>
  );
}

function bodyOf({ password, sites, regions, ...draft }: AccountDraft) {
  return {
    ...draft,
    ...(needsSites(draft.role) ? { sites, regions } : {}),
    ...(password ? { password } : {}),
  };
}
