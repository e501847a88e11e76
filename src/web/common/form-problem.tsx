import { Alert } from '@mantine/core';
import { type RefObject, useEffect } from 'react';
import { Problem, wordsOf } from '../api/problem.js';
import { t } from '../text/text.js';

/**
 * Shows above a form why the form was refused. It leaves out problems that a field shows itself.
 * @param fields names of the fields that show their own errors
 */
export function FormProblem({ error, fields }: { error: Error | null; fields: readonly string[] }) {
  if (!error) return null;
  return (
    <Alert color="red" role="alert">
      {wordsFor(error, fields)}
    </Alert>
  );
}

function wordsFor(error: Error, fields: readonly string[]): string {
  if (!(error instanceof Problem) || error.errors.length === 0) return wordsOf(error);
  const elsewhere = error.errors.filter(({ field }) => !fields.includes(field));
  if (elsewhere.length === 0) return t('common.checkFields');
  return elsewhere.length < error.errors.length
    ? [t('common.checkFields'), ...elsewhere.map(({ detail }) => detail)].join(' ')
    : wordsOf(error);
}

/** After a refusal, moves the cursor to the first field with a problem. */
export function useFocusOnProblem(form: RefObject<HTMLElement | null>, error: Error | null): void {
  useEffect(() => {
    if (error)
      form.current?.querySelector<HTMLElement>(':is(input, select, textarea)[aria-invalid="true"]')?.focus();
  }, [form, error]);
}
