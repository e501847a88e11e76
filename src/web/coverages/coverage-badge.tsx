import { Badge } from '@mantine/core';
import { GOOD, WAITS } from '../common/tones.js';
import { type DeviceCoverageState, stateWords } from './coverage-words.js';

/** The words say everything; the color only helps to find what needs attention. */
const LOOKS = {
  active: { color: GOOD },
  expiring: { color: WAITS },
  not_started: { variant: 'default' },
  expired: { variant: 'default' },
  unknown: { variant: 'default' },
} as const satisfies Record<DeviceCoverageState, object>;

/** The state of a device or of one of its coverages. @param lastOn last day, for what ends soon */
export function CoverageBadge({
  state,
  lastOn,
  size = 'lg',
}: {
  state: DeviceCoverageState;
  lastOn?: string;
  size?: 'md' | 'lg';
}) {
  return (
    <Badge size={size} {...LOOKS[state]}>
      {stateWords(state, lastOn)}
    </Badge>
  );
}
