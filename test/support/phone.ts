import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../src/common/ids.js';
import type { ScanJson, ScanResultJson } from './scans.js';

/** What a journal keeps on the phone: all that survives a reload. */
interface Kept {
  waiting: ScanJson[];
  answered: [id: string, result: ScanResultJson][];
  last: [code: string, id: string][];
}

const BATCH = 250;

/** A phone that scans without a network and uploads when it can: it knows nothing but what it was answered. */
export class Phone {
  /** How often a batch was sent that had been sent before. */
  resent = 0;
  private waiting: ScanJson[] = [];
  private answered = new Map<string, ScanResultJson>();
  private last = new Map<string, string>();

  constructor(
    private readonly token: string,
    /** Milliseconds by which its clock is ahead. */
    private readonly ahead: number,
    private readonly random: () => number,
  ) {}

  get ids(): string[] {
    return [...this.answered.keys()];
  }

  get results(): ScanResultJson[] {
    return [...this.answered.values()];
  }

  scan(code: string, action: string, more: object): void {
    const id = newId();
    const after = this.last.get(code);
    const scannedAt = new Date(Date.now() + this.ahead).toISOString();
    this.waiting.push({ id, scannedAt, code, action, ...more, ...(after ? { after } : { versionSeen: 1 }) });
    this.last.set(code, id);
  }

  /** The tab is closed, and opened again with what was kept. */
  reload(): void {
    const kept = JSON.parse(
      JSON.stringify({
        waiting: this.waiting,
        answered: [...this.answered],
        last: [...this.last],
      } satisfies Kept),
    ) as Kept;
    this.waiting = kept.waiting;
    this.answered = new Map(kept.answered);
    this.last = new Map(kept.last);
  }

  /** Sends all that waits, in order, until it is answered: over a server that dies and answers that are lost. */
  async upload(url: () => string, trouble: { isOver: boolean }): Promise<void> {
    let before: string | undefined;
    while (this.waiting.length > 0) {
      const scans = this.waiting.slice(0, BATCH);
      if (scans[0]?.id === before) this.resent += 1;
      before = scans[0]?.id;
      const results = await this.send(url(), scans, trouble).catch(() => undefined);
      if (!results) {
        await sleep(50 + this.random() * 200);
        if (this.random() < 0.3) this.reload();
        continue;
      }
      for (const result of results) this.answered.set(result.id ?? randomUUID(), result);
      this.waiting = this.waiting.slice(scans.length);
    }
  }

  private async send(
    url: string,
    scans: ScanJson[],
    trouble: { isOver: boolean },
  ): Promise<ScanResultJson[]> {
    // Some answers are lost on their way: the phone does not know what became of the batch.
    const patience = !trouble.isOver && this.random() < 0.25 ? 20 + this.random() * 150 : 60_000;
    const answer = await fetch(`${url}/api/v1/scan-batches`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ sentAt: new Date(Date.now() + this.ahead).toISOString(), scans }),
      signal: AbortSignal.timeout(patience),
    });
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { results: ScanResultJson[] }).results;
  }
}
