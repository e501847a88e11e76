import type { Socket } from 'node:net';
import pg from 'pg';
import { DatabaseBusy } from '../../common/database-errors.js';
import { CONNECTION_SECONDS, NamingClient } from './naming-client.js';
import type { Pool, Pools } from './pools.js';
import { assertNoTransaction } from '../running-transaction.js';
import { kindOfWork, limitConnection, type WorkKind } from './work-limits.js';

/** Longest that anybody waits for a connection; then the caller is told to come back. */
export const POOL_WAIT_SECONDS = 5;

/** How a pool is made: who waits for it, and what its connections are for. */
export interface PoolOptions {
  name: string;
  max: number;
  pools: Pools;
  /** What all of its connections are for; where it is missing, each is for what is under way. */
  kind?: WorkKind;
}

/** What the driver's types leave out: `end` would wait for a server that may not answer. */
interface Wired {
  connection: { stream: Socket };
}

type Callback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (broken?: Error | boolean) => void,
) => void;

/** Options for `WatchedPool`, also where TypeORM makes the pool. */
export function poolOptions(options: PoolOptions): pg.PoolConfig & { watched: PoolOptions } {
  return {
    max: options.max,
    Client: NamingClient,
    maxLifetimeSeconds: CONNECTION_SECONDS,
    connectionTimeoutMillis: POOL_WAIT_SECONDS * 1000,
    watched: options,
  };
}

/**
 * A pool that nobody waits for longer than some seconds, that refuses code inside a transaction, and whose
 * connections have limits.
 */
export class WatchedPool extends pg.Pool implements Pool {
  private readonly watched: PoolOptions;
  private readonly clients = new Set<pg.PoolClient>();

  constructor(config: pg.PoolConfig & { watched: PoolOptions }) {
    super(config);
    this.watched = config.watched;
    this.on('connect', (client) => this.clients.add(client));
    this.on('remove', (client) => this.clients.delete(client));
    this.watched.pools.add(this);
  }

  get name(): string {
    return this.watched.name;
  }

  get inUse(): number {
    return this.totalCount - this.idleCount;
  }

  cut(): void {
    // A statement under way ends with its connection; whoever waits for it hears of that.
    for (const client of this.clients) (client as unknown as Wired).connection.stream.destroy();
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<pg.PoolClient> | undefined {
    const taken = this.take();
    if (!callback) return taken;
    // In a turn of its own, so that an error which the callback throws does not become a rejected promise.
    taken.then(
      (client) =>
        process.nextTick(callback, undefined, client, (broken?: Error | boolean) => client.release(broken)),
      (error: Error) => process.nextTick(callback, error, undefined, () => undefined),
    );
    return undefined;
  }

  private async take(): Promise<pg.PoolClient> {
    assertNoTransaction(`a connection of the pool "${this.watched.name}"`);
    const kind = this.watched.kind ?? kindOfWork();
    const client = await this.waitFor(super.connect());
    try {
      await limitConnection(client, kind);
    } catch (error) {
      client.release(true);
      throw error;
    }
    return client;
  }

  private async waitFor(connecting: Promise<pg.PoolClient>): Promise<pg.PoolClient> {
    const since = performance.now();
    try {
      return await connecting;
    } catch (error) {
      // The pool says it by its words alone.
      const isFull = error instanceof Error && error.message.startsWith('timeout exceeded');
      throw isFull ? new DatabaseBusy(POOL_WAIT_SECONDS) : error;
    } finally {
      this.watched.pools.noteWait(this.watched.name, (performance.now() - since) / 1000);
    }
  }
}
