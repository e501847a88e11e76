import '../pg-types.js';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Refusal } from '../../common/refusal.js';
import { Settings } from '../../config/settings.js';
import { AccountTurns } from './account-turns.js';
import { DatabaseAddress } from '../database-address.js';
import { Pools } from './pools.js';
import { type Asked, type RecordRows, RowsGivenUp, RowStream } from './row-stream.js';
import { POOL_WAIT_SECONDS, poolOptions, WatchedPool } from './watched-pool.js';
import { endOfWork, kindOfWork } from './work-limits.js';

/** Connections for streams alone: whoever reads slowly keeps nobody from anything else. */
export const STREAM_CONNECTIONS = 8;
/** Streams that one account may read at a time: half of them, so that no account takes them all. */
export const STREAMS_PER_ACCOUNT = 4;

const TRY_AGAIN_SECONDS = 10;

/** An account reads as many long answers at once as it may, and none of them ended while the next one waited. */
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
  private readonly turns = new AccountTurns(STREAMS_PER_ACCOUNT, POOL_WAIT_SECONDS * 1000);

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
   * An account that reads as many as it may waits for one of them to end; jobs are not counted.
   * @throws TooManyStreams where none of them ends in time
   */
  rows(
    reader: { accountId: string | null },
    sql: string,
    parameters: unknown[],
    record?: RecordRows,
  ): Promise<RowStream> {
    return this.open(reader, { sql, parameters, isArray: true, record });
  }

  /** The same with each row as an object. */
  records<Row>(
    reader: { accountId: string | null },
    sql: string,
    parameters: unknown[],
  ): Promise<RowStream<Row>> {
    return this.open<Row>(reader, { sql, parameters, isArray: false });
  }

  private async open<Row>(
    { accountId }: { accountId: string | null },
    asked: Pick<Asked<Row>, 'sql' | 'parameters' | 'isArray' | 'record'>,
  ): Promise<RowStream<Row>> {
    const ended = endOfWork();
    const leave = await this.enter(kindOfWork() === 'job' ? null : accountId, ended);
    try {
      const client = await (asked.record ? this.main : this.replica).connect();
      return await RowStream.open(client, { ...asked, ended }, leave);
    } catch (error) {
      leave();
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...new Set([this.main, this.replica])].map((pool) => pool.end()));
  }

  private async enter(accountId: string | null, ended: AbortSignal | undefined): Promise<() => void> {
    if (accountId === null) return () => undefined;
    const leave = await this.turns.enter(accountId, ended);
    if (leave) return leave;
    throw ended?.aborted ? new RowsGivenUp() : new TooManyStreams();
  }
}
