import { Badge, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { BAD, GOOD, WAITS } from '../../common/tones.js';
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

/** A day that comes near or is over. */
export function DueText({ of }: { of: { words: string; urgency: Urgency } | undefined }) {
  if (!of) return null;
  if (of.urgency === 'plain') return <span>{of.words}</span>;
  return (
    <Badge
      size="lg"
      color={of.urgency === 'late' ? BAD : WAITS}
      leftSection={<IconAlertTriangle size={14} aria-hidden />}
      className="lot-due"
    >
      {of.words}
    </Badge>
  );
}

/** A sentence in small letters below something. */
export function Small({ children }: { children: string }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}
