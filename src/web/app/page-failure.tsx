import { Failed } from '../common/states.js';
import { t } from '../text/text.js';

/** A page that could not be shown. */
export function PageFailure({ error, reset }: { error: unknown; reset?: () => void }) {
  return <Failed title={t('common.pageFailed')} error={error} onRetry={reset} />;
}
