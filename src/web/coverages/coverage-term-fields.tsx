import { Checkbox, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { Problem } from '../api/problem.js';
import { MoneyInput } from '../common/money-input.js';
import { t } from '../text/text.js';
import type { CoverageForm } from './coverage-form.js';
import { EXCLUSIONS, exclusionWords, replacementChoices, serviceChoices } from './coverage-words.js';

export interface FieldsProps {
  form: CoverageForm;
  onChange: (change: Partial<CoverageForm>) => void;
  problem: Problem | undefined;
}

type TextName = Exclude<keyof CoverageForm, 'excludes'>;

/** Terms of a coverage that it may have or not. */
export function TermFields({
  hasCancellation = false,
  ...props
}: FieldsProps & { hasCancellation?: boolean }) {
  const { form, onChange, problem } = props;
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextField name="contractNumber" maxLength={100} {...props} />
        <Select
          label={t('coverage.serviceLevel')}
          data={serviceChoices()}
          value={form.serviceLevel || null}
          onChange={(level) => onChange({ serviceLevel: level ?? '' })}
          error={problem?.of('serviceLevel')}
          placeholder={t('coverage.serviceLevelNone')}
          clearable
        />
        <NumberField name="incidentsAYear" help={t('coverage.incidentsHelp')} {...props} />
        <NumberField name="incidentsInTotal" help={t('coverage.incidentsHelp')} {...props} />
        <MoneyField name="deductibleCents" help={t('coverage.deductibleHelp')} {...props} />
        <MoneyField name="repairCapCents" help={t('coverage.repairCapHelp')} {...props} />
        <NumberField name="waitingDays" help={t('coverage.waitingDaysHelp')} {...props} />
        {hasCancellation && (
          <TextField name="cancelledOn" type="date" help={t('coverage.cancelledOnHelp')} {...props} />
        )}
        <Select
          label={t('coverage.onReplacement')}
          data={replacementChoices()}
          value={form.onReplacement}
          onChange={(effect) => effect && onChange({ onReplacement: effect })}
          error={problem?.of('onReplacement')}
          allowDeselect={false}
        />
      </SimpleGrid>
      <Checkbox.Group
        label={t('coverage.excludes')}
        value={form.excludes}
        onChange={(picked) => onChange({ excludes: EXCLUSIONS.filter((one) => picked.includes(one)) })}
        error={problem?.of('excludes')}
      >
        <Group gap="md" mt="xs">
          {EXCLUSIONS.map((one) => (
            <Checkbox key={one} value={one} label={exclusionWords(one)} />
          ))}
        </Group>
      </Checkbox.Group>
    </Stack>
  );
}

export function TextField({
  name,
  help,
  form,
  onChange,
  problem,
  ...input
}: FieldsProps & { name: TextName; help?: string; type?: 'date'; required?: boolean; maxLength?: number }) {
  return (
    <TextInput
      label={t(`coverage.${name}`)}
      description={help}
      value={form[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      error={problem?.of(name)}
      autoComplete="off"
      {...input}
    />
  );
}

function NumberField({
  name,
  help,
  form,
  onChange,
  problem,
}: FieldsProps & { name: TextName; help: string }) {
  return (
    <NumberInput
      label={t(`coverage.${name}`)}
      description={help}
      value={form[name]}
      onChange={(value) => onChange({ [name]: String(value) })}
      error={problem?.of(name)}
      allowNegative={false}
      allowDecimal={false}
      hideControls
    />
  );
}

function MoneyField({ name, help, form, onChange, problem }: FieldsProps & { name: TextName; help: string }) {
  return (
    <MoneyInput
      label={t(`coverage.${name}`)}
      help={help}
      value={form[name]}
      onChange={(dollars) => onChange({ [name]: dollars })}
      error={problem?.of(name)}
    />
  );
}
