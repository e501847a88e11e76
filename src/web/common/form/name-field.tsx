import { TextInput } from '@mantine/core';
import type { FieldsProps } from './record-form.js';

interface Props extends Pick<FieldsProps<{ name: string }>, 'onChange' | 'problem'> {
  form: { name: string };
  label: string;
  help: string;
}

/** What people call a record. */
export function NameField({ form, onChange, problem, label, help }: Props) {
  return (
    <TextInput
      label={label}
      description={help}
      value={form.name}
      onChange={(event) => onChange({ name: event.currentTarget.value })}
      error={problem?.of('name')}
      required
      maxLength={200}
      autoComplete="off"
    />
  );
}
