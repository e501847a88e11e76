import { Button, Checkbox, Group, MultiSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { t } from '../../text/text.js';
import { textsOf } from '../form-texts.js';

interface Choice {
  value: string;
  label: string;
}

/** A few choices, of which people can choose several. A choice takes effect at once. */
export function ChoicesEditor({
  choices,
  picked,
  onPick,
}: {
  choices: readonly Choice[];
  picked: readonly string[];
  onPick: (picked: string[]) => void;
}) {
  return (
    <Stack gap="xs">
      {choices.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          checked={picked.includes(value)}
          onChange={() =>
            onPick(picked.includes(value) ? picked.filter((one) => one !== value) : [...picked, value])
          }
        />
      ))}
    </Stack>
  );
}

/** Many choices that people find by typing. A choice takes effect at once. */
export function ManyChoicesEditor({
  label,
  choices,
  picked,
  onPick,
  nothingFound,
}: {
  label: string;
  choices: readonly Choice[];
  picked: readonly string[];
  onPick: (picked: string[]) => void;
  nothingFound: string;
}) {
  return (
    <MultiSelect
      label={label}
      data={[...choices]}
      value={[...picked]}
      onChange={onPick}
      searchable
      limit={60}
      nothingFoundMessage={nothingFound}
      comboboxProps={{ withinPortal: false }}
      w={280}
      data-autofocus
    />
  );
}

/** A text or a date. It takes effect when it is complete. */
export function TextEditor({
  label,
  help,
  type = 'text',
  value,
  onApply,
}: {
  label: string;
  help?: string;
  type?: 'text' | 'date';
  value: string;
  onApply: (text: string) => void;
}) {
  return (
    <EditorForm onApply={(text) => onApply(text('value'))}>
      <TextInput
        name="value"
        label={label}
        description={help}
        type={type}
        defaultValue={value}
        autoComplete="off"
        data-autofocus
      />
    </EditorForm>
  );
}

/** A lowest and a highest number. People can leave out one of the two. */
export function RangeEditor({
  from,
  to,
  fromLabel,
  toLabel,
  onApply,
}: {
  from: string;
  to: string;
  fromLabel: string;
  toLabel: string;
  onApply: (from: string, to: string) => void;
}) {
  const [least, setLeast] = useState<string | number>(from);
  const [most, setMost] = useState<string | number>(to);
  return (
    <EditorForm onApply={() => onApply(String(least), String(most))}>
      <NumberInput label={fromLabel} min={0} value={least} onChange={setLeast} data-autofocus />
      <NumberInput label={toLabel} min={0} value={most} onChange={setMost} />
    </EditorForm>
  );
}

/** A first and a last day. People can leave out one of the two. */
export function DatesEditor({
  from,
  to,
  fromLabel,
  toLabel,
  onApply,
}: {
  from: string;
  to: string;
  fromLabel: string;
  toLabel: string;
  onApply: (from: string, to: string) => void;
}) {
  return (
    <EditorForm onApply={(text) => onApply(text('from'), text('to'))}>
      <TextInput name="from" label={fromLabel} type="date" defaultValue={from} data-autofocus />
      <TextInput name="to" label={toLabel} type="date" defaultValue={to} />
    </EditorForm>
  );
}

function EditorForm({
  onApply,
  children,
}: {
  onApply: (text: (name: string) => string) => void;
  children: React.ReactNode;
}) {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onApply(textsOf(event.currentTarget));
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {children}
        <Group>
          <Button size="sm" type="submit">
            {t('table.apply')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
