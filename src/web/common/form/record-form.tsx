import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { Problem } from '../../api/problem.js';
import { t } from '../../text/text.js';
import { FormNotices } from '../form-notices.js';
import { useFocusOnProblem } from '../form-problem.js';
import { UnsavedGuard } from '../unsaved-guard.js';

/** What a group of fields needs: the values, and why the last save was refused. */
export interface FieldsProps<Form> {
  form: Form;
  onChange: (change: Partial<Form>) => void;
  problem: Problem | undefined;
}

/** A record that somebody fills in, new or to be changed. `useNewRecord` and `useRecordEdit` make one. */
export interface FilledRecord<Form> {
  form: Form;
  onChange: (change: Partial<Form>) => void;
  /** The form has what somebody typed earlier and did not save. */
  isRestored: boolean;
  /** The form has changes that would be lost. */
  isUnsaved: boolean;
  isPending: boolean;
  error: Error | null;
  /** What another person has saved meanwhile. */
  clashes?: ReactNode;
  onSubmit: () => void;
  onCancel: () => void;
}

interface Props<Form> {
  record: FilledRecord<Form>;
  /** The label of the button that saves. */
  submit: string;
  /** Names of the fields that show their own errors. */
  ownErrors: readonly string[] | RegExp;
  /** The widest that the form gets, in pixels. */
  width?: number;
  /** A link after the buttons. */
  aside?: ReactNode;
  children: (fields: FieldsProps<Form>) => ReactNode;
}

/** The frame of a form: what must be known first, the fields, and the buttons to save and to cancel. */
export function RecordForm<Form>({ record, submit, ownErrors, width = 720, aside, children }: Props<Form>) {
  const { form, onChange, error } = record;
  const problem = error instanceof Problem ? error : undefined;
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, error);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    record.onSubmit();
  };
  return (
    <form onSubmit={onSubmit} ref={element} noValidate>
      <UnsavedGuard isChanged={record.isUnsaved} />
      <Stack maw={width}>
        <FormNotices
          isRestored={record.isRestored}
          clashes={record.clashes}
          error={error}
          fields={ownErrors instanceof RegExp ? matching(problem, ownErrors) : ownErrors}
        />
        {children({ form, onChange, problem })}
        <Group>
          <Button type="submit" loading={record.isPending}>
            {submit}
          </Button>
          <Button variant="default" onClick={record.onCancel}>
            {t('common.cancel')}
          </Button>
          {aside}
        </Group>
      </Stack>
    </form>
  );
}

function matching(problem: Problem | undefined, own: RegExp): string[] {
  return (problem?.errors ?? []).map(({ field }) => field).filter((field) => own.test(field));
}
