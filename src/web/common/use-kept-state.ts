import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/**
 * State of a page that is there again when somebody comes back to it within some minutes. It goes when they sign out or
 * reload. Each name belongs to one component.
 */
export function useKeptState<T>(
  name: string,
  initial: T,
): [value: T, setValue: (change: (before: T) => T) => void] {
  const queries = useQueryClient();
  const [value, setValue] = useState<T>(() => queries.getQueryData<T>(['kept', name]) ?? initial);
  useEffect(() => {
    queries.setQueryData<T>(['kept', name], value);
  }, [queries, name, value]);
  return [value, setValue];
}
