import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../text/text.js';
import { FormProblem } from './form-problem.js';

/** What a person must know before they go on with a form. All of it stands above the fields. */
export function FormNotices({
  isRestored = false,
  clashes,
  error,
  fields,
}: {
  /** The form has what somebody typed earlier and did not save. */
  isRestored?: boolean;
  /** What another person has saved meanwhile. */
  clashes?: ReactNode;
  /** Why the last save failed. */
  error: Error | null;
  /** Names of the fields that show their own errors. */
  fields: readonly string[];
}) {
  return (
    <>
      {isRestored && (
        <Alert color="cyan" role="status" title={t('forms.restored')}>
          {t('forms.restoredText')}
        </Alert>
      )}
      {clashes}
      <FormProblem error={error} fields={fields} />
    </>
  );
}
