import { Anchor, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Shape } from '../api/problem.js';
import { day, number } from '../common/words.js';
import { t } from '../text/text.js';

type Effect = Shape<'RuleEffect'>;
type Ruled = Effect['add'];

const PARTS = ['add', 'change', 'unchanged', 'withoutDate'] as const;

/** What a rule adds, changes and leaves: how many devices, and some of them. */
export function RuleEffect({ effect }: { effect: Effect }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
      {PARTS.map((part) => (
        <EffectPart key={part} part={part} ruled={effect[part]} />
      ))}
    </SimpleGrid>
  );
}

function EffectPart({ part, ruled: { devices, examples } }: { part: (typeof PARTS)[number]; ruled: Ruled }) {
  const id = `rule-${part}`;
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby={id}>
      <Stack gap={4}>
        <Title order={3} size="h6" id={id}>
          {t(`rules.effect_${part}`)}
        </Title>
        <Text size="xl" fw={700}>
          {number(devices)}
        </Text>
        {part === 'withoutDate' && devices > 0 && <Text size="sm">{t('rules.withoutDateText')}</Text>}
        {examples.map((example) => (
          <Text key={example.deviceId} size="sm">
            <Anchor
              renderRoot={(props) => <Link to="/devices/$id" params={{ id: example.deviceId }} {...props} />}
            >
              {example.deviceCode ?? t('devices.noTag')}
            </Anchor>
            {daysOf(example)}
          </Text>
        ))}
        {devices > examples.length && (
          <Text size="sm" c="dimmed">
            {t('rules.more', { count: devices - examples.length })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function daysOf({ startsOn, endsOn, endsOnBefore }: Ruled['examples'][number]): string {
  if (startsOn === null || endsOn === null) return '';
  const days = t('rules.days', { from: day(startsOn), to: day(endsOn) });
  return endsOnBefore === null || endsOnBefore === endsOn
    ? `: ${days}`
    : `: ${days}, ${t('rules.before', { to: day(endsOnBefore) })}`;
}
