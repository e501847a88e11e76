import { useQueryClient } from '@tanstack/react-query';
import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { wordsOf } from '../api/problem.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { exclusively } from '../common/exclusively.js';
import { FieldDatabase } from './database.js';
import { STALE_MS, syncField } from './field-index.js';
import { Journal } from './journal.js';
import { Upload, type UploadState } from './upload.js';

/** How the phone's copy of the district's codes is. */
export type SyncState =
  { kind: 'idle' } | { kind: 'syncing'; devices: number } | { kind: 'failed'; detail: string };

interface Field {
  journal: Journal;
  database: FieldDatabase;
  upload: UploadState;
  sync: SyncState;
  /** Why this phone can keep nothing, where that is so. */
  storageProblem: string | undefined;
  sendNow: () => void;
}

const FieldContext = createContext<Field | null>(null);

/** The journal of whoever is signed in, its way to the server, and what the phone keeps for it. */
export function FieldProvider({ accountId, children }: { accountId: string; children: ReactNode }) {
  const scans = may(useSession(), 'devices:edit');
  const [upload, setUpload] = useState<UploadState>({ kind: 'idle' });
  const [sync, setSync] = useState<SyncState>({ kind: 'idle' });
  const [storageProblem, setStorageProblem] = useState<string>();
  const parts = useMemo(() => {
    const database = new FieldDatabase(accountId);
    const sender = new Upload(database, accountId, setUpload);
    return { database, sender, journal: new Journal(database, () => sender.soon()) };
  }, [accountId]);

  useEffect(() => {
    const { database, sender, journal } = parts;
    const stopping = new AbortController();
    const refresh = (): void => {
      sender.now();
      void syncIfStale(database, scans, setSync, stopping.signal);
    };
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') refresh();
      // A phone that is put away may not wake this page again.
      else sender.now();
    };
    database
      .open()
      .then(() => journal.forget())
      .then(refresh)
      .catch((error: unknown) => setStorageProblem(wordsOf(error)));
    window.addEventListener('online', refresh);
    document.addEventListener('visibilitychange', onVisible);
    const timer = setInterval(refresh, STALE_MS);
    return () => {
      stopping.abort();
      sender.stop();
      clearInterval(timer);
      window.removeEventListener('online', refresh);
      document.removeEventListener('visibilitychange', onVisible);
      database.close();
    };
  }, [parts, scans]);

  const queries = useQueryClient();
  useEffect(() => {
    if (upload.kind !== 'sending') return;
    // Once it is sent, the server knows more than what is shown of it.
    return () => void queries.invalidateQueries();
  }, [upload.kind, queries]);

  const field = useMemo(
    () => ({
      journal: parts.journal,
      database: parts.database,
      upload,
      sync,
      storageProblem,
      sendNow: () => parts.sender.now(),
    }),
    [parts, upload, sync, storageProblem],
  );
  return <FieldContext.Provider value={field}>{children}</FieldContext.Provider>;
}

export function useField(): Field {
  const field = useContext(FieldContext);
  if (!field) throw new Error('there is no journal here');
  return field;
}

/** How many scans wait to be sent, whole or but for their photo. */
export function useWaiting(): number {
  const { database } = useField();
  const waiting = useLiveQuery(async () => {
    const scans = database.scans.where('state').equals('waiting');
    const withPhoto = await database.photos.toCollection().primaryKeys();
    const sent = await database.scans
      .where('id')
      .anyOf(withPhoto)
      .filter(({ state }) => state === 'answered')
      .count();
    return (await scans.count()) + sent;
  }, [database]);
  return waiting ?? 0;
}

async function syncIfStale(
  database: FieldDatabase,
  scans: boolean,
  onState: (state: SyncState) => void,
  signal: AbortSignal,
): Promise<void> {
  const at = (await database.notes.get('field.at'))?.value as number | undefined;
  if (!navigator.onLine || (at !== undefined && Date.now() - at < STALE_MS)) return;
  const sync = async (): Promise<void> => {
    onState({ kind: 'syncing', devices: 0 });
    try {
      await syncField(
        database,
        { devices: scans },
        (devices) => onState({ kind: 'syncing', devices }),
        signal,
      );
      onState({ kind: 'idle' });
    } catch (error) {
      if (!signal.aborted) onState({ kind: 'failed', detail: wordsOf(error) });
    }
  };
  await exclusively(`rollcall-sync-${database.name}`, sync, { ifAvailable: true });
}
