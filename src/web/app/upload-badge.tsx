import { Badge, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { BAD, GOOD, PLAIN, WAITS } from '../common/tones.js';
import { useAttention } from '../journal/attention.js';
import { useField, useFieldState, useWaiting } from '../journal/journal-context.js';
import { t } from '../text/text.js';

/** Shows how many scans wait on this device, and how many the server did not carry out. A tap sends or shows them. */
export function UploadBadge() {
  const { storageProblem } = useField();
  const waiting = useWaiting();
  const attention = useAttention()?.length ?? 0;
  if (storageProblem)
    return (
      <Badge color={BAD} size="lg" role="alert">
        {t('shell.cannotSave')}
      </Badge>
    );
  return (
    <>
      {attention > 0 && <AttentionBadge count={attention} isShort={waiting > 0} />}
      {/* Do not say "All sent" if there are refused scans. */}
      {(attention === 0 || waiting > 0) && <SendBadge waiting={waiting} />}
    </>
  );
}

function AttentionBadge({ count, isShort }: { count: number; isShort: boolean }) {
  const state = t('shell.needAttention', { count });
  return (
    <Link to="/scan/attention" aria-label={t('shell.attentionLabel', { state })} className="badge-link">
      <Badge
        color={BAD}
        size="lg"
        data-waiting={isShort ? undefined : 0}
        visibleFrom={isShort ? 'sm' : undefined}
      >
        {state}
      </Badge>
      {isShort && (
        <Badge color={BAD} size="lg" hiddenFrom="sm">
          {count} !
        </Badge>
      )}
    </Link>
  );
}

function SendBadge({ waiting }: { waiting: number }) {
  const { sendNow } = useField();
  const { upload } = useFieldState();
  const [color, state] = stateOf(upload.kind, waiting);
  return (
    <UnstyledButton
      onClick={sendNow}
      aria-label={t('shell.badgeLabel', { state })}
      title={t('shell.sendNow')}
      py={10}
    >
      <Badge color={color} size="lg" data-waiting={waiting}>
        {state}
      </Badge>
    </UnstyledButton>
  );
}

function stateOf(kind: string, waiting: number): [color: string, state: string] {
  const count = String(waiting);
  if (waiting === 0) return kind === 'offline' ? [PLAIN, t('shell.offline')] : [GOOD, t('shell.allSent')];
  if (kind === 'sending') return [PLAIN, t('shell.sending', { count })];
  return [WAITS, t('shell.waiting', { count })];
}
