import { api, answer, tagged } from '../../api/client.js';
import { useRecordEdit } from '../../common/form/use-record-edit.js';
import { t } from '../../text/text.js';
import { LotFormFields } from './lot-form-fields.js';
import { changeOfLot, formOfLot, type LotForm, valueWords } from './lot-form.js';
import type { Lot } from './lot-words.js';

export const draftName = (id: string): string => `lot.${id}`;

export const readLot = (id: string) => tagged(api.GET('/api/v1/lots/{id}', { params: { path: { id } } }));

/** Changes a lot: all of it while it is open, and what its papers do not say until it is picked up. */
export function LotEditor({ lot, etag, onDone }: { lot: Lot; etag: string; onDone: () => void }) {
  const { id } = lot;
  const record = useRecordEdit({
    draft: draftName(id),
    row: lot,
    etag,
    formOf: formOfLot,
    changeOf: changeOfLot,
    save: (body, version) =>
      answer(
        api.PATCH('/api/v1/lots/{id}', {
          params: { path: { id }, header: { 'If-Match': version } },
          body,
        }),
      ),
    read: () => readLot(id),
    labelOf,
    wordsOf: valueWords,
    onDone,
  });
  return (
    <LotFormFields record={record} isNew={false} isFrozen={lot.state !== 'open'} submit={t('common.save')} />
  );
}

function labelOf(field: keyof LotForm): string {
  if (field === 'note') return t('common.note');
  if (field === 'isWipedByRecipient') return t('lots.wipedByRecipient');
  return t(`lots.${field}`);
}
