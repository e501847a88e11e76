import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, answer, tagged } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { Page } from '../common/page.js';
import { Failed, Loading } from '../common/states.js';
import { t } from '../text/text.js';
import { bodyOf, RequestForm, useDraft } from './request-form.js';

const route = getRouteApi('/shell/support/$id/edit');

/** Changes a draft, for example one that came back with a reason. */
export function EditRequestPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['purchase', id, 'edit'],
    gcTime: 0,
    queryFn: async () => {
      const { value, etag } = await tagged(
        api.GET('/api/v1/allocation/purchases/{id}', { params: { path: { id } } }),
      );
      const model = await answer(
        api.GET('/api/v1/allocation/models/{key}', { params: { path: { key: value.model } } }),
      );
      return { purchase: value, etag, model };
    },
    refetchOnWindowFocus: false,
  });
  if (error && !data)
    return <Failed title={t('support.notShown')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Page title={t('support.editTitle')} about={`${data.purchase.siteName}, ${data.purchase.schoolYear}`}>
      <EditRequest {...data} />
    </Page>
  );
}

function EditRequest({
  purchase,
  etag,
  model,
}: {
  purchase: Shape<'PurchaseDetail'>;
  etag: string;
  model: Shape<'AllocationModel'>;
}) {
  const { id, site, schoolYear, option, amount, payer, payerName, accountString, note } = purchase;
  const [draft, onChange] = useDraft({
    site,
    schoolYear,
    option,
    amount: String(amount),
    payer,
    payerName: payerName ?? '',
    accountString: accountString ?? '',
    note: note ?? '',
  });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH('/api/v1/allocation/purchases/{id}', {
          params: { path: { id }, header: { 'If-Match': etag } },
          body: bodyOf(model, draft),
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries();
      await navigate({ to: '/support/$id', params: { id } });
    },
  });
  return (
    <RequestForm
      model={model}
      draft={draft}
      onChange={onChange}
      years={[schoolYear]}
      isSiteFixed
      actions={[
        { text: t('support.saveChange'), onClick: () => saving.mutate(), isPending: saving.isPending },
      ]}
      error={saving.error}
      back={{ to: '/support/$id', params: { id } }}
    />
  );
}
