import { ActionIcon, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { choicesOf, wordsIn } from '../../../common/words.js';
import { t } from '../../../text/text.js';
import type { Question } from '../assessment-words.js';
import { type ConditionForm, NUMBERS, type NumberCondition } from './rule-form.js';

const KINDS = ['chromebook', 'ipad', 'laptop', 'desktop', 'other'] as const;
type Kind = (typeof KINDS)[number];

/** The conditions of one rule: all of them must hold. */
export function ConditionRows({
  title,
  conditions,
  questions,
  onChange,
}: {
  /** What the rule is called on this page. */
  title: string;
  conditions: readonly ConditionForm[];
  questions: readonly Question[];
  onChange: (conditions: ConditionForm[]) => void;
}) {
  const replace = (index: number, condition: ConditionForm): void =>
    onChange(conditions.map((one, at) => (at === index ? condition : one)));
  return (
    <Stack gap="xs">
      {conditions.length > 1 && <Text size="sm">{t('assess.allOf')}</Text>}
      {conditions.map((condition, index) => (
        <Group key={index} align="end" gap="xs" wrap="nowrap">
          <ConditionFields
            condition={condition}
            questions={questions}
            onChange={(changed) => replace(index, changed)}
          />
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('assess.conditionRemove', { n: String(index + 1), rule: title })}
            onClick={() => onChange(conditions.filter((_, at) => at !== index))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Select
        label={t('assess.conditionAdd')}
        placeholder={t('common.chooseOne')}
        data={choicesFor(conditions, questions)}
        value={null}
        onChange={(picked) => picked && onChange([...conditions, conditionOf(picked)])}
      />
    </Stack>
  );
}

/** Conditions that the rule does not have yet. An answer is offered as the question that it is about. */
function choicesFor(conditions: readonly ConditionForm[], questions: readonly Question[]) {
  const has = (type: string): boolean => conditions.some((one) => one.type === type);
  const asks = (name: string): boolean =>
    conditions.some((one) => one.type === 'answer' && one.question === name);
  return [
    {
      group: t('assess.groupKnown'),
      items: (['kinds', ...NUMBERS] as const)
        .filter((type) => !has(type))
        .map((type) => ({ value: type as string, label: t(`assess.condition_${type}`) })),
    },
    {
      group: t('assess.groupAnswers'),
      items: questions
        .filter(({ name }) => !asks(name))
        .map(({ name, label }) => ({ value: `answer ${name}`, label: wordsIn(label) })),
    },
  ];
}

function conditionOf(picked: string): ConditionForm {
  if (picked === 'kinds') return { type: 'kinds', kinds: [] };
  const [type = '', question] = picked.split(' ');
  return question === undefined
    ? { type: type as NumberCondition, value: '' }
    : { type: 'answer', question, oneOf: [] };
}

function ConditionFields({
  condition,
  questions,
  onChange,
}: {
  condition: ConditionForm;
  questions: readonly Question[];
  onChange: (condition: ConditionForm) => void;
}) {
  if (condition.type === 'kinds')
    return (
      <MultiSelect
        flex={1}
        label={t('assess.condition_kinds')}
        data={choicesOf('kind', KINDS)}
        value={condition.kinds}
        onChange={(kinds) => onChange({ type: 'kinds', kinds: kinds as Kind[] })}
      />
    );
  if (condition.type === 'answer') {
    const question = questions.find(({ name }) => name === condition.question);
    return (
      <MultiSelect
        flex={1}
        label={question ? wordsIn(question.label) : condition.question}
        data={(question?.answers ?? []).map(({ value, label }) => ({ value, label: wordsIn(label) }))}
        value={condition.oneOf}
        onChange={(oneOf) => onChange({ ...condition, oneOf })}
      />
    );
  }
  return (
    <TextInput
      flex={1}
      label={t(`assess.condition_${condition.type}`)}
      inputMode="decimal"
      value={condition.value}
      onChange={(event) => onChange({ type: condition.type, value: event.currentTarget.value })}
      autoComplete="off"
    />
  );
}
