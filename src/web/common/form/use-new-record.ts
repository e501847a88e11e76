import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isSame } from '../edits.js';
import { useDraft } from '../use-draft.js';
import type { FilledRecord } from './record-form.js';

interface Options<Form, Added> {
  /** Keeps what is typed under this name until it is saved. */
  draft: string;
  blank: Form;
  add: (form: Form) => Promise<Added>;
  /** Goes to what was added. */
  onAdded: (added: Added) => Promise<void>;
  /** Goes back, because nothing is to be added. */
  onLeave: () => Promise<void>;
}

/** The state of a form that adds a record. */
export function useNewRecord<Form extends object, Added>({
  draft: name,
  blank,
  add,
  onAdded,
  onLeave,
}: Options<Form, Added>): FilledRecord<Form> {
  const queries = useQueryClient();
  const isStarted = (form: Form): boolean => !isSame(form, blank);
  const draft = useDraft<Form>(name, blank, isStarted);
  const adding = useMutation({
    mutationFn: () => add(draft.value),
    onSuccess: async (added) => {
      draft.discard();
      await queries.invalidateQueries();
      await onAdded(added);
    },
  });
  return {
    form: draft.value,
    onChange: (change) => draft.setValue((before) => ({ ...before, ...change })),
    isRestored: draft.isRestored,
    isUnsaved: isStarted(draft.value) && !adding.isSuccess,
    isPending: adding.isPending,
    error: adding.error,
    onSubmit: () => adding.mutate(),
    onCancel: () => {
      draft.discard();
      void onLeave();
    },
  };
}
