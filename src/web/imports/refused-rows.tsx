import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { addressOf } from '../api/address.js';
import type { Shape } from '../api/problem.js';
import { t } from '../text/text.js';
import { RowsWithWords } from './rows-with-words.js';

/** Rows that cannot be imported, and what is wrong with each. */
export function RefusedRows({ found }: { found: Shape<'ImportDetail'> }) {
  const { id, plan, state } = found;
  if (!plan) return null;
  if (plan.refused === 0) return state === 'rehearsed' ? <Text>{t('imports.allFine')}</Text> : null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="refused-rows">
      <Group justify="space-between" align="start">
        <div>
          <Title order={2} size="h4" id="refused-rows">
            {t('imports.refusedTitle')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('imports.refusedText')}
          </Text>
        </div>
        <Button
          component="a"
          variant="default"
          href={addressOf('/api/v1/imports/{id}/errors.csv', { id })}
          download
        >
          {t('imports.refusedFile')}
        </Button>
      </Group>
      <RowsWithWords
        found={found}
        which={{ outcome: 'refused' }}
        wordsOf={({ problems }) => problems}
        labelledBy="refused-rows"
      />
    </Stack>
  );
}
