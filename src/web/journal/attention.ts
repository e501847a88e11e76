import { useLiveQuery } from 'dexie-react-hooks';
import type { JournalScan } from './database.js';
import { useField } from './journal-context.js';

/** Scans that the server did not do and that nobody has looked at yet, in their order. */
export function useAttention(): JournalScan[] | undefined {
  const { database } = useField();
  return useLiveQuery(() => database.scans.where('attention').equals(1).sortBy('seq'), [database]);
}
