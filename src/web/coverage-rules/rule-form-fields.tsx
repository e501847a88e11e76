import {
  Button,
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
import { type FormEvent, type ReactNode, useRef } from 'react';
import { KINDS } from '../../catalogue/kinds.js';
import { Problem } from '../api/problem.js';
import { FormNotices } from '../common/form-notices.js';
import { useFocusOnProblem } from '../common/form-problem.js';
import { choicesOf } from '../common/words.js';
import { TermFields, VendorAndKind } from '../coverages/coverage-term-fields.js';
import { useFundingSources } from '../devices/register-choices.js';
import { t } from '../text/text.js';
import { type RuleForm, TEXT_CONDITIONS } from './rule-form.js';

interface Props {
  form: RuleForm;
  onChange: (change: Partial<RuleForm>) => void;
  isRestored: boolean;
  submit: string;
  isPending: boolean;
  error: Error | null;
  /** What another person has saved meanwhile. */
  clashes?: ReactNode;
  onSubmit: () => void;
  onCancel: () => void;
}

interface FieldsProps {
  form: RuleForm;
  onChange: (change: Partial<RuleForm>) => void;
  problem: Problem | undefined;
}

/** The form of a rule: which coverage, for which devices, for how long. */
export function RuleFormFields({ form, onChange, error, ...props }: Props) {
  const problem = error instanceof Problem ? error : undefined;
  const shown = (problem?.errors ?? []).map(({ field }) => field).filter((field) => field !== 'devices');
  const element = useRef<HTMLFormElement>(null);
  useFocusOnProblem(element, error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit();
  };
  const fields = { form, onChange, problem };
  return (
    <form onSubmit={submit} ref={element} noValidate>
      <Stack maw={820}>
        <FormNotices isRestored={props.isRestored} clashes={props.clashes} error={error} fields={shown} />
        <TextInput
          label={t('rules.name')}
          description={t('rules.nameHelp')}
          value={form.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
          error={problem?.of('name')}
          required
          maxLength={200}
          autoComplete="off"
        />
        <CoverageFields {...fields} />
        <DeviceFields {...fields} />
        <Fieldset legend={t('rules.terms')}>
          <TermFields {...fields} />
        </Fieldset>
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

function CoverageFields({ form, onChange, problem }: FieldsProps) {
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

function DeviceFields({ form, onChange, problem }: FieldsProps) {
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
