import { useMutation } from '@tanstack/react-query';
import { type Edit, meet, type SameValue, type Saved, saveOrRead } from './edits.js';
import { useDraft } from './use-draft.js';

interface Options<Form> {
  /** Keeps what is typed under this name until it is saved. Left out where nothing is to be kept, such as a password. */
  draft?: string;
  /** The record as it is saved now. */
  saved: Form;
  etag: string;
  isChanged: (base: Form, form: Form) => boolean;
  /** Left out where values are equal only if their texts are. */
  isSameValue?: SameValue<Form>;
  save: (edit: Edit<Form>) => Promise<unknown>;
  read: () => Promise<Saved<Form>>;
  onSaved: () => Promise<void>;
  /** Called after the form has taken in what somebody else saved meanwhile. */
  onMerged?: () => void;
}

/** An edit of a record that somebody else may change at the same time. */
export interface DraftEdit<Form> extends Edit<Form> {
  change: (change: Partial<Form>) => void;
  save: () => void;
  /** Deletes the draft, because nobody wants it. */
  discard: () => void;
  isChanged: boolean;
  /** The form has changes that would be lost. */
  isUnsaved: boolean;
  /** The changes were typed earlier. */
  isRestored: boolean;
  isPending: boolean;
  /** Why the last save failed. A save that met somebody else's changes has not failed: it has `clashes`. */
  error: Error | null;
}

/**
 * Edits a record, and overwrites nothing: if somebody else has saved meanwhile, their changes come into the form, and
 * the person chooses where both changed the same field.
 */
export function useDraftEdit<Form extends object>({
  draft: name,
  saved,
  etag,
  isChanged: differs,
  isSameValue,
  save,
  read,
  onSaved,
  onMerged,
}: Options<Form>): DraftEdit<Form> {
  const draft = useDraft<Edit<Form>>(name, { base: saved, form: saved, etag }, ({ base, form }) =>
    differs(base, form),
  );
  const saving = useMutation({
    mutationFn: async (): Promise<'saved' | 'merged'> => {
      const result = await saveOrRead(() => save(draft.value), read);
      if (result === 'saved') return 'saved';
      draft.setValue((before) => meet(before, result, isSameValue));
      return 'merged';
    },
    onSuccess: async (result) => {
      if (result === 'merged') return onMerged?.();
      draft.discard();
      await onSaved();
    },
  });
  const { base, form } = draft.value;
  const isChanged = differs(base, form);
  return {
    ...draft.value,
    change: (change) => draft.setValue((before) => ({ ...before, form: { ...before.form, ...change } })),
    save: () => saving.mutate(),
    discard: draft.discard,
    isChanged,
    isUnsaved: isChanged && saving.data !== 'saved',
    isRestored: draft.isRestored,
    isPending: saving.isPending,
    error: saving.error,
  };
}
