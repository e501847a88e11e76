import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { wordsOf } from '../api/problem.js';
import { t } from '../text/text.js';
import { useFocusOnProblem } from './form-problem.js';
import { useFocusBack } from './lazy-window.js';

interface Props {
  title: string;
  /** Says what happens. */
  confirm: string;
  /** Says that nothing happens, where “Cancel” could mean something else. */
  cancel?: string | undefined;
  isPending: boolean;
  error: Error | null;
  /** A field shows the error. */
  isAtField?: boolean;
  /** The form says itself what is missing, not the browser. */
  noValidate?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A window with a few fields. */
export function FormWindow({
  title,
  confirm,
  cancel,
  isPending,
  error,
  isAtField = false,
  noValidate = false,
  onConfirm,
  onClose,
  children,
}: Props) {
  useFocusBack();
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onConfirm();
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={submit} ref={element} noValidate={noValidate}>
        <Stack>
          {children}
          {error && !isAtField && (
            <Alert color="red" role="alert">
              {wordsOf(error)}
            </Alert>
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {cancel ?? t('common.cancel')}
            </Button>
            <Button type="submit" loading={isPending}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
