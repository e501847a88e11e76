import type { EntityManager } from 'typeorm';

/** Anything that runs SQL on one connection. */
export interface Statements {
  query<T = unknown>(sql: string, parameters?: unknown[]): Promise<T>;
}

declare const isRunning: unique symbol;

/**
 * The connection of a running transaction. Only `Transactions` makes one, so that what asks the pool, such as
 * `source.manager`, is never taken for it by mistake.
 */
export type Tx = Pick<
  EntityManager,
  | 'query'
  | 'insert'
  | 'update'
  | 'delete'
  | 'find'
  | 'findOne'
  | 'findOneBy'
  | 'findOneByOrFail'
  | 'create'
  | 'queryRunner'
> & {
  /**
   * When this transaction began, by Rollcall's clock: the instant that its statements compare with and write down.
   * A transaction that is run again has a new one.
   */
  readonly at: Date;
  readonly [isRunning]: true;
};
