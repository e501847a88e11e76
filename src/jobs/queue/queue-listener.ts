import { Injectable } from '@nestjs/common';
import type { Worker } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Opened, QueueConnection } from './queue-connection.js';
import { QueueHealth } from './queue-health.js';
import { soon } from '../soon.js';

/** How long after a failure it connects again. */
const WAIT_MS = 5_000;

/** Called for each ring; resolves when this process is done with the job. */
export type OnRing = (districtId: string, jobId: string) => Promise<unknown>;

/** Hears the rings for jobs, and connects again when the queue has failed. */
@Injectable()
export class QueueListener {
  private readonly halt = new AbortController();
  private worker: Opened<Worker> | undefined;

  constructor(
    private readonly connection: QueueConnection,
    private readonly health: QueueHealth,
  ) {}

  /** Listens until `stop`. */
  async listen(onRing: OnRing, atOnce: number): Promise<void> {
    while (!this.halt.signal.aborted) {
      const error = await this.listenOnce(onRing, atOnce);
      if (this.halt.signal.aborted) return;
      this.health.failed('listening', error);
      await sleep(WAIT_MS, undefined, { signal: this.halt.signal }).catch(() => undefined);
    }
  }

  /** Does not wait for jobs that are under way. */
  async stop(): Promise<void> {
    this.halt.abort();
    if (this.worker) await closeNow(this.worker);
  }

  /**
   * Listens until the first failure, and resolves with it. BullMQ would go on by itself, without a pause and with a
   * log line each time, and some of its connections never recover; so a worker that failed is thrown away.
   */
  private async listenOnce(onRing: OnRing, atOnce: number): Promise<unknown> {
    let worker: Opened<Worker>;
    try {
      worker = this.connection.makeWorker(async ({ data }) => {
        const { districtId, jobId } = data as { districtId: string; jobId: string };
        await onRing(districtId, jobId);
      }, atOnce);
    } catch (error) {
      return error;
    }
    const { part } = worker;
    this.worker = worker;
    // Either of these means that the queue was asked for a job and answered; being connected does not.
    const answered = (): void => {
      if (this.worker === worker) this.health.answered('listening');
    };
    part.once('drained', answered);
    part.once('active', answered);
    const failure = new Promise<unknown>((resolve) => part.on('error', resolve));
    const end = part.waitUntilReady().then(
      () => part.run(),
      (error: unknown) => error,
    );
    const error = await Promise.race([failure, end.catch((reason: unknown) => reason)]);
    this.worker = undefined;
    await closeNow(worker);
    return error;
  }
}

/** Forced, and not waited for long: a connection that is broken may never close. */
async function closeNow(worker: Opened<Worker>): Promise<void> {
  await soon(worker.close(true)).catch(() => undefined);
}
