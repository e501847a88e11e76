import { Alert } from '@mantine/core';
import { t } from '../text/text.js';

/** Says that the form has what somebody typed earlier and did not save. */
export function RestoredDraft() {
  return (
    <Alert color="cyan" role="status" title={t('forms.restored')}>
      {t('forms.restoredText')}
    </Alert>
  );
}
