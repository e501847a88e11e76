import { Dexie, type EntityTable } from 'dexie';
import type { Shape } from '../api/problem.js';
import type { ScanClock } from './scan-clock.js';

export type ScanOutcome = 'applied' | 'duplicate' | 'conflict' | 'unknown' | 'refused' | 'dismissed';

/** What a technician means by a scan, and what goes with it. */
export interface ScanSaid {
  action: string;
  site?: string;
  room?: string | null;
  cart?: string | null;
  person?: string;
  dueOn?: string | null;
  note?: string;
  answers?: { question: string; answer: string }[];
  sweep?: string;
  undoes?: string;
}

/** One line of the journal. It is never changed but for what the server answered. */
export interface JournalScan extends ScanSaid {
  /** Order in which it was scanned. */
  seq: number;
  id: string;
  state: 'waiting' | 'answered';
  code: string;
  scannedAt: string;
  clock: ScanClock;
  deviceId?: string;
  versionSeen?: number;
  after?: string;
  /** There is a photo of what it is on, here or sent. */
  hasPhoto?: true;
  /** What the phone said of it at once. */
  shown: Verdict;
  answer?: { outcome: ScanOutcome; code?: string; detail?: string; was?: ScanOutcome };
}

/** What an unknown code is on, until the server has it. */
export interface JournalPhoto {
  scanId: string;
  photo: Blob;
}

/** How a scan is told: a colour, a sound, a sentence. */
export interface Verdict {
  tone: 'good' | 'notice' | 'bad';
  title: string;
  detail?: string;
  /** No device has the code: a photo may help whoever looks for it. */
  isUnknown?: true;
}

/** A device as a phone keeps it. Of other sites only codes, kind, status, site and version are known. */
export interface FieldDevice {
  id: string;
  codes: string[];
  kind: string;
  status: string;
  site: string;
  version: number;
  assetTag: string | null;
  serialNumber: string | null;
  model: string | null;
  room: string | null;
  cart: string | null;
  held: boolean | null;
}

export type FieldSite = Pick<Shape<'SiteView'>, 'id' | 'code' | 'name'>;

interface Note {
  key: string;
  value: unknown;
}

/** Everything a phone keeps for one account: another account on the same phone has another database. */
export class FieldDatabase extends Dexie {
  scans!: EntityTable<JournalScan, 'seq'>;
  devices!: EntityTable<FieldDevice, 'id'>;
  sites!: EntityTable<FieldSite, 'id'>;
  notes!: EntityTable<Note, 'key'>;
  photos!: EntityTable<JournalPhoto, 'scanId'>;

  constructor(accountId: string) {
    // Strict: a scan is shown as kept once it is on the disk, not in some buffer.
    super(`rollcall-${accountId}`, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      scans: '++seq, &id, state, code, sweep',
      devices: 'id, *codes, site, room',
      sites: 'id, code',
      notes: 'key',
    });
    this.version(2).stores({ photos: 'scanId' });
  }
}
