import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, answer, tagged } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { EditClashes } from '../common/edit-clashes.js';
import { isSame } from '../common/edits.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { Failed, Loading } from '../common/states.js';
import { UnsavedGuard } from '../common/unsaved-guard.js';
import { useDraftEdit } from '../common/use-draft-edit.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { VendorLinks } from './part/vendor-links.js';
import { bodyOf, draftOf, fieldWords } from './vendor-draft.js';
import { VendorFacts } from './vendor-facts.js';
import { VendorForm } from './vendor-form.js';

const route = getRouteApi('/shell/vendors/$id');

const vendorOf = (id: string) => tagged(api.GET('/api/v1/vendors/{id}', { params: { path: { id } } }));

/** Shows one vendor; those who decide about vendors change it. */
export function VendorPage() {
  const { id } = route.useParams();
  const decides = may(useSession(), 'settings:edit');
  const { data, error, refetch } = useQuery({
    queryKey: ['vendor', id],
    queryFn: () => vendorOf(id),
    refetchOnWindowFocus: false,
  });
  if (error && !data)
    return <Failed title={t('vendors.notShown')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return decides ? (
    <EditVendor key={id} vendor={data.value} etag={data.etag} />
  ) : (
    <ReadVendor vendor={data.value} />
  );
}

/** A technician calls a vendor, and does not change it. */
function ReadVendor({ vendor }: { vendor: Shape<'VendorView'> }) {
  const { id, key, name } = vendor;
  return (
    <Page title={name} about={t('vendors.editAbout', { key })}>
      <VendorLinks id={id} current="details" />
      <VendorFacts vendor={vendor} />
    </Page>
  );
}

function EditVendor({ vendor, etag }: { vendor: Shape<'VendorView'>; etag: string }) {
  const { id, key, name } = vendor;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const edit = useDraftEdit({
    draft: `vendor.${id}`,
    saved: draftOf(vendor),
    etag,
    isChanged: (base, form) => !isSame(base, form),
    save: ({ form, etag: version }) =>
      answer(
        api.PATCH('/api/v1/vendors/{id}', {
          params: { path: { id }, header: { 'If-Match': version } },
          body: bodyOf(form),
        }),
      ),
    read: async () => {
      const now = await vendorOf(id);
      return { form: draftOf(now.value), etag: now.etag };
    },
    onSaved: async () => {
      await queries.invalidateQueries();
      await leave();
    },
  });
  const leave = async (): Promise<void> => {
    edit.discard();
    await navigate({ to: '/vendors', ignoreBlocker: true });
  };
  return (
    <Page
      title={name}
      about={t('vendors.editAbout', { key })}
      actions={
        <LinkButton to="/claim-batches" search={{ vendor: key }} variant="default">
          {t('batches.title')}
        </LinkButton>
      }
    >
      <UnsavedGuard isChanged={edit.isUnsaved} />
      <VendorLinks id={id} current="details" />
      <VendorForm
        draft={edit.form}
        onChange={edit.change}
        isNew={false}
        isRestored={edit.isRestored}
        submit={t('common.save')}
        isPending={edit.isPending}
        error={edit.error}
        clashes={
          <EditClashes
            edit={edit}
            labelOf={(field) => t(`vendors.${field}`)}
            wordsOf={(field, value) => fieldWords(field, { ...edit.form, [field]: value })}
          />
        }
        onSubmit={() => (edit.isChanged ? edit.save() : void leave())}
        onCancel={() => void leave()}
      />
    </Page>
  );
}
