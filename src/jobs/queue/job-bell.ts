import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Backoff } from './backoff.js';
import type { DueJob } from '../job-leases.js';
import { type Opened, QueueConnection } from './queue-connection.js';
import { QueueHealth } from './queue-health.js';
import { soon } from '../soon.js';

/** Tells the workers that there is work. It may be forgotten or doubled: the job's row decides. */
@Injectable()
export class JobBell implements OnApplicationShutdown {
  private queue: Opened<Queue> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private readonly backoff = new Backoff();
  private closed = false;

  constructor(
    private readonly connection: QueueConnection,
    private readonly health: QueueHealth,
  ) {}

  /**
   * Rings for one job. A queue that does not answer is not the caller's problem, whose work is stored: a worker's
   * sweep finds it. While the queue is known to be away, nobody waits for it.
   */
  async ring({ districtId, id: jobId, kind, attempt }: DueJob): Promise<void> {
    if (this.retry) return;
    // Another ring for the same attempt needs an id of its own: BullMQ ignores an id it still knows.
    const ringId = `${kind}-${jobId}-${attempt}-${Date.now()}`;
    const options = { jobId: ringId, removeOnComplete: { age: 3600 }, removeOnFail: { age: 86_400 } };
    await this.ask((queue) => queue.add(kind, { districtId, jobId }, options));
  }

  /** Whether the queue answers right now. */
  answers(): Promise<boolean> {
    return this.ask((queue) => queue.count());
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.drop();
  }

  private async ask(question: (queue: Queue) => Promise<unknown>): Promise<boolean> {
    try {
      this.queue ??= this.open();
      await soon(question(this.queue.part));
    } catch (error) {
      this.lose(error);
      return false;
    }
    clearTimeout(this.retry);
    this.retry = undefined;
    this.backoff.reset();
    this.health.answered('ringing');
    return true;
  }

  /** A connection that failed once may stay broken for good, so another one is made, after a while. */
  private lose(error: unknown): void {
    if (this.closed) return;
    this.health.failed('ringing', error);
    void this.drop();
    if (this.retry) return;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      void this.answers();
    }, this.backoff.next()).unref();
  }

  private async drop(): Promise<void> {
    const { queue } = this;
    this.queue = undefined;
    // What cannot be closed is already gone.
    if (queue) await soon(queue.close()).catch(() => undefined);
  }

  private open(): Opened<Queue> {
    const queue = this.connection.open();
    // Whoever asks next hears of it; without a listener the process would end.
    queue.part.on('error', () => undefined);
    return queue;
  }
}
