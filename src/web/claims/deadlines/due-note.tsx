import { Badge, Text } from '@mantine/core';
import { BAD, WAITS } from '../../common/tones.js';
import type { Claim } from '../claim-words.js';
import { daysLeft, dueWords, leftWords, nextDeadline } from './deadlines.js';

/** From so many days ahead on, a deadline stands out. */
const SOON_DAYS = 3;

/** How much time is left until a deadline; the words say everything. */
export function LeftBadge({ on }: { on: string }) {
  const days = daysLeft({ on });
  const look = days < 0 ? { color: BAD } : days <= SOON_DAYS ? { color: WAITS } : { variant: 'default' };
  return (
    <Badge size="lg" flex="none" {...look}>
      {leftWords({ on })}
    </Badge>
  );
}

/** In lists of claims: what the district must do next, and until when. */
export function DueNote({ claim }: { claim: Claim }) {
  const next = nextDeadline(claim);
  if (!next) return null;
  const isLate = daysLeft(next) < 0;
  return (
    <Text size="sm" component="span" fw={600} c={isLate ? 'red.9' : undefined}>
      {dueWords(next)} ({leftWords(next)})
    </Text>
  );
}
