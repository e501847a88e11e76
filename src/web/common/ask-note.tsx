import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Problem } from '../api/problem.js';
import { FormWindow } from './form-window.js';

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
  error: Error | null;
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
  const ofField = error instanceof Problem ? error.of(field) : undefined;
  return (
    <FormWindow
      title={title}
      confirm={confirm}
      isPending={isPending}
      error={error}
      isAtField={ofField !== undefined}
      onConfirm={() => onConfirm(note.trim() || undefined)}
      onClose={onClose}
    >
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
    </FormWindow>
  );
}
