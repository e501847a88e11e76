import { useLiveQuery } from 'dexie-react-hooks';
import { fullSites } from './field-devices.js';
import { useField } from './journal-context.js';

/** Codes of the sites whose devices this device keeps, and whether they are all sites of the account. */
export function useFullSites(): { full: string[]; isAll: boolean } | undefined {
  const { database } = useField();
  return useLiveQuery(async () => {
    const [full = [], own] = await Promise.all([fullSites(database), database.sites.toArray()]);
    return { full, isAll: own.every(({ code }) => full.includes(code)) };
  }, [database]);
}
