import { Injectable } from '@nestjs/common';
import { createPostgresBackend, type Processor, Queue, type RedisOptions, withBackend, Worker } from 'bullmq';

import { QUEUE } from './queue-name.js';

/** Where BullMQ keeps its jobs: Redis where one is named, else the same PostgreSQL as everything else. */
@Injectable()
export class QueueConnection {
  constructor(
    private readonly postgresUrl: string,
    private readonly redisUrl: string | undefined,
  ) {}

  open(): Queue {
    const queue = this.redisUrl
      ? new Queue(QUEUE, { connection: redis(this.redisUrl, 1) })
      : new (withBackend(createPostgresBackend).Queue)(QUEUE, { connection: this.pool(2) });
    return queue as Queue;
  }

  /** A worker that does not take jobs yet: it must be seen to be connected first. */
  makeWorker(process: Processor, concurrency: number): Worker {
    const worker = this.redisUrl
      ? new Worker(QUEUE, process, { connection: redis(this.redisUrl, null), concurrency, autorun: false })
      : new (withBackend(createPostgresBackend).Worker)(QUEUE, process, {
          connection: this.pool(2),
          concurrency,
          autorun: false,
        });
    return worker as Worker;
  }

  private pool(max: number): { connectionString: string; max: number; migrate: boolean } {
    return { connectionString: this.postgresUrl, max, migrate: false };
  }
}

/** Workers wait for Redis as long as it takes; a queue that rings gives up at once, the sweep rings again. */
function redis(url: string, maxRetriesPerRequest: number | null): RedisOptions {
  // Not a client of ours, which BullMQ would leave open when it closes.
  return { url, maxRetriesPerRequest, enableOfflineQueue: maxRetriesPerRequest === null };
}
