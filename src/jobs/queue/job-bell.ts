import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { DueJob } from '../job-leases.js';
import { soon } from '../soon.js';
import { type Opened, QueueConnection } from './queue-connection.js';
import { QueueHealth } from './queue-health.js';

/** The state of the queue, for the people who run Rollcall. */
export interface QueueStatus {
  status: 'up' | 'down';
  message?: string;
}

/** After a failure nobody waits for the queue for so long; then it is asked again. */
const QUIET_MS = 5_000;

/** Tells the workers that there is work. It may be forgotten or doubled: the job's row decides. */
@Injectable()
export class JobBell implements OnApplicationShutdown {
  private queue: Opened<Queue> | undefined;
  private quiet: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly connection: QueueConnection,
    private readonly health: QueueHealth,
  ) {}

  /**
   * Rings for one job. A queue that does not answer is not the caller's problem, whose work is stored: a worker's
   * sweep finds it.
   */
  async ring({ districtId, id: jobId, kind, attempt }: DueJob): Promise<void> {
    if (this.quiet) return;
    // Another ring for the same attempt needs an id of its own: BullMQ ignores an id it still knows.
    const ringId = `${kind}-${jobId}-${attempt}-${Date.now()}`;
    const options = { jobId: ringId, removeOnComplete: { age: 3600 }, removeOnFail: { age: 86_400 } };
    await this.ask((queue) => queue.add(kind, { districtId, jobId }, options));
  }

  /** Asks the queue right now, and whether this process hears from it. */
  async status(): Promise<QueueStatus> {
    if ((await this.answers()) && !this.health.isBroken) return { status: 'up' };
    return {
      status: 'down',
      message:
        'The job queue does not answer. Jobs still run, because workers look for them in the database every few seconds. ' +
        "The reason is in this server's log. Check REDIS_URL and that server; without REDIS_URL, check the database's " +
        'schema "bullmq" and the rights on it.',
    };
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.quiet);
    await this.drop();
  }

  private answers(): Promise<boolean> {
    return this.ask((queue) => queue.count());
  }

  private async ask(question: (queue: Queue) => Promise<unknown>): Promise<boolean> {
    try {
      this.queue ??= this.open();
      await soon(question(this.queue.part));
    } catch (error) {
      if (this.closed) return false;
      this.health.failed('ringing', error);
      clearTimeout(this.quiet);
      this.quiet = setTimeout(() => {
        this.quiet = undefined;
        void this.answers();
      }, QUIET_MS).unref();
      // A connection that failed once may stay broken for good; the next to ask opens another.
      void this.drop();
      return false;
    }
    clearTimeout(this.quiet);
    this.quiet = undefined;
    this.health.answered('ringing');
    return true;
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
