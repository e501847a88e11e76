import '../lots/lots.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, answer } from '../../api/client.js';
import { isSame } from '../../common/edits.js';
import { Page } from '../../common/page.js';
import { UnsavedGuard } from '../../common/unsaved-guard.js';
import { useDraft } from '../../common/use-draft.js';
import { t } from '../../text/text.js';
import { BoardItemFormFields } from './board-item-form-fields.js';
import { type BoardItemForm, NEW_ITEM, newItemBody } from './board-item-form.js';

const route = getRouteApi('/shell/board-items/new');

/** Adds a board item, also for one lot that waits for it. */
export function NewBoardItemPage() {
  const { lot } = route.useSearch();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const first = lot === undefined ? NEW_ITEM : { ...NEW_ITEM, lots: [lot] };
  const isChanged = (form: BoardItemForm): boolean => !isSame(form, first);
  const draft = useDraft<BoardItemForm>(`board-item.new.${lot ?? ''}`, first, isChanged);
  const adding = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/board-items', { body: newItemBody(draft.value) })),
    onSuccess: async ({ id }) => {
      draft.discard();
      await queries.invalidateQueries();
      await (lot === undefined
        ? navigate({ to: '/board-items/$id', params: { id }, ignoreBlocker: true })
        : navigate({ to: '/lots/$id', params: { id: lot }, ignoreBlocker: true }));
    },
  });
  const leave = async (): Promise<void> => {
    draft.discard();
    await (lot === undefined
      ? navigate({ to: '/board-items', ignoreBlocker: true })
      : navigate({ to: '/lots/$id', params: { id: lot }, ignoreBlocker: true }));
  };
  return (
    <Page title={t('boardItems.new')} about={t('boardItems.newAbout')}>
      <UnsavedGuard isChanged={isChanged(draft.value) && !adding.isSuccess} />
      <BoardItemFormFields
        form={draft.value}
        onChange={(change) => draft.setValue((before) => ({ ...before, ...change }))}
        isRestored={draft.isRestored}
        submit={t('boardItems.add')}
        isPending={adding.isPending}
        error={adding.error}
        onSubmit={() => adding.mutate()}
        onCancel={() => void leave()}
      />
    </Page>
  );
}
