import '../lots/lots.css';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, answer } from '../../api/client.js';
import { useNewRecord } from '../../common/form/use-new-record.js';
import { Page } from '../../common/page.js';
import { t } from '../../text/text.js';
import { BoardItemFormFields } from './board-item-form-fields.js';
import { NEW_ITEM, newItemBody } from './board-item-form.js';

const route = getRouteApi('/shell/board-items/new');

/** Adds a board item, also for one lot that waits for it. */
export function NewBoardItemPage() {
  const { lot } = route.useSearch();
  const navigate = useNavigate();
  const toLot = (id: string): Promise<void> =>
    navigate({ to: '/lots/$id', params: { id }, ignoreBlocker: true });
  const record = useNewRecord({
    draft: `board-item.new.${lot ?? ''}`,
    blank: lot === undefined ? NEW_ITEM : { ...NEW_ITEM, lots: [lot] },
    add: (form) => answer(api.POST('/api/v1/board-items', { body: newItemBody(form) })),
    onAdded: ({ id }) =>
      lot === undefined
        ? navigate({ to: '/board-items/$id', params: { id }, ignoreBlocker: true })
        : toLot(lot),
    onLeave: () => (lot === undefined ? navigate({ to: '/board-items', ignoreBlocker: true }) : toLot(lot)),
  });
  return (
    <Page title={t('boardItems.new')} about={t('boardItems.newAbout')}>
      <BoardItemFormFields record={record} submit={t('boardItems.add')} />
    </Page>
  );
}
