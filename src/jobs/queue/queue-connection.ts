import {
  createPostgresBackend,
  DEFAULT_SCHEMA,
  type Processor,
  Queue,
  type RedisOptions,
  withBackend,
  Worker,
} from 'bullmq';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { SteadyClient } from '../../database/steady-client.js';

const QUEUE = 'rollcall';

/** One connection that waits for rings, and two for questions. */
const CONNECTIONS = 3;

/** A part of BullMQ that is open, and how to close it with its connections. */
export interface Opened<T> {
  part: T;
  close: (force?: boolean) => Promise<void>;
}

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

  open(): Opened<Queue> {
    if (this.redis)
      return withoutPool(
        new Queue(QUEUE, { connection: toRedis(this.redis.url, 1), prefix: this.redis.prefix }),
      );
    const pool = this.pool();
    const { Queue: PostgresQueue } = withBackend(createPostgresBackend);
    return withPool(new PostgresQueue(QUEUE, { connection: pool }) as unknown as Queue, pool);
  }

  /** A worker that does not take jobs yet: it must be seen to be connected first. */
  makeWorker(process: Processor, concurrency: number): Opened<Worker> {
    const options = { concurrency, autorun: false };
    if (this.redis) {
      const { url, prefix } = this.redis;
      return withoutPool(new Worker(QUEUE, process, { ...options, connection: toRedis(url, null), prefix }));
    }
    const pool = this.pool();
    const { Worker: PostgresWorker } = withBackend(createPostgresBackend);
    return withPool(
      new PostgresWorker(QUEUE, process, { ...options, connection: pool }) as unknown as Worker,
      pool,
    );
  }

  /** BullMQ finds its tables by the search path; what the address says about other options stays. */
  private pool(): pg.Pool {
    const address = new URL(this.postgresUrl);
    const given = address.searchParams.get('options');
    address.searchParams.delete('options');
    const pool = new pg.Pool({
      connectionString: address.toString(),
      options: `${given ? `${given} ` : ''}-c search_path=${DEFAULT_SCHEMA}`,
      max: CONNECTIONS,
      keepAlive: true,
      Client: SteadyClient,
    });
    pool.on('error', () => undefined);
    return pool;
  }
}

function withoutPool<T extends Queue | Worker>(part: T): Opened<T> {
  return { part, close: (force) => part.close(force) };
}

function withPool<T extends Queue | Worker>(part: T, pool: pg.Pool): Opened<T> {
  return {
    part,
    close: async (force) => {
      try {
        await part.close(force);
      } finally {
        await pool.end();
      }
    },
  };
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
