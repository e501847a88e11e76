import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { Problem } from '../../../api/problem.js';
import { t } from '../../../text/text.js';
import { type Question, resultChoices } from '../assessment-words.js';
import { ConditionRows } from './condition-rows.js';
import type { RuleForm } from './rule-form.js';

export interface RuleFieldsProps {
  /** What the rule is called on this page. */
  title: string;
  rule: RuleForm;
  index: number;
  isLast?: boolean;
  questions: readonly Question[];
  problem: Problem | undefined;
  onChange: (change: Partial<RuleForm>) => void;
}

/** One rule: when it fits, what it recommends, and why. */
export function RuleFields({
  title,
  rule,
  index,
  isLast = false,
  questions,
  problem,
  onChange,
}: RuleFieldsProps) {
  const at = `rules.${index}`;
  const ofConditions = (problem?.errors ?? []).filter(({ field }) => field.startsWith(`${at}.when`));
  return (
    <Stack gap="sm" role="group" aria-label={title}>
      {!isLast && (
        <ConditionRows
          title={title}
          conditions={rule.conditions}
          questions={questions}
          onChange={(conditions) => onChange({ conditions })}
        />
      )}
      {ofConditions.map(({ field, detail }) => (
        <Text key={`${field} ${detail}`} c="red" size="sm">
          {detail}
        </Text>
      ))}
      <Group align="start" gap="sm">
        <Select
          flex="1 1 9rem"
          label={t('assess.recommendation')}
          data={resultChoices()}
          value={rule.result}
          onChange={(result) => result && onChange({ result })}
          error={problem?.of(`${at}.result`)}
          allowDeselect={false}
        />
        <TextInput
          flex="1 1 12rem"
          label={t('assess.ruleId')}
          value={rule.id}
          onChange={(event) => onChange({ id: event.currentTarget.value })}
          error={problem?.of(`${at}.id`)}
          required
          maxLength={50}
          autoComplete="off"
        />
      </Group>
      <TextInput
        label={t('assess.reason')}
        value={rule.reason}
        onChange={(event) => onChange({ reason: event.currentTarget.value })}
        error={problem?.of(`${at}.reason`)}
        required
        maxLength={300}
        autoComplete="off"
      />
      <TextInput
        label={t('assess.sourceOptional')}
        value={rule.source}
        onChange={(event) => onChange({ source: event.currentTarget.value })}
        error={problem?.of(`${at}.source`)}
        maxLength={300}
        autoComplete="off"
      />
    </Stack>
  );
}
