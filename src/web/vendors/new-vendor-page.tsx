import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import { isSame } from '../common/edits.js';
import { Page } from '../common/page.js';
import { UnsavedGuard } from '../common/unsaved-guard.js';
import { useDraft } from '../common/use-draft.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { bodyOf, newVendor, type VendorDraft } from './vendor-draft.js';
import { VendorForm } from './vendor-form.js';

/** Adds a vendor. */
export function NewVendorPage() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const first = newVendor(useSession().timeZone);
  const isChanged = (typed: VendorDraft): boolean => !isSame(typed, first);
  const draft = useDraft('vendor.new', first, isChanged);
  const { value, setValue, isRestored, discard } = draft;
  const leave = async (): Promise<void> => {
    discard();
    await navigate({ to: '/vendors', ignoreBlocker: true });
  };
  const adding = useMutation({
    mutationFn: () => {
      const key = value.key.trim();
      return answer(api.POST('/api/v1/vendors', { body: { ...bodyOf(value), ...(key ? { key } : {}) } }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries();
      await leave();
    },
  });
  return (
    <Page title={t('vendors.new')} about={t('vendors.newAbout')}>
      <UnsavedGuard isChanged={isChanged(value) && !adding.isSuccess} />
      <VendorForm
        draft={value}
        onChange={(change) => setValue((before) => ({ ...before, ...change }))}
        isNew
        isRestored={isRestored}
        submit={t('vendors.add')}
        isPending={adding.isPending}
        error={adding.error}
        onSubmit={() => adding.mutate()}
        onCancel={() => void leave()}
      />
    </Page>
  );
}
