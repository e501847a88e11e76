import { useQueryClient } from '@tanstack/react-query';
import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { wordsOf } from '../api/problem.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { FieldDatabase } from './database.js';
import { FieldSync, STALE_MS, type SyncState } from './field-sync.js';
import { Journal } from './journal.js';
import { Upload, type UploadState } from './upload.js';

interface Field {
  journal: Journal;
  database: FieldDatabase;
  /** Why this phone can keep nothing, where that is so. */
  storageProblem: string | undefined;
  sendNow: () => void;
  /** Updates what this device keeps, after a change of many devices or of a site. */
  refreshNow: () => void;
  /** Says at which site somebody works, so that its devices are kept. */
  workAt: (site: string) => void;
}

/** What changes all the time while scans are sent and devices are downloaded: for those who show it, and no others. */
interface FieldState {
  upload: UploadState;
  sync: SyncState;
}

const FieldContext = createContext<Field | null>(null);
const FieldStateContext = createContext<FieldState>({ upload: { kind: 'idle' }, sync: { kind: 'idle' } });

/** The journal of whoever is signed in, its way to the server, and what the phone keeps for it. */
export function FieldProvider({ accountId, children }: { accountId: string; children: ReactNode }) {
  const session = useSession();
  const scans = may(session, 'devices:edit');
  const hasSites = may(session, 'sites:read');
  const [upload, setUpload] = useState<UploadState>({ kind: 'idle' });
  const [sync, setSync] = useState<SyncState>({ kind: 'idle' });
  const [storageProblem, setStorageProblem] = useState<string>();
  const parts = useMemo(() => {
    const database = new FieldDatabase(accountId);
    const sender = new Upload(database, accountId, setUpload);
    const fieldSync = new FieldSync(database, accountId, scans, setSync);
    return {
      database,
      sender,
      fieldSync,
      workAt: (site: string) => void fieldSync.workAt(site),
      journal: new Journal(database, () => sender.soon()),
    };
  }, [accountId, scans]);

  useEffect(() => {
    const { database, sender, fieldSync, journal } = parts;
    const refresh = (): void => {
      sender.now();
      if (hasSites) void fieldSync.refresh();
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
      fieldSync.stop();
      sender.stop();
      clearInterval(timer);
      window.removeEventListener('online', refresh);
      document.removeEventListener('visibilitychange', onVisible);
      database.close();
    };
  }, [parts, hasSites]);

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
      storageProblem,
      sendNow: () => parts.sender.now(),
      refreshNow: () => {
        if (hasSites) void parts.fieldSync.refreshNow();
      },
      workAt: parts.workAt,
    }),
    [parts, storageProblem, hasSites],
  );
  const state = useMemo(() => ({ upload, sync }), [upload, sync]);
  return (
    <FieldContext.Provider value={field}>
      <FieldStateContext.Provider value={state}>{children}</FieldStateContext.Provider>
    </FieldContext.Provider>
  );
}

export function useField(): Field {
  const field = useContext(FieldContext);
  if (!field) throw new Error('there is no journal here');
  return field;
}

/** How sending and downloading go. */
export function useFieldState(): FieldState {
  return useContext(FieldStateContext);
}

/** Keeps the devices of the site that somebody has chosen on a page. */
export function useWorkAt(site: string | undefined): void {
  const { workAt } = useField();
  useEffect(() => {
    if (site !== undefined) workAt(site);
  }, [site, workAt]);
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
