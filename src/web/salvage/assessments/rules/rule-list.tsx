import { Badge, Group, List, Paper, Stack, Text } from '@mantine/core';
import type { Shape } from '../../../api/problem.js';
import { TextLink } from '../../../common/text-link.js';
import { t } from '../../../text/text.js';
import { type Question, reasonWords, resultWords } from '../assessment-words.js';
import { conditionWords } from './condition-words.js';

/** The rules in their order, each with what came of it. */
export function RuleList({
  set: { rules, version },
  questions,
}: {
  set: Shape<'AssessmentRulesView'>;
  questions: readonly Question[];
}) {
  return (
    <Stack component="ol" gap="sm" p={0} m={0} maw={820} style={{ listStyle: 'none' }}>
      {rules.map((rule, index) => {
        const conditions = conditionWords(rule.when, questions);
        return (
          <Paper key={rule.id} component="li" withBorder p="md">
            <Stack gap={6}>
              <Group gap="sm">
                <Text fw={600}>{t('assess.ruleN', { n: String(index + 1) })}</Text>
                <Badge variant="default" size="md">
                  {resultWords(rule.result)}
                </Badge>
              </Group>
              {conditions.length === 0 ? (
                <Text>{t('assess.always')}</Text>
              ) : (
                <List>
                  {conditions.map((words) => (
                    <List.Item key={words}>{words}</List.Item>
                  ))}
                </List>
              )}
              <Text>{reasonWords(rule, version)}</Text>
              {rule.source && <Text size="sm">{t('assess.sourceIs', { source: rule.source })}</Text>}
              <Figures rule={rule} />
            </Stack>
          </Paper>
        );
      })}
    </Stack>
  );
}

function Figures({ rule: { id, decided, overruled } }: { rule: Shape<'AssessmentRuleView'> }) {
  if (decided === 0) return <Text size="sm">{t('assess.decidedNone')}</Text>;
  return (
    <Text size="sm">
      <TextLink size="sm" to="/assessments" search={{ rule: id }}>
        {t('assess.decided', { count: decided })}
      </TextLink>
      {' · '}
      {overruled === 0
        ? t('assess.overruledNone')
        : t('assess.overruledOf', {
            count: overruled,
            percent: String(Math.round((overruled * 100) / decided)),
          })}
    </Text>
  );
}
