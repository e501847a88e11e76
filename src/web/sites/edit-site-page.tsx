import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, answer, tagged } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { EditClashes } from '../common/edit-clashes.js';
import { isSame } from '../common/edits.js';
import { Page } from '../common/page.js';
import { Failed, Loading } from '../common/states.js';
import { useDraftEdit } from '../common/use-draft-edit.js';
import { word } from '../common/words.js';
import { useField } from '../journal/journal-context.js';
import { t } from '../text/text.js';
import { siteBodyOf, type SiteDraft, SiteForm } from './site-form.js';

const route = getRouteApi('/shell/sites/$id');

const siteOf = (id: string) => tagged(api.GET('/api/v1/sites/{id}', { params: { path: { id } } }));

/** Changes what is known of a site. */
export function EditSitePage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['site', id],
    queryFn: () => siteOf(id),
    refetchOnWindowFocus: false,
  });
  if (error && !data)
    return <Failed title={t('sites.notShown')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <EditSite key={id} site={data.value} etag={data.etag} />;
}

function EditSite({ site, etag }: { site: Shape<'SiteView'>; etag: string }) {
  const { id, name } = site;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { refreshNow } = useField();
  const edit = useDraftEdit({
    saved: draftOf(site),
    etag,
    isChanged: (base, form) => !isSame(base, form),
    save: ({ form, etag: version }) =>
      answer(
        api.PATCH('/api/v1/sites/{id}', {
          params: { path: { id }, header: { 'If-Match': version } },
          body: siteBodyOf(form),
        }),
      ),
    read: async () => {
      const now = await siteOf(id);
      return { form: draftOf(now.value), etag: now.etag };
    },
    onSaved: async () => {
      refreshNow();
      await queries.invalidateQueries();
      await navigate({ to: '/sites' });
    },
  });
  return (
    <Page title={t('sites.editTitle')} about={name}>
      <SiteForm
        draft={edit.form}
        onChange={edit.change}
        submit={t('common.save')}
        isPending={edit.isPending}
        error={edit.error}
        clashes={<EditClashes edit={edit} labelOf={(field) => t(`sites.${field}`)} wordsOf={wordsOf} />}
        onSubmit={() => (edit.isChanged ? edit.save() : void navigate({ to: '/sites' }))}
      />
    </Page>
  );
}

function draftOf(site: Shape<'SiteView'>): SiteDraft {
  const { code, name, type, region, street, city, state, postalCode, served } = site;
  return {
    code,
    name,
    type,
    region: region ?? '',
    street: street ?? '',
    city: city ?? '',
    state: state ?? '',
    postalCode: postalCode ?? '',
    served,
  };
}

function wordsOf(field: keyof SiteDraft, value: SiteDraft[keyof SiteDraft]): string {
  if (typeof value === 'boolean') return value ? t('forms.yes') : t('forms.no');
  return field === 'type' && value ? word('siteType', value) : (value ?? '');
}
