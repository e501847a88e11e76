import { useQueryClient } from '@tanstack/react-query';
import { api, answer, tagged } from '../../api/client.js';
import { EditClashes } from '../../common/edit-clashes.js';
import { UnsavedGuard } from '../../common/unsaved-guard.js';
import { useDraftEdit } from '../../common/use-draft-edit.js';
import { t } from '../../text/text.js';
import { LotFormFields } from './lot-form-fields.js';
import { changeOfLot, formOfLot, type LotForm, valueWords } from './lot-form.js';
import type { Lot } from './lot-words.js';

export const draftName = (id: string): string => `lot.${id}`;

export const readLot = (id: string) => tagged(api.GET('/api/v1/lots/{id}', { params: { path: { id } } }));

/** Changes what is said of an open lot. */
export function LotEditor({ lot, etag, onDone }: { lot: Lot; etag: string; onDone: () => void }) {
  const { id } = lot;
  const queries = useQueryClient();
  const edit = useDraftEdit<LotForm>({
    draft: draftName(id),
    saved: formOfLot(lot),
    etag,
    isChanged: (base, form) => Object.keys(changeOfLot(base, form)).length > 0,
    save: ({ base, form, etag: version }) =>
      answer(
        api.PATCH('/api/v1/lots/{id}', {
          params: { path: { id }, header: { 'If-Match': version } },
          body: changeOfLot(base, form),
        }),
      ),
    read: async () => {
      const now = await readLot(id);
      return { form: formOfLot(now.value), etag: now.etag };
    },
    onSaved: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  const leave = (): void => {
    edit.discard();
    onDone();
  };
  return (
    <>
      <UnsavedGuard isChanged={edit.isUnsaved} />
      <LotFormFields
        form={edit.form}
        isNew={false}
        onChange={edit.change}
        isRestored={edit.isRestored}
        submit={t('common.save')}
        isPending={edit.isPending}
        error={edit.error}
        clashes={<EditClashes edit={edit} labelOf={labelOf} wordsOf={valueWords} />}
        onSubmit={() => (edit.isChanged ? edit.save() : leave())}
        onCancel={leave}
      />
    </>
  );
}

function labelOf(field: keyof LotForm): string {
  if (field === 'note') return t('common.note');
  if (field === 'isWipedByRecipient') return t('lots.wipedByRecipient');
  return t(`lots.${field}`);
}
