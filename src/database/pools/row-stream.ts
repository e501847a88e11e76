import type pg from 'pg';
import { Refusal } from '../../common/refusal.js';
import type { Statements } from '../tx.js';

/** Rows that are fetched at a time: memory stays flat, and the round trips cost nothing beside the rows. */
const FETCHED = 2_000;
/** Rows that nobody has begun to read by then are given up: whoever asked went away before the answer began. */
const UNREAD_MS = 30_000;

/** Puts a batch on record before it is handed out. */
export type RecordRows<Row = unknown[]> = (connection: Statements, rows: Row[]) => Promise<void>;

/** Rows were not read to their end, and can not be any more. */
export class RowsGivenUp extends Refusal {
  readonly kind = 'unavailable';
  readonly code = 'DOWNLOAD_ENDED';
  constructor() {
    super('This download ended before it was complete. Start it again.');
  }
}

/** What is to be streamed. */
export interface Asked<Row> {
  sql: string;
  parameters: unknown[];
  /** Whether rows come as arrays, or else as objects. */
  isArray: boolean;
  record?: RecordRows<Row> | undefined;
  /** Aborted when nobody wants the rows any more. */
  ended: AbortSignal | undefined;
}

/**
 * The rows of a query through a cursor: a register of a million devices passes through in a few megabytes. Batches
 * that are put on record need a cursor that outlives its transaction, so that each record is committed at once; the
 * server takes the whole result down first, and the first rows are as late as its last.
 */
export class RowStream<Row = unknown[]> implements AsyncIterableIterator<Row[]> {
  private unread: NodeJS.Timeout | undefined;
  private first: Row[] | undefined;
  private fetched: Promise<Row[]> | undefined;
  /** Statements under way. */
  private busy = 0;
  private isOver = false;
  private isGivenUp = false;
  private readonly giveUp = (): void => {
    this.isGivenUp = true;
    void this.return();
  };

  /** @param leave is called once, when the connection is free again */
  static async open<Row>(
    client: pg.PoolClient,
    asked: Asked<Row>,
    leave: () => void,
  ): Promise<RowStream<Row>> {
    const stream = new RowStream<Row>(client, asked, leave);
    try {
      if (asked.ended?.aborted) throw new RowsGivenUp();
      await stream.begin(asked);
      stream.first = await stream.fetch();
      if (stream.isGivenUp) throw new RowsGivenUp();
      // The timer starts here, because the first rows can take minutes if the database has to sort all devices first.
      stream.unread = setTimeout(stream.giveUp, UNREAD_MS);
      stream.unread.unref();
      return stream;
    } catch (error) {
      await stream.end(true);
      throw error;
    }
  }

  private constructor(
    private readonly client: pg.PoolClient,
    private readonly asked: Asked<Row>,
    private readonly leave: () => void,
  ) {
    asked.ended?.addEventListener('abort', this.giveUp, { once: true });
  }

  async next(): Promise<IteratorResult<Row[], undefined>> {
    clearTimeout(this.unread);
    if (this.isGivenUp) throw new RowsGivenUp();
    if (this.isOver) return { done: true, value: undefined };
    try {
      const rows = this.first ?? (await (this.fetched ?? this.fetch()));
      this.first = undefined;
      if (rows.length === 0) {
        await this.end(false);
        return { done: true, value: undefined };
      }
      await this.asked.record?.({ query: (text, values) => this.ask({ text, values }) }, rows);
      // Fetched while these are written out: the server and this process work side by side.
      this.fetched = this.fetch();
      // Whoever reads may have stopped by then.
      this.fetched.catch(ignore);
      return { done: false, value: rows };
    } catch (error) {
      await this.end(true);
      throw error;
    }
  }

  /** Lets go of the connection at once, also while it is still fetching. */
  async return(): Promise<IteratorResult<Row[], undefined>> {
    await this.end(this.busy > 0);
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private async begin({ sql, parameters, record }: Asked<Row>): Promise<void> {
    await this.ask('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // All of it is wanted, not the first rows soonest.
    await this.ask('SET LOCAL cursor_tuple_fraction = 1');
    await this.ask({
      text: `DECLARE exported NO SCROLL CURSOR ${record ? 'WITH HOLD ' : ''}FOR ${sql}`,
      values: parameters,
    });
    if (record) await this.ask('COMMIT');
  }

  private fetch(): Promise<Row[]> {
    const text = `FETCH ${FETCHED} FROM exported`;
    return this.ask(this.asked.isArray ? { text, rowMode: 'array' } : { text });
  }

  private async ask<T>(statement: string | pg.QueryConfig | pg.QueryArrayConfig): Promise<T> {
    this.busy++;
    try {
      const { rows } = await this.client.query(statement as pg.QueryConfig);
      return rows as T;
    } finally {
      this.busy--;
    }
  }

  /** @param isBroken closes the connection instead of using it again */
  private async end(isBroken: boolean): Promise<void> {
    clearTimeout(this.unread);
    this.asked.ended?.removeEventListener('abort', this.giveUp);
    if (this.isOver) return;
    this.isOver = true;
    let mustClose = isBroken;
    try {
      if (!isBroken) await this.client.query(this.asked.record ? 'CLOSE exported' : 'ROLLBACK');
    } catch {
      // Whatever the reason, the connection is in no state to be used again.
      mustClose = true;
    } finally {
      this.client.release(mustClose);
      this.leave();
    }
  }
}

function ignore(): void {
  // A broken connection shows itself at its next statement.
}
