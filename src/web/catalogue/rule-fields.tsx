import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
  TextInput,
} from '@mantine/core';
import { t } from '../text/text.js';
import { COUNTED_FROM, isDayOfAward, RECORDS, type Rule } from './retention-words.js';

interface Props {
  n: number;
  rule: Rule;
  errorOf: (field: 'years' | 'fromOn' | 'source') => string | undefined;
  onChange: (change: Partial<Rule>) => void;
  onRemove: () => void;
}

/** The fields of one rule about how long records must be kept. */
export function RuleFields({ n, rule, errorOf, onChange, onRemove }: Props) {
  const { records, years, countsFrom, fromOn, keepsNames, source } = rule;
  return (
    <Fieldset legend={t('catalogue.ruleN', { n })}>
      <Stack gap="xs">
        <NativeSelect
          label={t('catalogue.records')}
          data={RECORDS.map((value) => ({ value, label: t(`catalogue.records_${value}`) }))}
          value={records}
          onChange={(event) => onChange({ records: event.currentTarget.value as Rule['records'] })}
        />
        <NumberInput
          label={t('catalogue.years')}
          value={years}
          onChange={(value) => onChange({ years: Number(value) })}
          error={errorOf('years')}
          min={0}
          max={100}
          allowDecimal={false}
        />
        <NativeSelect
          label={t('catalogue.countsFrom')}
          data={COUNTED_FROM.map((value) => ({ value, label: t(`catalogue.from_${value}`) }))}
          value={countsFrom}
          onChange={(event) => {
            const next = event.currentTarget.value as Rule['countsFrom'];
            onChange({ countsFrom: next, fromOn: isDayOfAward(next) ? fromOn : null });
          }}
        />
        {isDayOfAward(countsFrom) && (
          <TextInput
            type="date"
            label={t('catalogue.fromOn')}
            description={t('catalogue.fromOnHelp')}
            value={fromOn ?? ''}
            onChange={(event) => onChange({ fromOn: event.currentTarget.value || null })}
            error={errorOf('fromOn')}
          />
        )}
        <Checkbox
          label={t('catalogue.keepsNames')}
          description={t('catalogue.keepsNamesHelp')}
          checked={keepsNames}
          onChange={(event) => onChange({ keepsNames: event.currentTarget.checked })}
        />
        <TextInput
          label={t('catalogue.source')}
          description={t('catalogue.ruleSourceHelp')}
          value={source}
          onChange={(event) => onChange({ source: event.currentTarget.value })}
          error={errorOf('source')}
          maxLength={200}
          required
          autoComplete="off"
        />
        <Group justify="end">
          <Button variant="default" onClick={onRemove}>
            {t('catalogue.ruleRemove', { n })}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
