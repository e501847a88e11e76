import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, answer } from '../../api/client.js';
import { isSame } from '../../common/edits.js';
import { Page } from '../../common/page.js';
import { useSites } from '../../common/site-select.js';
import { UnsavedGuard } from '../../common/unsaved-guard.js';
import { useDraft } from '../../common/use-draft.js';
import { t } from '../../text/text.js';
import { LotFormFields } from './lot-form-fields.js';
import { type LotForm, NEW_LOT, newLotBody } from './lot-form.js';

/** Begins a lot. */
export function NewLotPage() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isChanged = (form: LotForm): boolean => !isSame(form, NEW_LOT);
  const draft = useDraft<LotForm>('lot.new', NEW_LOT, isChanged);
  const sites = useSites();
  const [only, ...others] = sites ?? [];
  // Whoever has one site is not asked which.
  const form = { ...draft.value, site: draft.value.site || (only && others.length === 0 ? only.code : '') };
  const adding = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/lots', { body: newLotBody(form) })),
    onSuccess: async ({ id }) => {
      draft.discard();
      await queries.invalidateQueries();
      await navigate({ to: '/lots/$id', params: { id }, ignoreBlocker: true });
    },
  });
  const leave = async (): Promise<void> => {
    draft.discard();
    await navigate({ to: '/lots', ignoreBlocker: true });
  };
  return (
    <Page title={t('lots.new')} about={t('lots.newAbout')}>
      <UnsavedGuard isChanged={isChanged(draft.value) && !adding.isSuccess} />
      <LotFormFields
        form={form}
        isNew
        onChange={(change) => draft.setValue((before) => ({ ...before, ...change }))}
        isRestored={draft.isRestored}
        submit={t('lots.begin')}
        isPending={adding.isPending}
        error={adding.error}
        onSubmit={() => adding.mutate()}
        onCancel={() => void leave()}
      />
    </Page>
  );
}
