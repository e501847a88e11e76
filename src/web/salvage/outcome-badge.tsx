import { Badge } from '@mantine/core';
import { counts, outcomeWords, type Sanitization } from './sanitization-words.js';

/** What came of a data removal. */
export function OutcomeBadge({ of }: { of: Pick<Sanitization, 'result' | 'method' | 'decision'> }) {
  return (
    <Badge variant="default" size="md" leftSection={counts(of) ? '✓' : '✗'}>
      {outcomeWords(of)}
    </Badge>
  );
}
