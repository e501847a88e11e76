import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DueJob } from './job-leases.js';
import { QueueConnection } from './queue-connection.js';

const PATIENCE_MS = 2_000;

/** Tells the workers that there is work. It may be forgotten or doubled: the job's row decides. */
@Injectable()
export class JobBell implements OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private queue: Queue | undefined;

  constructor(private readonly connection: QueueConnection) {}

  /**
   * Rings for one job. A queue that cannot be reached is not an error of the caller, whose work is stored: the
   * sweep rings again.
   */
  async ring({ districtId, id: jobId, kind, attempt }: DueJob): Promise<void> {
    try {
      this.queue ??= this.open();
      // Another ring for the same attempt needs an id of its own: BullMQ ignores an id it still knows.
      const ringId = `${kind}-${jobId}-${attempt}-${Date.now()}`;
      await soon(
        this.queue.add(
          kind,
          { districtId, jobId },
          {
            jobId: ringId,
            removeOnComplete: { age: 3600 },
            removeOnFail: { age: 86_400 },
          },
        ),
      );
    } catch (error) {
      this.logger.warn({ err: error, jobId }, 'the queue did not take the job; the sweep will ring again');
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.queue) return;
    try {
      await soon(this.queue.close());
    } catch (error) {
      this.logger.warn({ err: error }, 'the queue did not close');
    }
  }

  private open(): Queue {
    const queue = this.connection.open();
    queue.on('error', (error) => this.logger.warn({ err: error }, 'queue'));
    return queue;
  }
}

/** A queue that was never reached lets its callers wait for good; nobody's request is to wait for it. */
async function soon(work: Promise<unknown>): Promise<void> {
  const giveUp = new AbortController();
  try {
    await Promise.race([
      work,
      sleep(PATIENCE_MS, undefined, { signal: giveUp.signal }).then(() => {
        throw new Error(`no answer within ${PATIENCE_MS} ms`);
      }),
    ]);
  } finally {
    giveUp.abort();
  }
}
