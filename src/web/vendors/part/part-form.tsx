import { Alert, Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { Problem } from '../../api/problem.js';
import { EditClashes } from '../../common/edit-clashes.js';
import { FormNotices } from '../../common/form-notices.js';
import { useFocusOnProblem } from '../../common/form-problem.js';
import { UnsavedGuard } from '../../common/unsaved-guard.js';
import type { DraftEdit } from '../../common/use-draft-edit.js';
import { t } from '../../text/text.js';

interface Props<Form extends object> {
  edit: DraftEdit<Form>;
  /** What was just saved, in words. */
  saved: string | undefined;
  /** Names of the errors that the fields show themselves. */
  shown: RegExp;
  /** Something on the page cannot be saved, and a field says so. */
  isBlocked?: boolean;
  labelOf: (field: keyof Form & string) => string;
  wordsOf: (field: keyof Form & string, value: Form[keyof Form]) => string;
  children: (problem: Problem | undefined) => ReactNode;
}

/** The form of a part of a vendor: what must be known first, the fields, and the button that saves. */
export function PartForm<Form extends object>({
  edit,
  saved,
  shown,
  isBlocked = false,
  labelOf,
  wordsOf,
  children,
}: Props<Form>) {
  const { error, isChanged } = edit;
  const problem = error instanceof Problem ? error : undefined;
  const fields = (problem?.errors ?? []).map(({ field }) => field).filter((field) => shown.test(field));
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isBlocked) element.current?.querySelector<HTMLElement>('input[aria-invalid="true"]')?.focus();
    else if (isChanged) edit.save();
  };
  return (
    <form onSubmit={submit} ref={element} noValidate>
      <UnsavedGuard isChanged={edit.isUnsaved} />
      <Stack maw={820}>
        {saved !== undefined && !isChanged && (
          <Alert color="green" role="status">
            {saved}
          </Alert>
        )}
        <FormNotices
          isRestored={edit.isRestored}
          error={error}
          fields={fields}
          clashes={<EditClashes edit={edit} labelOf={labelOf} wordsOf={wordsOf} />}
        />
        {children(problem)}
        <Group>
          <Button type="submit" loading={edit.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
