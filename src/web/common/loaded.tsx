import type { ReactNode } from 'react';
import { Problem } from '../api/problem.js';
import { Failed, Loading } from './states.js';

interface Query<Data> {
  data: Data | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** Shows what a query loaded. Until then, it shows that it is loading, or why it could not be loaded. */
export function Loaded<Data>({
  query: { data, error, refetch },
  failed,
  missing,
  children,
}: {
  query: Query<Data>;
  /** What could not be loaded. */
  failed: string;
  /** Shown if there is no such record, or nobody may see it. */
  missing?: ReactNode;
  children: (data: Data) => ReactNode;
}) {
  if (missing !== undefined && error instanceof Problem && (error.status === 404 || error.status === 400))
    return <>{missing}</>;
  if (data !== undefined) return <>{children(data)}</>;
  return error ? <Failed title={failed} error={error} onRetry={() => void refetch()} /> : <Loading />;
}
