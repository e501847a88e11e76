import {
  Checkbox,
  Fieldset,
  Group,
  NumberInput,
  Radio,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { KINDS } from '../../catalogue/kinds.js';
import { NameField } from '../common/form/name-field.js';
import { type FieldsProps, type FilledRecord, RecordForm } from '../common/form/record-form.js';
import { choicesOf } from '../common/words.js';
import { TermFields, VendorAndKind } from '../coverages/coverage-term-fields.js';
import { useFundingSources } from '../devices/register-choices.js';
import { t } from '../text/text.js';
import { type RuleForm, TEXT_CONDITIONS } from './rule-form.js';

type Fields = FieldsProps<RuleForm>;

/** The form of a rule: which coverage, for which devices, for how long. */
export function RuleFormFields({ record, submit }: { record: FilledRecord<RuleForm>; submit: string }) {
  return (
    <RecordForm record={record} submit={submit} ownErrors={/^(?!devices$)/} width={820}>
      {(fields) => (
        <>
          <NameField label={t('rules.name')} help={t('rules.nameHelp')} {...fields} />
          <CoverageFields {...fields} />
          <DeviceFields {...fields} />
          <Fieldset legend={t('rules.terms')}>
            <TermFields {...fields} />
          </Fieldset>
        </>
      )}
    </RecordForm>
  );
}

function CoverageFields({ form, onChange, problem }: Fields) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <VendorAndKind form={form} onChange={onChange} problem={problem} />
      <NumberInput
        label={t('rules.months')}
        description={t('rules.monthsHelp')}
        value={form.months}
        onChange={(months) => onChange({ months: String(months) })}
        error={problem?.of('months')}
        allowNegative={false}
        allowDecimal={false}
        hideControls
        required
      />
      <Radio.Group
        label={t('rules.startsFrom')}
        value={form.startsFrom}
        onChange={(startsFrom) => onChange({ startsFrom })}
        error={problem?.of('startsFrom')}
        required
      >
        <Stack gap="xs" mt={4}>
          <Radio value="purchased" label={t('rules.startsFrom_purchased')} />
          <Radio value="in_service" label={t('rules.startsFrom_in_service')} />
        </Stack>
      </Radio.Group>
    </SimpleGrid>
  );
}

function DeviceFields({ form, onChange, problem }: Fields) {
  return (
    <Fieldset legend={t('rules.devices')}>
      <Text size="sm" mb="sm">
        {t('rules.devicesHelp')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {TEXT_CONDITIONS.map((name) => (
          <TextInput
            key={name}
            label={t(`rules.${name}`)}
            value={form[name]}
            onChange={(event) => onChange({ [name]: event.currentTarget.value })}
            error={problem?.of(`devices.${name}`)}
            maxLength={name === 'manufacturer' ? 100 : 200}
            autoComplete="off"
          />
        ))}
        <Select
          label={t('rules.fundingSource')}
          data={useFundingSources()}
          value={form.fundingSource || null}
          onChange={(fundingSource) => onChange({ fundingSource: fundingSource ?? '' })}
          error={problem?.of('devices.fundingSource')}
          nothingFoundMessage={t('rules.noFundingSource')}
          placeholder={t('rules.any')}
          searchable
          clearable
        />
        {(['purchasedFrom', 'purchasedTo'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={t(`rules.${name}`)}
            value={form[name]}
            onChange={(event) => onChange({ [name]: event.currentTarget.value })}
            error={problem?.of(`devices.${name}`)}
          />
        ))}
      </SimpleGrid>
      <Checkbox.Group
        label={t('rules.kinds')}
        value={form.kinds}
        onChange={(kinds) => onChange({ kinds })}
        error={problem?.of('devices.kinds')}
        mt="sm"
      >
        <Group gap="md" mt="xs">
          {choicesOf('kind', KINDS).map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </Group>
      </Checkbox.Group>
    </Fieldset>
  );
}
