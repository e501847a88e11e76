import { wordsOf } from '../api/problem.js';
import { exclusively } from '../common/exclusively.js';
import type { FieldDatabase } from './database.js';
import { syncActions } from './field-actions.js';
import { wantSite } from './field-devices.js';
import { download, type Loaded } from './field-download.js';
import { syncSites } from './field-sites.js';

/** Asked for again after so long. */
export const STALE_MS = 15 * 60_000;
const SYNCED_AT = 'field.at';

/** How the phone's copy of devices and codes is. */
export type SyncState =
  { kind: 'idle' } | ({ kind: 'syncing' } & Loaded) | { kind: 'failed'; detail: string };

/** Brings what the phone keeps up to date, in one tab at a time. */
export class FieldSync {
  private readonly stopping = new AbortController();

  constructor(
    private readonly database: FieldDatabase,
    private readonly accountId: string,
    /** Whether whoever is signed in may scan. */
    private readonly scans: boolean,
    private readonly onState: (state: SyncState) => void,
  ) {}

  /** Asks the server where the last time was long ago. */
  async refresh(): Promise<void> {
    const at = await syncedAt(this.database);
    if (at === undefined || Date.now() - at >= STALE_MS) await this.run({ ifAvailable: true });
  }

  /** Asks the server again, because the account has just changed what this device keeps. */
  async refreshNow(): Promise<void> {
    await this.run({ ifAvailable: false });
  }

  /** Says at which site somebody works, so that its devices are kept. */
  async workAt(site: string): Promise<void> {
    if (this.scans && (await wantSite(this.database, site))) await this.run({ ifAvailable: false });
  }

  stop(): void {
    this.stopping.abort();
  }

  /** @param ifAvailable leaves it to the download that is under way; else it comes after that */
  private async run({ ifAvailable }: { ifAvailable: boolean }): Promise<void> {
    const { signal } = this.stopping;
    if (!navigator.onLine || signal.aborted) return;
    const sync = async (): Promise<void> => {
      this.onState({ kind: 'syncing', devices: 0, codes: 0 });
      try {
        await this.load();
        this.onState({ kind: 'idle' });
      } catch (error) {
        if (!signal.aborted) this.onState({ kind: 'failed', detail: wordsOf(error) });
      }
    };
    await exclusively(`rollcall-sync-${this.database.name}`, sync, { ifAvailable });
  }

  private async load(): Promise<void> {
    await syncSites(this.database);
    if (this.scans) {
      await syncActions(this.database);
      const onLoaded = (loaded: Loaded): void => this.onState({ kind: 'syncing', ...loaded });
      await download(this.accountId, onLoaded, this.stopping.signal);
    }
    await this.database.notes.put({ key: SYNCED_AT, value: Date.now() });
  }
}

/** When the phone was last brought up to date, in milliseconds; undefined where it never was. */
export async function syncedAt(database: FieldDatabase): Promise<number | undefined> {
  return (await database.notes.get(SYNCED_AT))?.value as number | undefined;
}
