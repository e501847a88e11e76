import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { wordsOf } from '../../api/problem.js';
import { useFocusOnProblem } from '../../common/form-problem.js';
import { useFocusBack } from '../../common/lazy-window.js';
import { t } from '../../text/text.js';

/** A window with a few fields. */
export function FormWindow({
  title,
  confirm,
  isPending,
  error,
  isAtField,
  onConfirm,
  onClose,
  children,
}: {
  title: string;
  /** Says what happens. */
  confirm: string;
  isPending: boolean;
  error: Error | null;
  /** A field shows the error. */
  isAtField: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  useFocusBack();
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onConfirm();
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={submit} ref={element} noValidate>
        <Stack>
          {children}
          {error && !isAtField && (
            <Alert color="red" role="alert">
              {wordsOf(error)}
            </Alert>
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
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
