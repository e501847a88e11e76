import { Badge } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { GOOD, WAITS } from '../../common/tones.js';
import { t } from '../../text/text.js';
import type { LotState, Urgency } from './lot-words.js';

/** The words say everything; the color only helps to find what somebody has to do. */
const LOOKS: Readonly<Partial<Record<LotState, { color: string }>>> = {
  approved: { color: WAITS },
  picked_up: { color: WAITS },
  settled: { color: GOOD },
};

export function LotStateBadge({ state }: { state: LotState }) {
  return (
    <Badge size="lg" flex="none" {...(LOOKS[state] ?? { variant: 'default' })}>
      {t(`lots.state_${state}`)}
    </Badge>
  );
}

/** A day, with a sign where it comes near or is over. */
export function DueText({ of: { words, urgency } }: { of: { words: string; urgency: Urgency } }) {
  if (urgency === 'plain') return <span>{words}</span>;
  const color = `var(--mantine-color-${urgency === 'late' ? 'red' : 'orange'}-filled)`;
  return (
    <strong className="lot-due">
      <IconAlertTriangle size={16} color={color} aria-hidden /> {words}
    </strong>
  );
}
