import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, dateIn } from '../../common/time/clock.js';
import { type Keyed, type Page, pageOf } from '../../common/paging.js';
import type { RecordRows, RowStream } from '../../database/pools/row-stream.js';
import { StreamPool } from '../../database/pools/stream-pool.js';
import type { Statements } from '../../database/tx.js';
import type { Scope } from '../scope.js';
import type { Asking, List, ListAsked } from './list.js';
import { cursorName, lastOf, rowsSql, rowSql, sortOf } from './list-sql.js';
import { WholeList } from './whole-list.js';

/** Makes what a list shows out of its rows. */
type See<Row, View> = (rows: Row[]) => View[] | Promise<View[]>;

type Limited = ListAsked & { limit: number };

/** Runs declared lists. */
@Injectable()
export class Lists {
  constructor(
    private readonly source: DataSource,
    private readonly streams: StreamPool,
    private readonly clock: Clock,
  ) {}

  /**
   * A page of a list, which costs the same however deep it is.
   * @param see makes what is shown out of the rows
   * @throws InvalidInput for a cursor of another list or sort
   */
  async page<Row, Query extends object, View = Row>(
    list: List<Row, Query>,
    scope: Scope,
    query: Query & Limited,
    see: See<Row, View> = asTheyAre,
  ): Promise<Page<View>> {
    const page = { after: lastOf(list, query), limit: query.limit + 1 };
    const { sql, parameters } = rowsSql(list, this.asking(scope), query, page);
    const rows = await this.source.query<Keyed<Row>[]>(sql, parameters);
    const { items, nextCursor } = pageOf<Row>(rows, query.limit, cursorName(list, sortOf(list, query)));
    return { items: await see(items), nextCursor };
  }

  /**
   * The same; or, where the query has a `format`, all rows from one snapshot, for `@ListFile` to write.
   * @param see is called once for each batch of a file
   * @throws InvalidInput for a cursor of another list or sort
   */
  async answer<Row, Query extends object, View = Row>(
    list: List<Row, Query>,
    scope: Scope,
    query: Query & Limited,
    see: See<Row, View> = asTheyAre,
  ): Promise<Page<View>> {
    if (query.format === undefined) return this.page(list, scope, query, see);
    const { sql, parameters } = rowsSql(list, this.asking(scope), query, { after: lastOf(list, query) });
    return new WholeList(await begun(seen(await this.streams.records<Row>(scope, sql, parameters), see)));
  }

  /**
   * All rows as arrays, in batches, for a file of its own.
   * @param record puts each batch on record before it is handed out
   */
  rows<Row, Query extends object>(
    list: List<Row, Query>,
    scope: Scope,
    query: Query & ListAsked,
    record?: RecordRows,
  ): Promise<RowStream> {
    const { sql, parameters } = rowsSql(list, this.asking(scope), query);
    return this.streams.rows(scope, sql, parameters, record);
  }

  /** One row of a list by its id, in a transaction or without one; undefined where the caller does not reach it. */
  async find<Row, Query extends object>(
    list: List<Row, Query>,
    scope: Scope,
    id: string,
    db: Statements = this.source.manager,
    lock = '',
  ): Promise<Row | undefined> {
    const { sql, parameters } = rowSql(list, this.asking(scope), id, lock);
    const [row] = await db.query<Row[]>(sql, parameters);
    return row;
  }

  private asking(scope: Scope): Asking {
    const now = this.clock.now();
    return {
      scope,
      now,
      get today() {
        return dateIn(scope.timeZone, now);
      },
    };
  }
}

function asTheyAre<Row, View>(rows: Row[]): View[] {
  return rows as unknown as View[];
}

async function* seen<Row, View>(batches: AsyncIterable<Row[]>, see: See<Row, View>): AsyncGenerator<View[]> {
  let isEmpty = true;
  for await (const rows of batches) {
    isEmpty = false;
    yield await see(rows);
  }
  // `see` also refuses callers who may not see these rows. It must do so when there are no rows, too.
  if (isEmpty) yield await see([]);
}

/** Reads the first batch at once. A refusal in it is then the whole answer, and does not cut off a file that has begun. */
async function begun<View>(batches: AsyncGenerator<View[]>): Promise<AsyncGenerator<View[]>> {
  const first = await batches.next();
  return (async function* all(): AsyncGenerator<View[]> {
    if (first.done) return;
    yield first.value;
    yield* batches;
  })();
}
