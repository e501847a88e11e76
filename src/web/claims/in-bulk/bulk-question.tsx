import { Alert, Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Problem, wordsOf } from '../../api/problem.js';
import { useFocusBack } from '../../common/lazy-window.js';
import { t } from '../../text/text.js';
import type { Said } from './take-many.js';

/** Asks for the reference or the reason, which all of the claims get. */
export function BulkQuestion({
  step,
  count,
  isPending,
  error,
  onConfirm,
  onClose,
}: {
  step: 'send' | 'cancel';
  count: number;
  isPending: boolean;
  error: Error | null;
  onConfirm: (said: Said) => void;
  onClose: () => void;
}) {
  const [text, setText] = useState('');
  useFocusBack();
  const isSending = step === 'send';
  const field = isSending ? 'reference' : 'reason';
  const ofField = error instanceof Problem ? error.of(field) : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onConfirm({ [field]: text.trim() });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={isSending ? t('claims.manySend', { count }) : t('claims.manyCancel', { count })}
    >
      <form onSubmit={submit}>
        <Stack>
          {isSending ? (
            <TextInput
              data-autofocus
              label={t('claims.reference')}
              description={t('claims.manySendText')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              error={ofField}
              required
              maxLength={100}
              autoComplete="off"
            />
          ) : (
            <Textarea
              data-autofocus
              label={t('claims.reason_cancel')}
              description={t('claims.cancelText')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              error={ofField}
              required
              maxLength={2000}
              autosize
              minRows={3}
            />
          )}
          {error && !ofField && (
            <Alert color="red" role="alert">
              {wordsOf(error)}
            </Alert>
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {isSending ? t('common.cancel') : t('claims.keep')}
            </Button>
            <Button type="submit" loading={isPending}>
              {t(`claims.do_${step}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
