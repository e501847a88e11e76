import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback } from 'react';
import { siteNames } from './field-codes.js';
import { useField } from './journal-context.js';

/** What a site is called, by its code; the code itself where this device does not know the name. */
export function useSiteName(): (code: string) => string {
  const { database } = useField();
  const names = useLiveQuery(async () => {
    const own = await database.sites.toArray();
    return new Map([...(await siteNames(database)), ...own.map(({ code, name }) => [code, name] as const)]);
  }, [database]);
  return useCallback((code) => names?.get(code) ?? code, [names]);
}
