import { Group, Radio, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { Problem } from '../../api/problem.js';
import { MoneyInput } from '../../common/money-input.js';
import { useVendorChoices } from '../../coverages/use-vendors.js';
import { t } from '../../text/text.js';
import { categoryChoices } from '../claim-words.js';
import { type AnswerField, apiName, type ClaimForm, type FaultField, isCost } from './claim-form.js';
import { useCoverageChoices } from './use-coverage-choices.js';

interface Props {
  form: ClaimForm;
  onChange: (change: Partial<ClaimForm>) => void;
  problem: Problem | undefined;
}

/** What a claim is about: the fault, who should repair it, and the coverage that should pay. */
export function FaultInputs({
  fields,
  deviceId,
  ...props
}: Props & { fields: readonly FaultField[]; deviceId: string }) {
  return (
    <>
      {fields.map((field) =>
        field === 'observed' || field === 'tried' ? (
          <LongField key={field} name={field} {...props} />
        ) : (
          <ChosenField key={field} name={field} deviceId={deviceId} {...props} />
        ),
      )}
    </>
  );
}

function LongField({ name, form, onChange, problem }: Props & { name: 'observed' | 'tried' }) {
  return (
    <Textarea
      label={t(`claims.${name}`)}
      value={form[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      error={problem?.of(name)}
      required={name === 'observed'}
      maxLength={2000}
      autosize
      minRows={2}
    />
  );
}

function ChosenField({
  name,
  deviceId,
  form,
  onChange,
  problem,
}: Props & { name: Exclude<FaultField, 'observed' | 'tried'>; deviceId: string }) {
  const vendors = useVendorChoices();
  const coverages = useCoverageChoices(deviceId);
  const error = problem?.of(apiName(name));
  if (name === 'cause')
    return (
      <Radio.Group
        label={t('claims.cause')}
        value={form.cause}
        onChange={(cause) => onChange({ cause })}
        error={error}
      >
        <Group mt={4}>
          <Radio value="defect" label={t('claims.defect')} />
          <Radio value="accident" label={t('claims.accident')} />
        </Group>
      </Radio.Group>
    );
  const choices = { category: categoryChoices(), vendor: vendors, coverageId: coverages }[name];
  return (
    <Select
      label={t(name === 'coverageId' ? 'claims.coverage' : `claims.${name}`)}
      description={name === 'category' ? undefined : t(`claims.${name}Corrected`)}
      data={choices}
      value={form[name] || null}
      onChange={(value) => value !== null && onChange({ [name]: value })}
      error={error}
      placeholder={name === 'coverageId' ? t('claims.coverageNone') : t('common.chooseOne')}
      nothingFoundMessage={name === 'coverageId' ? t('claims.coverageNone') : undefined}
      allowDeselect={false}
      openOnFocus={false}
      searchable
    />
  );
}

/** What the vendor said, in short fields. */
export function AnswerInputs({
  fields,
  form,
  onChange,
  problem,
}: Props & { fields: readonly AnswerField[] }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {fields.map((field) =>
        isCost(field) ? (
          <MoneyInput
            key={field}
            label={t(`claims.${field}`)}
            value={form[field]}
            onChange={(dollars) => onChange({ [field]: dollars })}
            error={problem?.of(field)}
          />
        ) : (
          <TextInput
            key={field}
            label={t(`claims.${field}`)}
            type={field === 'expectedOn' ? 'date' : 'text'}
            value={form[field]}
            onChange={(event) => onChange({ [field]: event.currentTarget.value })}
            error={problem?.of(field)}
            maxLength={100}
            autoComplete="off"
          />
        ),
      )}
    </SimpleGrid>
  );
}
