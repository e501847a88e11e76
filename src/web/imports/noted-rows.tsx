import { Stack, Text, Title } from '@mantine/core';
import type { Shape } from '../api/problem.js';
import { t } from '../text/text.js';
import { RowsWithWords } from './rows-with-words.js';

/** Rows that do not fit what Rollcall knows, and what becomes of each. */
export function NotedRows({ found }: { found: Shape<'ImportDetail'> }) {
  const { plan } = found;
  if (!plan || plan.noted === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="noted-rows">
      <div>
        <Title order={2} size="h4" id="noted-rows">
          {t('imports.notedTitle')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('imports.notedText')}
        </Text>
      </div>
      <RowsWithWords
        found={found}
        which={{ noted: true }}
        wordsOf={({ notes }) => notes}
        labelledBy="noted-rows"
      />
    </Stack>
  );
}
