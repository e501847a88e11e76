import { Alert, Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Problem, wordsOf } from '../api/problem.js';
import { t } from '../text/text.js';
import { useFocusBack } from './lazy-window.js';

interface Props {
  title: string;
  /** What happens, said above the field. */
  about?: ReactNode;
  /** What is to be written, and why. */
  label: string;
  help?: string;
  isRequired: boolean;
  /** Name of the field in the API. */
  field?: string;
  /** The most characters that the note may have. */
  longest?: number;
  /** Says what happens. */
  confirm: string;
  isPending: boolean;
  error: unknown;
  onConfirm: (note: string | undefined) => void;
  onClose: () => void;
}

/** Asks for a reason or an answer before something is done. */
export function AskNote({
  title,
  about,
  label,
  help,
  isRequired,
  field = 'note',
  longest = 2000,
  confirm,
  isPending,
  error,
  onConfirm,
  onClose,
}: Props) {
  const [note, setNote] = useState('');
  useFocusBack();
  const ofField = error instanceof Problem ? error.of(field) : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onConfirm(note.trim() || undefined);
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={submit}>
        <Stack>
          {about}
          <Textarea
            data-autofocus
            label={label}
            description={help}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            error={ofField}
            required={isRequired}
            maxLength={longest}
            autosize
            minRows={3}
          />
          {error != null && !ofField && (
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
