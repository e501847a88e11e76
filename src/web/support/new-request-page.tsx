import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { api, answer, tagged } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { Page } from '../common/page.js';
import { Empty, Failed, Loading } from '../common/states.js';
import { LinkButton } from '../common/link-button.js';
import { useField } from '../journal/journal-context.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { loadPriceLists } from './price-lists.js';
import { bodyOf, RequestForm, useDraft } from './request-form.js';
import { schoolYears } from './school-years.js';

const route = getRouteApi('/shell/support/new');

/** A request for support days: the price is there before it is sent. */
export function NewRequestPage() {
  const decides = may(useSession(), 'allocation:edit');
  const { data, error, refetch } = useQuery({
    queryKey: ['price-lists', decides],
    queryFn: () => loadPriceLists({ all: decides }),
  });
  const [key, setKey] = useState<string>();
  if (error && !data)
    return <Failed title={t('common.pageFailed')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const model = data.find((one) => one.key === key) ?? data[0];
  return (
    <Page title={t('support.new')} about={t('support.newAbout')}>
      {data.length > 1 && (
        <Select
          label={t('support.model')}
          data={data.map((one) => ({ value: one.key, label: one.name }))}
          value={model?.key ?? null}
          onChange={(to) => setKey(to ?? undefined)}
          allowDeselect={false}
          maw={620}
        />
      )}
      {model ? (
        <NewRequest key={model.key} model={model} />
      ) : (
        <Empty title={t('support.notForSale')}>
          <p>{decides ? t('support.notForSaleOffice') : t('support.notForSaleText')}</p>
          <LinkButton to="/problems/new">{t('problems.new')}</LinkButton>
        </Empty>
      )}
    </Page>
  );
}

function NewRequest({ model }: { model: Shape<'AllocationModel'> }) {
  const search = route.useSearch();
  const { database } = useField();
  const sites = useLiveQuery(() => database.sites.limit(2).toArray(), [database]);
  const [typed, onChange] = useDraft({
    site: search.site,
    schoolYear: schoolYears()[0] ?? '',
    option: model.options.length === 1 ? (model.options[0]?.key ?? '') : '',
    amount: '',
    payer: 'site',
    payerName: '',
    accountString: '',
    note: '',
  });
  // A person with only one site does not have to choose it.
  const draft = { ...typed, site: typed.site ?? (sites?.length === 1 ? sites[0]?.code : undefined) };
  const navigate = useNavigate();
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: async ({ submits }: { submits: boolean }) => {
      const { site = '', schoolYear } = draft;
      const made = await tagged(
        api.POST('/api/v1/allocation/purchases', {
          body: { ...bodyOf(model, draft), site, schoolYear },
        }),
      );
      const { id } = made.value;
      if (submits)
        await answer(
          api.POST('/api/v1/allocation/purchases/{id}/steps', {
            params: { path: { id }, header: { 'If-Match': made.etag } },
            body: { state: 'submitted' },
          }),
        );
      return id;
    },
    onSuccess: async (id) => {
      await queries.invalidateQueries();
      await navigate({ to: '/support/$id', params: { id } });
    },
  });
  const action = (text: string, submits: boolean) => ({
    text,
    onClick: () => sending.mutate({ submits }),
    isPending: sending.isPending && sending.variables.submits === submits,
  });
  return (
    <RequestForm
      model={model}
      draft={draft}
      onChange={onChange}
      years={schoolYears()}
      actions={[action(t('support.send'), true), action(t('support.saveDraft'), false)]}
      error={sending.error}
      back={{ to: '/support' }}
    />
  );
}
