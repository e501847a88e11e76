import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { isSame } from '../common/edits.js';
import { Page } from '../common/page.js';
import { UnsavedGuard } from '../common/unsaved-guard.js';
import { useDraft } from '../common/use-draft.js';
import { t } from '../text/text.js';
import { NEW_POOL, newPoolBody, type PoolForm } from './pool-form.js';
import { PoolFormFields } from './pool-form-fields.js';

/** Adds a pool. From then on, new claims take its incidents. */
export function NewPoolPage() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isChanged = (form: PoolForm): boolean => !isSame(form, NEW_POOL);
  const draft = useDraft<PoolForm>('pool.new', NEW_POOL, isChanged);
  const adding = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/incident-pools', { body: newPoolBody(draft.value) })),
    onSuccess: async ({ id }) => {
      draft.discard();
      await queries.invalidateQueries();
      await navigate({ to: '/incident-pools/$id', params: { id }, ignoreBlocker: true });
    },
  });
  const leave = async (): Promise<void> => {
    draft.discard();
    await navigate({ to: '/incident-pools', ignoreBlocker: true });
  };
  return (
    <Page title={t('pools.new')} about={t('pools.newAbout')}>
      <UnsavedGuard isChanged={isChanged(draft.value) && !adding.isSuccess} />
      <PoolFormFields
        form={draft.value}
        isNew
        onChange={(change) => draft.setValue((before) => ({ ...before, ...change }))}
        isRestored={draft.isRestored}
        submit={t('pools.add')}
        isPending={adding.isPending}
        error={adding.error}
        onSubmit={() => adding.mutate()}
        onCancel={() => void leave()}
      />
    </Page>
  );
}
