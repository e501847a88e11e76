import { Button, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { Problem } from '../api/problem.js';
import { FormNotices } from '../common/form-notices.js';
import { useFocusOnProblem } from '../common/form-problem.js';
import { kindChoices } from '../coverages/coverage-words.js';
import { useVendorChoices } from '../coverages/use-vendors.js';
import { t } from '../text/text.js';
import { POOL_FIELDS, type PoolForm } from './pool-form.js';

interface FieldsProps {
  form: PoolForm;
  onChange: (change: Partial<PoolForm>) => void;
  problem: Problem | undefined;
}

interface Props {
  form: PoolForm;
  /** A pool that exists keeps its vendor, type and contract: they say which coverages share it. */
  isNew: boolean;
  onChange: (change: Partial<PoolForm>) => void;
  isRestored: boolean;
  submit: string;
  isPending: boolean;
  error: Error | null;
  /** What another person has saved meanwhile. */
  clashes?: ReactNode;
  onSubmit: () => void;
  onCancel: () => void;
}

/** The form of a pool: which coverages share it, and how many incidents it has. */
export function PoolFormFields({ form, isNew, onChange, error, ...props }: Props) {
  const problem = error instanceof Problem ? error : undefined;
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit();
  };
  const fields = { form, onChange, problem };
  return (
    <form onSubmit={submit} ref={element} noValidate>
      <Stack maw={720}>
        <FormNotices
          isRestored={props.isRestored}
          clashes={props.clashes}
          error={error}
          fields={POOL_FIELDS}
        />
        <TextInput
          label={t('pools.name')}
          description={t('pools.nameHelp')}
          value={form.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
          error={problem?.of('name')}
          required
          maxLength={200}
          autoComplete="off"
        />
        {isNew && <PlanFields {...fields} />}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <CountField name="incidents" {...fields} />
          <CountField name="usedBefore" {...fields} />
        </SimpleGrid>
        <Group>
          <Button type="submit" loading={props.isPending}>
            {props.submit}
          </Button>
          <Button variant="default" onClick={props.onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What the coverages of the pool have in common. */
function PlanFields({ form, onChange, problem }: FieldsProps) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('coverage.vendor')}
          data={useVendorChoices()}
          value={form.vendor || null}
          onChange={(vendor) => onChange({ vendor: vendor ?? '' })}
          error={problem?.of('vendor')}
          placeholder={t('common.chooseOne')}
          nothingFoundMessage={t('coverage.noVendorFound')}
          openOnFocus={false}
          searchable
          required
        />
        <Select
          label={t('coverage.kind')}
          data={kindChoices()}
          value={form.kind}
          onChange={(kind) => kind && onChange({ kind: kind as PoolForm['kind'] })}
          error={problem?.of('kind')}
          allowDeselect={false}
          required
        />
      </SimpleGrid>
      <TextInput
        label={t('coverage.contractNumber')}
        description={t('pools.contractHelp')}
        value={form.contractNumber}
        onChange={(event) => onChange({ contractNumber: event.currentTarget.value })}
        error={problem?.of('contractNumber')}
        required
        maxLength={100}
        autoComplete="off"
      />
    </>
  );
}

function CountField({ name, form, onChange, problem }: FieldsProps & { name: 'incidents' | 'usedBefore' }) {
  return (
    <NumberInput
      label={t(`pools.${name}`)}
      description={t(`pools.${name}Help`)}
      value={form[name]}
      onChange={(typed) => onChange({ [name]: String(typed) })}
      error={problem?.of(name)}
      allowNegative={false}
      allowDecimal={false}
      hideControls
      required={name === 'incidents'}
    />
  );
}
