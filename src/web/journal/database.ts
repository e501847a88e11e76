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
  /** Several devices have the code, and somebody is being asked which one it is. Until then it is not sent. */
  isAsked?: true;
  versionSeen?: number;
  after?: string;
  /** There is a photo of what it is on, here or sent. */
  hasPhoto?: true;
  /** What the phone said of it at once. */
  shown: Verdict;
  /** What the phone took for granted that it changes, as it was before: an undo puts it back. */
  was?: Partial<KnownDevice>;
  answer?: ScanAnswer;
  /** The server refused the scan, and somebody still has to look at it. */
  attention?: 1;
}

export interface ScanAnswer {
  outcome: ScanOutcome;
  code?: string;
  /** In the server's English. */
  detail?: string;
  /** Of a scan that was sent before: what became of it then. */
  was?: ScanOutcome;
}

/** What an unknown code is on, until the server has it. */
export interface JournalPhoto {
  scanId: string;
  photo: Blob;
}

export type Tone = 'good' | 'notice' | 'bad';

/** What a phone said of a scan: facts, which get their words where they are shown, in the language of the page. */
export interface Verdict {
  tone: Tone;
  says:
    | 'done'
    | 'wasElsewhere'
    | 'recordedElsewhere'
    | 'stillRetired'
    | 'stillMissing'
    | 'unknown'
    | 'noIndex'
    | 'several'
    | 'otherSite'
    | 'illegal'
    | 'found'
    | 'undone';
  /** The device as it is after the scan, as far as the phone knows. */
  device?: DeviceShown;
  /** Code of the site where the register had the device. */
  from?: string;
  /** How many devices have the code. */
  count?: number;
}

/** What of a device is told after a scan. */
export interface DeviceShown extends Pick<
  KnownDevice,
  'kind' | 'status' | 'site' | 'model' | 'room' | 'cart'
> {
  /** Its tag, or else its serial number. */
  name: string;
}

/** A device as a phone knows it by its code. */
export interface KnownDevice {
  /** Null where only the index of codes knows it: then it is at a site of others, or one that is not kept in full. */
  id: string | null;
  codes: string[];
  kind: string;
  status: string;
  /** Its code. */
  site: string;
  /** Null where it is too high for the index. */
  version: number | null;
  assetTag: string | null;
  serialNumber: string | null;
  model: string | null;
  room: string | null;
  cart: string | null;
  held: boolean | null;
}

/** A device that is kept in full. */
export type FieldDevice = KnownDevice & { id: string; version: number };

/** Codes of the district, packed: `code-blocks.ts` says how. */
export interface CodeBlock {
  block: number;
  columns: Uint8Array;
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
  codes!: EntityTable<CodeBlock, 'block'>;
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
    this.version(3)
      .stores({
        scans: '++seq, &id, state, code, sweep, attention',
        devices: 'id, *codes, site',
        codes: 'block',
      })
      // Until then every device of the district had a row.
      .upgrade(async (transaction) => {
        await transaction.table('devices').clear();
        await transaction.table('notes').bulkDelete(['field.next', 'field.at']);
      });
  }
}
