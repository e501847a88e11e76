import { useLiveQuery } from 'dexie-react-hooks';
import type { JournalScan } from './database.js';
import { useField } from './journal-context.js';

/** Scans that the server refused, until somebody has looked at them. The oldest comes first. */
export function useAttention(): JournalScan[] | undefined {
  const { database } = useField();
  return useLiveQuery(() => database.scans.where('attention').equals(1).sortBy('seq'), [database]);
}
