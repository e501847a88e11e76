import { Stack, Text } from '@mantine/core';
import { when } from '../common/words.js';
import { t } from '../text/text.js';
import { type DeskClaim, dueWords } from './desk-words.js';

/** The time that is left for the next promise, and what was promised. */
export function DueTime({ claim }: { claim: DeskClaim }) {
  const words = dueWords(claim);
  if (words === '') return null;
  return (
    <Stack gap={0}>
      <Text size="sm" fw={600}>
        {words}
      </Text>
      {claim.due && (
        <Text size="sm" c="dimmed">
          {t(`desk.due_${claim.due.clock}`, { when: when(claim.due.dueAt) })}
        </Text>
      )}
    </Stack>
  );
}
