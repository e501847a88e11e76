import { Textarea } from '@mantine/core';
import type { FieldsProps } from '../common/form/record-form.js';
import { t } from '../text/text.js';

/** What else is to be said of a record. */
export function NoteField({
  form,
  onChange,
  problem,
}: {
  form: { note: string };
  onChange: (change: { note: string }) => void;
  problem?: FieldsProps<unknown>['problem'];
}) {
  return (
    <Textarea
      label={t('lots.optional', { label: t('common.note') })}
      value={form.note}
      onChange={(event) => onChange({ note: event.currentTarget.value })}
      error={problem?.of('note')}
      maxLength={2000}
      autosize
      minRows={2}
    />
  );
}
