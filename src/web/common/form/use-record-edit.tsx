import { useQueryClient } from '@tanstack/react-query';
import { EditClashes } from '../edit-clashes.js';
import { useDraftEdit } from '../use-draft-edit.js';
import type { FilledRecord } from './record-form.js';

interface Options<Row, Form, Change> {
  /** Keeps what is typed under this name until it is saved. */
  draft: string;
  row: Row;
  etag: string;
  formOf: (row: Row) => Form;
  /** What is sent: only what differs. */
  changeOf: (before: Form, now: Form) => Change;
  save: (body: Change, etag: string) => Promise<unknown>;
  read: () => Promise<{ value: Row; etag: string }>;
  labelOf: (field: keyof Form & string) => string;
  /** A value as people read it; of an empty one, an empty text. */
  wordsOf: (field: keyof Form & string, value: Form[keyof Form]) => string;
  /** The form closes: its record is saved, or somebody canceled. */
  onDone: () => void;
}

/** The state of a form that changes a record, which somebody else may change at the same time. */
export function useRecordEdit<Row, Form extends object, Change extends object>({
  draft,
  row,
  etag,
  formOf,
  changeOf,
  save,
  read,
  labelOf,
  wordsOf,
  onDone,
}: Options<Row, Form, Change>): FilledRecord<Form> {
  const queries = useQueryClient();
  const edit = useDraftEdit<Form>({
    draft,
    saved: formOf(row),
    etag,
    isChanged: (base, form) => Object.keys(changeOf(base, form)).length > 0,
    save: ({ base, form, etag: version }) => save(changeOf(base, form), version),
    read: async () => {
      const now = await read();
      return { form: formOf(now.value), etag: now.etag };
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
  return {
    form: edit.form,
    onChange: edit.change,
    isRestored: edit.isRestored,
    isUnsaved: edit.isUnsaved,
    isPending: edit.isPending,
    error: edit.error,
    clashes: <EditClashes edit={edit} labelOf={labelOf} wordsOf={wordsOf} />,
    onSubmit: () => (edit.isChanged ? edit.save() : leave()),
    onCancel: leave,
  };
}
