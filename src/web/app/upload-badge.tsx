import { Badge, UnstyledButton } from '@mantine/core';
import { useField, useWaiting } from '../journal/journal-context.js';
import { BAD, GOOD, PLAIN, WAITS } from '../common/tones.js';

/** How many scans wait on this phone; a press sends them now. */
export function UploadBadge() {
  const { upload, sendNow, storageProblem } = useField();
  const waiting = useWaiting();
  if (storageProblem)
    return (
      <Badge color={BAD} size="lg" role="alert">
        Scans cannot be kept
      </Badge>
    );
  const [color, words] = stateOf(upload.kind, waiting);
  return (
    <UnstyledButton onClick={sendNow} aria-label={`${words}. Send now`} title="Send now" py={10}>
      <Badge color={color} size="lg" data-waiting={waiting}>
        {words}
      </Badge>
    </UnstyledButton>
  );
}

function stateOf(kind: string, waiting: number): [color: string, words: string] {
  if (waiting === 0) return kind === 'offline' ? [PLAIN, 'Offline'] : [GOOD, 'All sent'];
  if (kind === 'sending') return [PLAIN, `Sending ${waiting}`];
  return [WAITS, `${waiting} waiting`];
}
