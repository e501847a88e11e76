import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, answer, tagged } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { EditClashes } from '../common/edit-clashes.js';
import { LinkButton } from '../common/link-button.js';
import { Page } from '../common/page.js';
import { Empty, Failed, Loading } from '../common/states.js';
import { UnsavedGuard } from '../common/unsaved-guard.js';
import { useDraftEdit } from '../common/use-draft-edit.js';
import { t } from '../text/text.js';
import { definitionOf, isLayoutChanged, type Layout, type LayoutDraft } from './layout-draft.js';
import { LayoutForm } from './layout-form.js';

const route = getRouteApi('/shell/claim-layouts/$id');

const layoutOf = (id: string) => tagged(api.GET('/api/v1/claim-layouts/{id}', { params: { path: { id } } }));
const draftOf = ({ name, definition }: Layout): LayoutDraft => ({ ...definition, name });

/** Changes a layout. Batches that were made with it stay as they are. */
export function LayoutPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery({ queryKey: ['claim-layout', id], queryFn: () => layoutOf(id) });
  if (error instanceof Problem && (error.status === 404 || error.status === 400))
    return (
      <Empty title={t('layouts.notFound')} isPage>
        <LinkButton to="/claim-layouts">{t('layouts.all')}</LinkButton>
      </Empty>
    );
  if (error && !data)
    return <Failed title={t('layouts.notShown')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Edit key={id} layout={data.value} etag={data.etag} />;
}

function Edit({ layout, etag }: { layout: Layout; etag: string }) {
  const { id, name, key, layoutVersion, isArchived } = layout;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const edit = useDraftEdit<LayoutDraft>({
    draft: `layout.${id}`,
    saved: draftOf(layout),
    etag,
    isChanged: isLayoutChanged,
    save: ({ form, etag: version }) =>
      answer(
        api.PATCH('/api/v1/claim-layouts/{id}', {
          params: { path: { id }, header: { 'If-Match': version } },
          body: { ...definitionOf(form), name: form.name },
        }),
      ),
    read: async () => {
      const now = await layoutOf(id);
      return { form: draftOf(now.value), etag: now.etag };
    },
    onSaved: async () => {
      await queries.invalidateQueries();
      await leave();
    },
  });
  const leave = async (): Promise<void> => {
    edit.discard();
    await navigate({ to: '/claim-layouts', ignoreBlocker: true });
  };
  const archiving = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH('/api/v1/claim-layouts/{id}', {
          params: { path: { id }, header: { 'If-Match': etag } },
          body: { isArchived: !isArchived },
        }),
      ),
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <Page
      title={name}
      about={t('layouts.editAbout', { key, version: String(layoutVersion) })}
      actions={
        <>
          <LinkButton to="/claim-layouts" variant="default">
            {t('layouts.all')}
          </LinkButton>
          <Button
            variant="default"
            loading={archiving.isPending}
            disabled={edit.isChanged}
            onClick={() => archiving.mutate()}
          >
            {isArchived ? t('layouts.unarchive') : t('layouts.archive')}
          </Button>
        </>
      }
    >
      <UnsavedGuard isChanged={edit.isUnsaved} />
      {archiving.error && <Failed title={t('layouts.notArchived')} error={archiving.error} />}
      <LayoutForm
        draft={edit.form}
        onChange={edit.change}
        isRestored={edit.isRestored}
        submit={t('common.save')}
        isPending={edit.isPending}
        error={edit.error}
        clashes={
          <EditClashes
            edit={edit}
            labelOf={(field) => t(`layouts.${field}`)}
            wordsOf={(field, value) => valueWords(field, value)}
          />
        }
        onSubmit={() => (edit.isChanged ? edit.save() : void leave())}
        onCancel={() => void leave()}
      />
    </Page>
  );
}

function valueWords(field: keyof LayoutDraft, value: LayoutDraft[keyof LayoutDraft]): string {
  if (typeof value === 'boolean') return value ? t('forms.yes') : t('forms.no');
  if (Array.isArray(value)) return value.map(({ header }) => header).join(', ');
  if (field === 'format') return t(`layouts.format_${value as LayoutDraft['format']}`);
  if (field === 'rowsPer') return t(`layouts.rowsPer_${value as LayoutDraft['rowsPer']}`);
  return value;
}
