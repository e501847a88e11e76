import { v7 as uuidv7 } from 'uuid';
import { normaliseCode } from '../../devices/device-codes.js';
import type { DeviceShown, FieldDatabase, JournalScan, KnownDevice, ScanSaid, Verdict } from './database.js';
import { keptActions } from './field-actions.js';
import { type KnownCode, lookUpCode } from './field-index.js';
import { smaller } from './photos.js';
import { scanClock } from './scan-clock.js';
import { changeOf, judge, partOf, shownOf, withWaiting } from './verdicts.js';

/** A code that is read again so soon was held before the camera, or sent twice by a scanner. */
const REPEAT_MS = 4_000;
/** Answered scans that stay on the phone: those of the last days are what a person asks about. */
const KEEP_MS = 14 * 86_400_000;

/** What became of a reading: a new line of the journal, or the same code once more. */
export type Recorded =
  { kind: 'kept'; scan: JournalScan; candidates: KnownDevice[] } | { kind: 'repeated'; id: string };

/** A line of the journal before it is written. */
type Line = Partial<JournalScan> & ScanSaid & { code: string; shown: Verdict };

/** Writes what is scanned to the disk of the phone, and says what it looks like. Nothing here needs a network. */
export class Journal {
  private readonly recent = new Map<string, { at: number; id: string }>();

  constructor(
    readonly database: FieldDatabase,
    private readonly onKept: () => void,
  ) {}

  /**
   * @param known what the phone knows of the code, where somebody has looked already
   * @throws DOMException or Dexie's error where the phone refuses to keep it: then it is not kept, and that is said
   */
  async record(text: string, said: ScanSaid, known?: KnownCode): Promise<Recorded> {
    const code = normaliseCode(text);
    const key = JSON.stringify([code, said]);
    const before = this.recent.get(key);
    const now = performance.now();
    if (before && now - before.at < REPEAT_MS) {
      before.at = now;
      return { kind: 'repeated', id: before.id };
    }
    const id = uuidv7();
    this.recent.set(key, { at: now, id });
    try {
      return await this.write(id, code, said, known);
    } catch (error) {
      this.recent.delete(key);
      throw error;
    }
  }

  /** Says which of several devices was scanned. What was said with the scan stays. @returns the line that says it */
  async choose(scan: JournalScan, deviceId: string): Promise<JournalScan> {
    const { line } = await this.lineOf(scan.code, saidOf(scan), { deviceId, upTo: scan.seq });
    const { scans } = this.database;
    const replaced = await scans
      .where('seq')
      .equals(scan.seq)
      .filter(({ isAsked }) => isAsked === true)
      .modify((kept) => {
        delete kept.isAsked;
        Object.assign(kept, line);
      });
    if (replaced > 0) {
      this.onKept();
      return { ...scan, ...line, isAsked: undefined };
    }
    // Another tab has sent it meanwhile: what the server has is taken back, and the choice is a scan of its own.
    await this.undo(scan);
    const { line: again } = await this.lineOf(scan.code, saidOf(scan), { deviceId });
    const chosen = await this.append({ id: uuidv7(), ...again });
    this.onKept();
    return chosen;
  }

  /** Nobody says now which device it is: it is sent as it is, and the inbox asks again. */
  async leaveOpen({ seq }: JournalScan): Promise<void> {
    await this.database.scans.update(seq, { isAsked: undefined });
    this.onKept();
  }

  /** Takes a scan back: a fact of its own, which the server applies after it. @returns the undo, as it is shown */
  async undo(scan: JournalScan): Promise<JournalScan> {
    const undone = await this.append({
      id: uuidv7(),
      code: scan.code,
      action: 'undo',
      undoes: scan.id,
      shown: { tone: 'good', says: 'undone', ...(await this.deviceWithout(scan)) },
    });
    await this.markSeen([scan.seq]);
    for (const [key, { id }] of this.recent) if (id === scan.id) this.recent.delete(key);
    this.onKept();
    return undone;
  }

  /** Somebody has looked at what the server did not do. */
  async markSeen(seqs: readonly number[]): Promise<void> {
    await this.database.scans
      .where('seq')
      .anyOf([...seqs])
      .modify((scan) => {
        delete scan.attention;
      });
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

  /** Lets go of what was answered long ago, and of questions that a closed page has left open. */
  async forget(): Promise<void> {
    const before = new Date(Date.now() - KEEP_MS).toISOString();
    const { scans } = this.database;
    await scans
      .where('state')
      .equals('answered')
      .filter(({ scannedAt, attention }) => scannedAt < before && attention !== 1)
      .delete();
    await scans
      .where('state')
      .equals('waiting')
      .modify((scan) => {
        delete scan.isAsked;
      });
  }

  private async write(id: string, code: string, said: ScanSaid, known?: KnownCode): Promise<Recorded> {
    const { line, candidates } = await this.lineOf(code, said, { known });
    const isAsked = candidates.length > 1 ? ({ isAsked: true } as const) : {};
    const scan = await this.append({ id, ...line, ...isAsked });
    this.onKept();
    return { kind: 'kept', scan, candidates: candidates.length > 1 ? candidates : [] };
  }

  /**
   * What the journal says of a scan.
   * @param deviceId which of several devices with the code it is
   * @param upTo number of the line itself, where it is there already: later ones do not matter
   */
  private async lineOf(
    code: string,
    said: ScanSaid,
    { deviceId, known, upTo = Infinity }: { deviceId?: string; known?: KnownCode; upTo?: number } = {},
  ): Promise<{ line: Line; candidates: KnownDevice[] }> {
    const [{ devices: candidates, hasIndex }, sites, actions] = await Promise.all([
      known ?? lookUpCode(this.database, code),
      this.database.sites.toArray(),
      keptActions(this.database),
    ]);
    const chosen = candidates.filter((device) => deviceId === undefined || device.id === deviceId);
    const [device, ...others] = chosen;
    const all = await this.scansOf(code, others.length === 0 ? device : undefined);
    const before = all.filter(({ seq }) => seq < upTo);
    const last = before.at(-1);
    const devices = chosen.map((one) => withWaiting(one, before, actions));
    const ownSites = new Set(sites.map((site) => site.code));
    const action = actions.find(({ name }) => name === said.action);
    const shown = judge({ devices, hasIndex, ownSites, action }, said);
    const [now] = devices;
    const line = {
      code,
      ...said,
      ...(deviceId ? { deviceId } : {}),
      ...(device && device.version !== null && others.length === 0 ? { versionSeen: device.version } : {}),
      ...(now && others.length === 0 ? { was: partOf(now, changeOf(said, now, action)) } : {}),
      ...(last ? { after: last.id } : {}),
      shown,
    };
    return { line, candidates: chosen };
  }

  /** What a device is like once a scan of it is taken back; nothing where it is not known which device that is. */
  private async deviceWithout(scan: JournalScan): Promise<{ device?: DeviceShown }> {
    const { devices: found } = await lookUpCode(this.database, scan.code);
    const candidates = found.filter(({ id }) => scan.deviceId === undefined || id === scan.deviceId);
    const [device, ...others] = candidates;
    if (!device || others.length > 0) return {};
    const scans = await this.scansOf(scan.code, device);
    const undo = { ...scan, state: 'waiting' as const, action: 'undo', id: '', undoes: scan.id };
    return { device: shownOf(withWaiting(device, [...scans, undo], await keptActions(this.database))) };
  }

  /** Scans of a code, and of the other codes of its device, in their order. */
  private async scansOf(code: string, device: KnownDevice | undefined): Promise<JournalScan[]> {
    const codes = [...new Set([code, ...(device?.codes ?? [])])];
    return this.database.scans.where('code').anyOf(codes).sortBy('seq');
  }

  private async append(line: Line & { id: string }): Promise<JournalScan> {
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

function saidOf({ action, site, room, cart, person, dueOn, note, answers, sweep }: JournalScan): ScanSaid {
  const said = { site, room, cart, person, dueOn, note, answers, sweep };
  return { action, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
}
