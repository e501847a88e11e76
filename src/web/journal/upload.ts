import { addressOf } from '../api/address.js';
import { type Problem, problemOf, type Shape } from '../api/problem.js';
import { exclusively } from '../common/exclusively.js';
import { readingsOf } from '../../devices/device-codes.js';
import type { FieldDatabase, JournalScan, KnownDevice, ScanAnswer } from './database.js';
import { type FieldAction, keptActions } from './field-actions.js';
import { changeIndexed } from './field-codes.js';
import { hasChanged, needsAttention, outcomeOf } from './outcomes.js';
import { sendPhotos } from './photos.js';
import { heardFromServer } from './scan-clock.js';
import { changeOf } from './verdicts.js';

const BATCH = 250;
/** Long enough for some scans of a quick hand, short enough that nobody waits for it. */
const GATHER_MS = 600;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
const ANSWER_WITHIN_MS = 60_000;

/** How the way to the server is. */
export type UploadState =
  | { kind: 'idle' }
  | { kind: 'sending' }
  /** No answer; tried again by itself. */
  | { kind: 'offline' }
  /** The sign-in has ended: scans wait until the same account signs in. */
  | { kind: 'signed-out' }
  /** The account may not scan any more; or the server refuses the whole batch. */
  | { kind: 'refused'; detail: string };

/** Sends waiting scans in their order, until each is answered: over lost networks, reloads and ended sign-ins. */
export class Upload {
  private timer: number | undefined;
  private gathering: number | undefined;
  private failures = 0;
  private running: Promise<void> | undefined;
  private asked = false;
  private stopped = false;
  private size = BATCH;

  constructor(
    private readonly database: FieldDatabase,
    private readonly accountId: string,
    private readonly onState: (state: UploadState) => void,
  ) {}

  /** Sends what waits, now; also the way back after no answer. */
  now(): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.running) {
      // It may have looked for the last time already.
      this.asked = true;
      return;
    }
    this.running = this.run().finally(() => {
      this.running = undefined;
      if (this.asked) this.now();
    });
    this.asked = false;
  }

  /** Sends in a moment: what is scanned in one go travels together, and does not slow the next scan's result. */
  soon(): void {
    this.gathering ??= window.setTimeout(() => {
      this.gathering = undefined;
      this.now();
    }, GATHER_MS);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    clearTimeout(this.gathering);
  }

  private async run(): Promise<void> {
    // Of two tabs one sends; the other finds nothing left.
    await exclusively(`rollcall-upload-${this.accountId}`, async () => {
      while (!this.stopped) {
        const scans = await this.waiting();
        if (scans.length === 0) return this.finish();
        this.onState({ kind: 'sending' });
        const outcome = await this.send(scans);
        if (outcome === 'again') continue;
        if (outcome !== 'sent') return this.later(outcome);
        this.failures = 0;
        this.size = BATCH;
      }
    });
  }

  /** Photos come after all scans: they are large, and nothing waits for them. */
  private async finish(): Promise<void> {
    try {
      const refused = await sendPhotos(this.database, () => this.onState({ kind: 'sending' }));
      const stopped = refused && (await stopOf(refused));
      if (stopped) return this.later(stopped);
      this.failures = 0;
      this.onState({ kind: 'idle' });
    } catch {
      this.later({ kind: 'offline' });
    }
  }

  private async waiting(): Promise<JournalScan[]> {
    const waiting = this.database.scans.where('state').equals('waiting');
    const seqs = await waiting.primaryKeys();
    const first = seqs.toSorted((a, b) => a - b).slice(0, this.size);
    const scans = (await this.database.scans.bulkGet(first)).filter((scan) => scan !== undefined);
    // Scans go in their order, so that the ones after it wait as well.
    const asked = scans.findIndex(({ isAsked }) => isAsked);
    return asked === -1 ? scans : scans.slice(0, asked);
  }

  private async send(scans: JournalScan[]): Promise<'sent' | 'again' | UploadState> {
    let response: Response;
    try {
      response = await fetch(addressOf('/api/v1/scan-batches', {}), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ sentAt: new Date().toISOString(), scans: scans.map(rowOf) }),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      if (response.ok) {
        const { receivedAt, results } = (await response.json()) as {
          receivedAt: string;
          results: Shape<'ScanResult'>[];
        };
        heardFromServer(receivedAt);
        await this.answered(scans, results);
        return 'sent';
      }
    } catch {
      return { kind: 'offline' };
    }
    return (await stopOf(response)) ?? this.narrow(scans, await problemIn(response));
  }

  /** A batch that is refused as a whole has one scan that is to blame: it is found by halves, and the rest goes on. */
  private async narrow(scans: JournalScan[], problem: Problem): Promise<'again'> {
    const [only] = scans;
    if (scans.length > 1) this.size = Math.ceil(scans.length / 2);
    else if (only) await this.answer(only, { outcome: 'refused', code: problem.code, detail: problem.whole });
    return 'again';
  }

  private async answered(scans: JournalScan[], results: Shape<'ScanResult'>[]): Promise<void> {
    const { scans: journal, devices, codes, notes } = this.database;
    // All or nothing: a device that the phone has not changed by its own scan looks changed by somebody else.
    await this.database.transaction('rw', [journal, devices, codes, notes], async () => {
      const actions = await keptActions(this.database);
      for (const { index, outcome, was, code, detail, deviceId, version } of results) {
        const scan = scans[index];
        if (!scan) continue;
        const answer = { outcome, was, code, detail };
        await this.answer(scan, answer);
        if (deviceId !== undefined && version !== undefined && outcomeOf(answer) === 'applied')
          await this.applied(scan, deviceId, version, actions);
      }
    });
  }

  /** Changes what the phone keeps of a device as the server has changed it. */
  private async applied(
    scan: JournalScan,
    deviceId: string,
    version: number,
    actions: readonly FieldAction[],
  ): Promise<void> {
    const { devices } = this.database;
    const changeOfIt = async (device: KnownDevice) => ({
      ...(await this.changeBy(scan, device, actions)),
      version,
    });
    const device = await devices.get(deviceId);
    if (device) await devices.update(deviceId, await changeOfIt(device));
    else for (const reading of readingsOf(scan.code)) await changeIndexed(this.database, reading, changeOfIt);
  }

  private async answer(scan: JournalScan, answer: ScanAnswer): Promise<void> {
    const undone = this.database.scans
      .where('code')
      .equals(scan.code)
      .filter(({ undoes }) => undoes === scan.id);
    const needsSomebody = needsAttention(scan, answer) && (await undone.count()) === 0;
    await this.database.scans.update(scan.seq, {
      state: 'answered',
      answer,
      attention: needsSomebody ? 1 : undefined,
    });
  }

  /** What a scan that the server has applied changed of its device. */
  private async changeBy(
    scan: JournalScan,
    device: KnownDevice,
    actions: readonly FieldAction[],
  ): Promise<Partial<Omit<KnownDevice, 'id' | 'version'>>> {
    if (scan.undoes === undefined) {
      const action = actions.find(({ name }) => name === scan.action);
      return changeOf(scan, device, action);
    }
    const undone = await this.database.scans.where('id').equals(scan.undoes).first();
    return (undone && hasChanged(undone) && undone.was) || {};
  }

  private later(state: UploadState): void {
    this.onState(state);
    if (this.stopped || state.kind !== 'offline') return;
    this.failures += 1;
    const wait = Math.min(FIRST_WAIT_MS * 2 ** (this.failures - 1), LONGEST_WAIT_MS);
    // Phones of a whole school come back at the same moment when a network does.
    this.timer = window.setTimeout(() => this.now(), wait * (0.5 + Math.random() / 2));
  }
}

/** What an answer says that is about the way or the account, and not about what was sent. */
async function stopOf(response: Response): Promise<UploadState | undefined> {
  if (response.status === 401) return { kind: 'signed-out' };
  if (response.status === 429 || response.status >= 500) return { kind: 'offline' };
  if (response.status === 403) return { kind: 'refused', detail: (await problemIn(response)).message };
  return undefined;
}

async function problemIn(response: Response): Promise<Problem> {
  return problemOf(response, await response.json().catch(() => null));
}

/** What the server is told of a line of the journal. */
function rowOf(scan: JournalScan): object {
  return Object.fromEntries(
    SENT.flatMap((field) => (scan[field] === undefined ? [] : [[field, scan[field]]])),
  );
}

/** Everything else in a line is the phone's own. */
const SENT = [
  'id',
  'scannedAt',
  'clock',
  'code',
  'action',
  'deviceId',
  'site',
  'room',
  'cart',
  'person',
  'dueOn',
  'note',
  'answers',
  'versionSeen',
  'undoes',
  'sweep',
  'after',
] as const satisfies readonly (keyof JournalScan)[];
