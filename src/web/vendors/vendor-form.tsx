import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { Problem } from '../api/problem.js';
import { FormNotices } from '../common/form-notices.js';
import { useFocusOnProblem } from '../common/form-problem.js';
import { choicesOf } from '../common/words.js';
import { t } from '../text/text.js';
import { CalendarFields } from './calendar-fields.js';
import { ContactFields } from './contact-fields.js';
import { VENDOR_ROLES, type VendorDraft } from './vendor-draft.js';

interface Props {
  draft: VendorDraft;
  onChange: (change: Partial<VendorDraft>) => void;
  isNew: boolean;
  /** The draft was typed earlier and is not saved yet. */
  isRestored: boolean;
  submit: string;
  isPending: boolean;
  error: Error | null;
  /** What another person has saved meanwhile. */
  clashes?: ReactNode;
  onSubmit: () => void;
  onCancel: () => void;
}

const PROMISES = ['acknowledgeWithinHours', 'resolveWithinHours'] as const;

/** Errors that the fields show themselves. `hours` has one of its own, and one for each of its fields. */
const SHOWN =
  /^(key|name|roles|timeZone|notes|(acknowledge|resolve)WithinHours|closedOn|hours(\.\d+\.(weekday|opens|closes))?|contacts\.\d+\.(name|email|phone))$/;

/** What is known of a vendor. */
export function VendorForm({
  draft,
  onChange: set,
  isNew,
  isRestored,
  submit,
  isPending,
  error,
  clashes,
  onSubmit,
  onCancel,
}: Props) {
  const problem = error instanceof Problem ? error : undefined;
  const shown = (problem?.errors ?? []).map(({ field }) => field).filter((field) => SHOWN.test(field));
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, error);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={send} ref={element} noValidate>
      <Stack maw={820}>
        <FormNotices isRestored={isRestored} clashes={clashes} error={error} fields={shown} />
        <TextInput
          label={t('vendors.name')}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={problem?.of('name')}
          required
          maxLength={200}
          autoComplete="off"
        />
        {isNew && (
          <TextInput
            label={t('vendors.key')}
            description={t('vendors.keyHelp')}
            value={draft.key}
            onChange={(event) => set({ key: event.currentTarget.value })}
            error={problem?.of('key')}
            maxLength={63}
            autoCapitalize="none"
            autoComplete="off"
          />
        )}
        <Checkbox.Group
          label={t('vendors.roles')}
          description={t('vendors.rolesHelp')}
          value={draft.roles}
          onChange={(roles) => set({ roles })}
          error={problem?.of('roles')}
          required
        >
          <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="xs" mt={4}>
            {choicesOf('vendorRole', VENDOR_ROLES).map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        <CalendarFields draft={draft} onChange={set} problem={problem} />
        <PromiseFields draft={draft} onChange={set} problem={problem} />
        <ContactFields draft={draft} onChange={set} problem={problem} />
        <Textarea
          label={t('vendors.notes')}
          value={draft.notes}
          onChange={(event) => set({ notes: event.currentTarget.value })}
          error={problem?.of('notes')}
          maxLength={4000}
          autosize
          minRows={2}
        />
        <Checkbox
          label={t('vendors.isActive')}
          description={t('vendors.isActiveHelp')}
          checked={draft.isActive}
          onChange={(event) => set({ isActive: event.currentTarget.checked })}
        />
        <Group>
          <Button type="submit" loading={isPending}>
            {submit}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What the vendor promises, in business hours. */
function PromiseFields({
  draft,
  onChange,
  problem,
}: Pick<Props, 'draft' | 'onChange'> & { problem: Problem | undefined }) {
  return (
    <Fieldset legend={t('vendors.promises')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('vendors.promisesHelp')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {PROMISES.map((field) => (
          <NumberInput
            key={field}
            label={t(`vendors.${field}`)}
            value={draft[field]}
            onChange={(hours) => onChange({ [field]: String(hours) })}
            error={problem?.of(field)}
            min={0}
            max={8760}
            decimalScale={2}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}
