import { createPostgresBackend, type Processor, Queue, type RedisOptions, withBackend, Worker } from 'bullmq';
import type { DataSource } from 'typeorm';

import { QUEUE } from './queue-name.js';

/** Where BullMQ keeps its jobs: Redis where one is named, else the same PostgreSQL as everything else. */
export class QueueConnection {
  static async of(source: DataSource, postgresUrl: string, redisUrl?: string): Promise<QueueConnection> {
    return new QueueConnection(
      postgresUrl,
      redisUrl ? { url: redisUrl, prefix: await prefixOf(source) } : undefined,
    );
  }

  private constructor(
    private readonly postgresUrl: string,
    private readonly redis: { url: string; prefix: string } | undefined,
  ) {}

  open(): Queue {
    const queue = this.redis
      ? new Queue(QUEUE, { connection: toRedis(this.redis.url, 1), prefix: this.redis.prefix })
      : new (withBackend(createPostgresBackend).Queue)(QUEUE, { connection: this.pool(2) });
    return queue as Queue;
  }

  /** A worker that does not take jobs yet: it must be seen to be connected first. */
  makeWorker(process: Processor, concurrency: number): Worker {
    const worker = this.redis
      ? new Worker(QUEUE, process, {
          connection: toRedis(this.redis.url, null),
          prefix: this.redis.prefix,
          concurrency,
          autorun: false,
        })
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
function toRedis(url: string, maxRetriesPerRequest: number | null): RedisOptions {
  // Not a client of ours, which BullMQ would leave open when it closes.
  return { url, maxRetriesPerRequest, enableOfflineQueue: maxRetriesPerRequest === null };
}

/**
 * Names the database, the same for each of its processes by whatever address they reach it: deployments that share a
 * Redis would take each other's rings.
 */
async function prefixOf(source: DataSource): Promise<string> {
  const [row] = await source.query<{ prefix: string }[]>(
    `SELECT concat_ws('-', 'rollcall', system_identifier, oid) AS prefix
       FROM pg_control_system(), pg_database WHERE datname = current_database()`,
  );
  if (!row) throw new Error('the database does not say which it is');
  return row.prefix;
}
