import { Badge } from '@mantine/core';
import { BAD, GOOD, WAITS } from '../../common/tones.js';
import { t } from '../../text/text.js';
import type { Decision } from './board-words.js';

const LOOKS: Readonly<Partial<Record<Decision, { color: string }>>> = {
  approved: { color: GOOD },
  in_part: { color: WAITS },
  refused: { color: BAD },
};

export function DecisionBadge({ decision }: { decision: Decision }) {
  return (
    <Badge size="lg" flex="none" {...(LOOKS[decision] ?? { variant: 'default' })}>
      {t(`boardItems.decision_${decision}`)}
    </Badge>
  );
}
