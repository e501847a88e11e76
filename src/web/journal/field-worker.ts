import { FieldDatabase } from './database.js';
import { FailedDownload } from './field-answer.js';
import { syncCodes } from './field-codes.js';
import { syncDevices } from './field-devices.js';
import type { Loaded, WorkerNews } from './field-download.js';

/** The page draws itself anew each time. */
const TELL_EVERY_MS = 500;

/** In a worker, messages go to the page that made it, and take no origin: the options say nothing. */
function tell(news: WorkerNews): void {
  self.postMessage(news, {});
}

async function download(accountId: string): Promise<WorkerNews> {
  const database = new FieldDatabase(accountId);
  const loaded: Loaded = { devices: 0, codes: 0 };
  let toldAt = 0;
  const tellOf = (more: Partial<Loaded>): void => {
    Object.assign(loaded, more);
    if (performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    tell({ kind: 'loaded', ...loaded });
  };
  try {
    await syncDevices(database, (devices) => tellOf({ devices }));
    // After the devices, so that one which moves in between is found at its new site.
    await syncCodes(database, (codes) => tellOf({ codes }));
    return { kind: 'done' };
  } catch (error) {
    // Errors lose their class on their way to the page.
    if (error instanceof FailedDownload) return { kind: 'refused', status: error.status, body: error.body };
    return { kind: 'broken', detail: error instanceof Error ? error.message : String(error) };
  } finally {
    database.close();
  }
}

/**
 * Downloads what a phone keeps, apart from the page: while megabytes are unpacked and written, somebody scans. The name
 * of the worker is the account.
 */
void download(self.name).then(tell);
