import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Problem } from '../../api/problem.js';
import { FormWindow } from '../../common/form-window.js';
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
  const isSending = step === 'send';
  const field = isSending ? 'reference' : 'reason';
  const ofField = error instanceof Problem ? error.of(field) : undefined;
  return (
    <FormWindow
      title={isSending ? t('claims.manySend', { count }) : t('claims.manyCancel', { count })}
      confirm={t(`claims.do_${step}`)}
      cancel={isSending ? undefined : t('claims.keep')}
      isPending={isPending}
      error={error}
      isAtField={ofField !== undefined}
      onConfirm={() => onConfirm({ [field]: text.trim() })}
      onClose={onClose}
    >
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
    </FormWindow>
  );
}
