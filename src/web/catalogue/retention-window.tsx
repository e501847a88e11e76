import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../api/client.js';
import { Problem, type Shape } from '../api/problem.js';
import { FormWindow } from '../common/form-window.js';
import { t } from '../text/text.js';
import { RuleFields } from './rule-fields.js';
import type { Rule } from './retention-words.js';

const NEW: Rule = {
  records: 'asset_records',
  years: 3,
  countsFrom: 'purchase',
  fromOn: null,
  keepsNames: false,
  source: '',
};
/** Fields of a rule at which the API can find something wrong. */
const FIELDS = ['years', 'fromOn', 'source'] as const;

/** Edits how long the records of devices must be kept that a funding source paid for. */
export function RetentionWindow({ fund, onClose }: { fund: Shape<'FundingView'>; onClose: () => void }) {
  const queries = useQueryClient();
  const [rules, setRules] = useState<Rule[]>(fund.retentions);
  const { data: known } = useQuery({
    queryKey: ['known-retentions'],
    queryFn: () => answer(api.GET('/api/v1/funding-sources/known-retentions')),
    staleTime: Infinity,
  });
  const saving = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH('/api/v1/funding-sources/{id}', {
          params: { path: { id: fund.id }, header: { 'If-Match': `"${fund.version}"` } },
          body: { retentions: rules },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  const problem = saving.error instanceof Problem ? saving.error : undefined;
  const isAtField = rules.some((_, i) => FIELDS.some((field) => problem?.of(`retentions.${i}.${field}`)));
  return (
    <FormWindow
      title={t('catalogue.rulesOf', { fund: fund.name })}
      confirm={t('common.save')}
      isPending={saving.isPending}
      error={saving.error}
      isAtField={isAtField}
      noValidate
      onConfirm={() => saving.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{t('catalogue.rulesText')}</Text>
      {rules.map((rule, i) => (
        <RuleFields
          // Rules have no names of their own, and change their places only when one before them is removed.
          key={i}
          n={i + 1}
          rule={rule}
          errorOf={(field) => problem?.of(`retentions.${i}.${field}`)}
          onChange={(change) => setRules(rules.map((one, at) => (at === i ? { ...one, ...change } : one)))}
          onRemove={() => setRules(rules.filter((_, at) => at !== i))}
        />
      ))}
      <NativeSelect
        label={t('catalogue.copy')}
        data={[
          { value: '', label: t('common.chooseOne') },
          ...(known?.items ?? []).map(({ id }) => ({ value: id, label: t(`catalogue.known_${id}`) })),
        ]}
        value=""
        onChange={(event) => {
          const copied = known?.items.find(({ id }) => id === event.currentTarget.value);
          if (copied) setRules([...rules, ...copied.rules]);
        }}
      />
      <Group>
        <Button variant="default" onClick={() => setRules([...rules, NEW])}>
          {t('catalogue.ruleAdd')}
        </Button>
      </Group>
    </FormWindow>
  );
}
