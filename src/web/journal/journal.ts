import { v7 as uuidv7 } from 'uuid';
import { normaliseCode } from '../../devices/device-codes.js';
import type { FieldDatabase, FieldDevice, JournalScan, ScanSaid, Verdict } from './database.js';
import { keptActions } from './field-actions.js';
import { devicesWithCode, knowsCodes } from './field-index.js';
import { smaller } from './photos.js';
import { scanClock } from './scan-clock.js';
import { judge, withWaiting } from './verdicts.js';

/** A code that is read again so soon was held before the camera, or sent twice by a scanner. */
const REPEAT_MS = 4_000;
/** Answered scans that stay on the phone: those of the last days are what a person asks about. */
const KEEP_MS = 14 * 86_400_000;

/** What became of a reading: a new line of the journal, or the same code once more. */
export type Recorded =
  { kind: 'kept'; scan: JournalScan; candidates: FieldDevice[] } | { kind: 'repeated'; id: string };

interface Options {
  /** Which of several devices with the code it is. */
  deviceId?: string;
}

/** Writes what is scanned to the disk of the phone, and says what it looks like. Nothing here needs a network. */
export class Journal {
  private readonly recent = new Map<string, { at: number; id: string }>();

  constructor(
    readonly database: FieldDatabase,
    private readonly onKept: () => void,
  ) {}

  /**
   * @throws DOMException or Dexie's error where the phone refuses to keep it: then it is not kept, and that is said
   */
  async record(text: string, said: ScanSaid, { deviceId }: Options = {}): Promise<Recorded> {
    const code = normaliseCode(text);
    const key = JSON.stringify([code, said, deviceId]);
    const before = this.recent.get(key);
    const now = performance.now();
    if (before && now - before.at < REPEAT_MS) {
      before.at = now;
      return { kind: 'repeated', id: before.id };
    }
    const id = uuidv7();
    this.recent.set(key, { at: now, id });
    try {
      return await this.write(id, code, said, deviceId);
    } catch (error) {
      this.recent.delete(key);
      throw error;
    }
  }

  /** Takes a scan back: a fact of its own, which the server applies after it. */
  async undo(scan: JournalScan): Promise<void> {
    await this.append({
      id: uuidv7(),
      code: scan.code,
      action: 'undo',
      undoes: scan.id,
      shown: { tone: 'good', title: 'Taken back' },
    });
    for (const [key, { id }] of this.recent) if (id === scan.id) this.recent.delete(key);
    this.onKept();
  }

  /** Keeps what an unknown code is on; sent after its scan. @throws where the file is no picture, or cannot be kept */
  async addPhoto({ seq, id: scanId }: JournalScan, file: Blob): Promise<void> {
    const photo = await smaller(file);
    const { scans, photos } = this.database;
    await this.database.transaction('rw', scans, photos, async () => {
      await photos.put({ scanId, photo });
      await scans.update(seq, { hasPhoto: true });
    });
    this.onKept();
  }

  /** Lets go of what was answered long ago. */
  async forget(): Promise<void> {
    const before = new Date(Date.now() - KEEP_MS).toISOString();
    await this.database.scans
      .where('state')
      .equals('answered')
      .filter(({ scannedAt }) => scannedAt < before)
      .delete();
  }

  private async write(id: string, code: string, said: ScanSaid, deviceId?: string): Promise<Recorded> {
    const [candidates, hasIndex, sites, actions] = await Promise.all([
      devicesWithCode(this.database, code),
      knowsCodes(this.database),
      this.database.sites.toArray(),
      keptActions(this.database),
    ]);
    const chosen = candidates.filter((device) => deviceId === undefined || device.id === deviceId);
    const [device, ...others] = chosen;
    const codes = [...new Set([code, ...(others.length === 0 ? (device?.codes ?? []) : [])])];
    const before = await this.database.scans.where('code').anyOf(codes).sortBy('seq');
    const last = before.at(-1);
    const devices = chosen.map((one) => withWaiting(one, before, actions));
    const ownSites = new Set(sites.map((site) => site.code));
    const action = actions.find(({ name }) => name === said.action);
    const shown = judge({ devices, hasIndex, ownSites, action }, said);
    const scan = await this.append({
      id,
      code,
      ...said,
      ...(deviceId ? { deviceId } : {}),
      ...(device && others.length === 0 ? { versionSeen: device.version } : {}),
      ...(last ? { after: last.id } : {}),
      shown,
    });
    this.onKept();
    return { kind: 'kept', scan, candidates: chosen.length > 1 ? chosen : [] };
  }

  private async append(
    line: { id: string; code: string; shown: Verdict } & Partial<JournalScan> & ScanSaid,
  ): Promise<JournalScan> {
    const scan = {
      ...line,
      state: 'waiting' as const,
      scannedAt: new Date().toISOString(),
      clock: scanClock(),
    };
    const seq = await this.database.scans.add(scan);
    return { ...scan, seq };
  }
}
