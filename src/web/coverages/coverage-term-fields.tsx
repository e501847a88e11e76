import { Checkbox, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { Problem } from '../api/problem.js';
import { MoneyInput } from '../common/money-input.js';
import { t } from '../text/text.js';
import type { CoverageForm } from './coverage-form.js';
import {
  EXCLUSIONS,
  exclusionWords,
  kindChoices,
  replacementChoices,
  serviceChoices,
} from './coverage-words.js';
import { useVendorChoices } from './use-vendors.js';

export interface FieldsProps {
  form: CoverageForm;
  onChange: (change: Partial<CoverageForm>) => void;
  problem: Problem | undefined;
}

/** Who provides a coverage, and what kind it is. Each form of coverage begins with them. */
export function VendorAndKind({
  vendorNow,
  form,
  onChange,
  problem,
}: FieldsProps & {
  /** The vendor of a coverage as it is. It may be inactive by now. */
  vendorNow?: { key: string; name: string };
}) {
  const vendors = useVendorChoices();
  const isMissing = vendorNow && !vendors.some(({ value }) => value === vendorNow.key);
  const known = isMissing ? [{ value: vendorNow.key, label: vendorNow.name }] : [];
  return (
    <>
      <Select
        label={t('coverage.vendor')}
        data={[...known, ...vendors]}
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
        onChange={(kind) => kind && onChange({ kind })}
        error={problem?.of('kind')}
        allowDeselect={false}
        required
      />
    </>
  );
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
