import { Alert, Button } from '@mantine/core';
import { wordsOf } from '../api/problem.js';

/** A page that could not be shown. */
export function PageFailure({ error, reset }: { error: unknown; reset?: () => void }) {
  return (
    <Alert color="red" title="This page could not be shown" role="alert">
      <p>{wordsOf(error)}</p>
      {reset && <Button onClick={reset}>Try again</Button>}
    </Alert>
  );
}
