import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { Page } from '../common/page.js';
import { useField } from '../journal/journal-context.js';
import { t } from '../text/text.js';
import { siteBodyOf, type SiteDraft, SiteForm } from './site-form.js';

const NOTHING: SiteDraft = {
  code: '',
  name: '',
  type: null,
  region: '',
  street: '',
  city: '',
  state: '',
  postalCode: '',
  served: true,
};

/** Adds one site. */
export function NewSitePage() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { refreshNow } = useField();
  const [draft, setDraft] = useState(NOTHING);
  const adding = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/sites', { body: siteBodyOf(draft) })),
    onSuccess: async () => {
      refreshNow();
      await queries.invalidateQueries();
      await navigate({ to: '/sites' });
    },
  });
  return (
    <Page title={t('sites.new')} about={t('sites.newAbout')}>
      <SiteForm
        draft={draft}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        submit={t('sites.add')}
        isPending={adding.isPending}
        error={adding.error}
        onSubmit={() => adding.mutate()}
      />
    </Page>
  );
}
