import './pg-types.js';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Refusal } from '../common/refusal.js';
import { Settings } from '../config/settings.js';
import { DatabaseAddress } from './database-address.js';
import { Pools } from './pools.js';
import { type RecordRows, RowStream } from './row-stream.js';
import { poolOptions, WatchedPool } from './watched-pool.js';
import { endOfWork, kindOfWork } from './work-limits.js';

/** Connections for streams alone: whoever reads slowly keeps nobody from anything else. */
export const STREAM_CONNECTIONS = 8;
/** Streams that one account may read at a time. */
export const STREAMS_PER_ACCOUNT = 4;

const TRY_AGAIN_SECONDS = 10;

/** An account reads as many long answers at once as it may. */
export class TooManyStreams extends Refusal {
  readonly kind = 'too_many';
  readonly code = 'TOO_MANY_DOWNLOADS';
  override readonly retryAfterSeconds = TRY_AGAIN_SECONDS;
  constructor() {
    super(
      `This account already has ${STREAMS_PER_ACCOUNT} downloads running. ` +
        'Wait until one of them has ended, or cancel one, and try again.',
    );
  }
}

/** Rows in numbers that nobody could hold in memory: exports, files, what a phone keeps. */
@Injectable()
export class StreamPool implements OnApplicationShutdown {
  private readonly main: WatchedPool;
  private readonly replica: WatchedPool;
  private readonly open = new Map<string, number>();

  constructor(address: DatabaseAddress, settings: Settings, pools: Pools) {
    const pool = (url: string): WatchedPool =>
      new WatchedPool({
        connectionString: url,
        application_name: 'rollcall streams',
        ...poolOptions({ name: 'streams', max: STREAM_CONNECTIONS, pools, kind: 'stream' }),
      });
    this.main = pool(address.url);
    this.replica = settings.DATABASE_REPLICA_URL ? pool(settings.DATABASE_REPLICA_URL) : this.main;
    // A connection that breaks while nobody uses it is replaced when it is needed.
    for (const one of new Set([this.main, this.replica])) one.on('error', () => undefined);
  }

  /**
   * The rows of a query as arrays, in batches, from one snapshot. The first batch is there when this returns, so that
   * whatever goes wrong is still a clear answer. Reads from a replica where there is one.
   * @param record puts each batch on record before it is handed out, on the connection of the rows
   * @throws TooManyStreams where the account reads as many as it may; jobs are not counted
   */
  async rows(
    { accountId }: { accountId: string | null },
    sql: string,
    parameters: unknown[],
    record?: RecordRows,
  ): Promise<RowStream> {
    const leave = this.enter(kindOfWork() === 'job' ? null : accountId);
    try {
      const ended = endOfWork();
      const client = await (record ? this.main : this.replica).connect();
      return await RowStream.open(client, { sql, parameters, record, ended }, leave);
    } catch (error) {
      leave();
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...new Set([this.main, this.replica])].map((pool) => pool.end()));
  }

  private enter(accountId: string | null): () => void {
    if (accountId === null) return () => undefined;
    const open = this.open.get(accountId) ?? 0;
    if (open >= STREAMS_PER_ACCOUNT) throw new TooManyStreams();
    this.open.set(accountId, open + 1);
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      const left = (this.open.get(accountId) ?? 1) - 1;
      if (left > 0) this.open.set(accountId, left);
      else this.open.delete(accountId);
    };
  }
}
