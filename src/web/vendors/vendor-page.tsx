import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, answer, tagged } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { EditClashes } from '../common/edit-clashes.js';
import { type Clash, isSame, merge } from '../common/edits.js';
import { Page } from '../common/page.js';
import { Failed, Loading } from '../common/states.js';
import { UnsavedGuard } from '../common/unsaved-guard.js';
import { useDraft } from '../common/use-draft.js';
import { t } from '../text/text.js';
import { bodyOf, draftOf, fieldWords, type VendorDraft } from './vendor-draft.js';
import { VendorForm } from './vendor-form.js';

const route = getRouteApi('/shell/vendors/$id');

const vendorOf = (id: string) => tagged(api.GET('/api/v1/vendors/{id}', { params: { path: { id } } }));

/** Shows one vendor, and changes it. */
export function VendorPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['vendor', id],
    queryFn: () => vendorOf(id),
    refetchOnWindowFocus: false,
  });
  if (error && !data)
    return <Failed title={t('vendors.notShown')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <EditVendor key={id} vendor={data.value} etag={data.etag} />;
}

interface Edit {
  /** What was saved when this edit began. */
  base: VendorDraft;
  form: VendorDraft;
  etag: string;
}

const isChanged = ({ base, form }: Edit): boolean => !isSame(base, form);

function EditVendor({ vendor, etag }: { vendor: Shape<'VendorView'>; etag: string }) {
  const { id, key, name } = vendor;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const saved = draftOf(vendor);
  const draft = useDraft<Edit>(`vendor.${id}`, { base: saved, form: saved, etag }, isChanged);
  const { base, form } = draft.value;
  const [clashes, setClashes] = useState<Clash<VendorDraft>[]>();
  const change = (changed: Partial<VendorDraft>): void =>
    draft.setValue((before) => ({ ...before, form: { ...before.form, ...changed } }));
  const leave = async (): Promise<void> => {
    draft.discard();
    await navigate({ to: '/vendors', ignoreBlocker: true });
  };
  const saving = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH('/api/v1/vendors/{id}', {
          params: { path: { id }, header: { 'If-Match': draft.value.etag } },
          body: bodyOf(form),
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries();
      await leave();
    },
    onError: async (error) => {
      if (!(error instanceof Problem) || error.status !== 412) return;
      const now = await vendorOf(id);
      const theirs = draftOf(now.value);
      const { merged, clashes: both } = merge(base, form, theirs);
      draft.setValue(() => ({ base: theirs, form: merged, etag: now.etag }));
      setClashes(both);
    },
  });
  return (
    <Page title={name} about={t('vendors.editAbout', { key })}>
      <UnsavedGuard isChanged={isChanged(draft.value) && !saving.isSuccess} />
      <VendorForm
        draft={form}
        onChange={change}
        isNew={false}
        isRestored={draft.isRestored}
        submit={t('common.save')}
        isPending={saving.isPending}
        error={saving.error}
        clashes={
          clashes && (
            <EditClashes
              clashes={clashes}
              form={form}
              labelOf={(field) => t(`vendors.${field}`)}
              wordsOf={(field, value) => fieldWords(field, { ...form, [field]: value })}
              onPick={change}
            />
          )
        }
        onSubmit={() => saving.mutate()}
        onCancel={() => void leave()}
      />
    </Page>
  );
}
