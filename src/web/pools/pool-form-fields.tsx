import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { NameField } from '../common/form/name-field.js';
import { type FieldsProps, type FilledRecord, RecordForm } from '../common/form/record-form.js';
import { kindChoices } from '../coverages/coverage-words.js';
import { useVendorChoices } from '../coverages/use-vendors.js';
import { t } from '../text/text.js';
import { POOL_FIELDS, type PoolForm } from './pool-form.js';

type Fields = FieldsProps<PoolForm>;

interface Props {
  record: FilledRecord<PoolForm>;
  /** A pool that exists keeps its vendor, type and contract: they say which coverages share it. */
  isNew: boolean;
  submit: string;
}

/** The form of a pool: which coverages share it, and how many incidents it has. */
export function PoolFormFields({ record, isNew, submit }: Props) {
  return (
    <RecordForm record={record} submit={submit} ownErrors={POOL_FIELDS}>
      {(fields) => (
        <>
          <NameField label={t('pools.name')} help={t('pools.nameHelp')} {...fields} />
          {isNew && <PlanFields {...fields} />}
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <CountField name="incidents" {...fields} />
            <CountField name="usedBefore" {...fields} />
          </SimpleGrid>
        </>
      )}
    </RecordForm>
  );
}

/** What the coverages of the pool have in common. */
function PlanFields({ form, onChange, problem }: Fields) {
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

function CountField({ name, form, onChange, problem }: Fields & { name: 'incidents' | 'usedBefore' }) {
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
