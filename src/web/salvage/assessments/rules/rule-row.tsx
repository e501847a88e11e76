import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { t } from '../../../text/text.js';
import { resultWords } from '../assessment-words.js';
import { conditionWords } from './condition-words.js';
import { RuleFields, type RuleFieldsProps } from './rule-fields.js';
import { ruleOf } from './rule-form.js';

/** One rule in a few words, with its fields below once somebody edits it: a list of all fields is too long to overlook. */
export function RuleRow({
  isOpen,
  onToggle,
  ...fields
}: Omit<RuleFieldsProps, 'title'> & { isOpen: boolean; onToggle: () => void }) {
  const { rule, index, questions } = fields;
  const n = String(index + 1);
  const title = t('assess.ruleN', { n });
  return (
    <Paper withBorder p="sm" flex="1 1 18rem">
      <Group gap="sm" justify="space-between">
        <Group gap="sm">
          <Text fw={600}>{title}</Text>
          <Badge variant="default" size="md">
            {resultWords(rule.result)}
          </Badge>
        </Group>
        <Button variant="subtle" size="compact-md" aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? t('assess.ruleClose', { n }) : t('assess.ruleEdit', { n })}
        </Button>
      </Group>
      {isOpen ? (
        <RuleFields title={title} {...fields} />
      ) : (
        <Stack gap={0}>
          <Text size="sm">{conditionWords(ruleOf(rule).when, questions).join(' · ')}</Text>
          <Text size="sm">{rule.reason}</Text>
        </Stack>
      )}
    </Paper>
  );
}
