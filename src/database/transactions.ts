import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type EntityManager } from 'typeorm';
import { isDatabaseAway, sqlStateOf } from '../common/database-errors.js';
import { Clock } from '../common/time/clock.js';
import { insideTransaction } from './running-transaction.js';
import type { Tx } from './tx.js';

type OnBegin = (tx: Tx) => Promise<void>;
type AfterCommit = () => Promise<unknown> | void;

/** Serialization failure and deadlock: the whole transaction may simply be run again. */
const RETRYABLE = ['40001', '40P01'];

/** Another writer took the same code, room or model in the same moment: judged again, it will be seen. */
export const UNIQUE_VIOLATION = '23505';
const MOST_ATTEMPTS = 6;

/** Whether the same transaction, run again, would find things otherwise. */
export function mayRetry(error: unknown, alsoRetry: readonly string[] = []): boolean {
  return [...RETRYABLE, ...alsoRetry].includes(sqlStateOf(error) ?? '');
}

/** Errors of commits whose answer never came. */
const unansweredCommits = new WeakSet<object>();

/** Whether an error is that of a commit which may have been made nevertheless: the connection broke meanwhile. */
export function mayHaveCommitted(error: unknown): boolean {
  return error instanceof Error && unansweredCommits.has(error);
}

/** Runs one unit of work as one commit. */
@Injectable()
export class Transactions {
  private readonly hooks = new WeakMap<Tx, AfterCommit[]>();
  private readonly begins: OnBegin[] = [];

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in a transaction; a deadlock or serialization failure runs the whole of it again, so `work`
   * must have no effect outside of the database but through `afterCommit`.
   * @param alsoRetry further SQLSTATEs after which `work` would decide otherwise
   */
  async run<T>(work: (tx: Tx) => Promise<T>, alsoRetry: readonly string[] = []): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt >= MOST_ATTEMPTS || !mayRetry(error, alsoRetry)) throw error;
        await sleep(Math.random() * 20 * 2 ** attempt);
      }
    }
  }

  /** The same without another attempt, for who knows better what to do then (`mayRetry`). */
  async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const hooks: AfterCommit[] = [];
    let isCommitting = false;
    const committed = this.source.transaction(async (manager) => {
      const tx = this.asTx(manager);
      this.hooks.set(tx, hooks);
      const result = await insideTransaction(async () => {
        for (const begin of this.begins) await begin(tx);
        return work(tx);
      });
      isCommitting = true;
      return result;
    });
    const result = await committed.catch((error: Error) => {
      if (isCommitting && isDatabaseAway(error)) unansweredCommits.add(error);
      throw error;
    });
    for (const hook of hooks) await hook();
    return result;
  }

  /** Reads in one snapshot: nothing that is committed meanwhile is seen. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', (manager) =>
      insideTransaction(() => work(this.asTx(manager))),
    );
  }

  /** Does `begin` first in every transaction; a module registers here what must be committed with the work. */
  onBegin(begin: OnBegin): void {
    this.begins.push(begin);
  }

  /** Does `hook` once the transaction is committed, and never when it is not. */
  afterCommit(tx: Tx, hook: AfterCommit): void {
    const hooks = this.hooks.get(tx);
    if (!hooks) throw new Error('afterCommit needs the manager of a running transaction');
    hooks.push(hook);
  }
  /** The one place where the manager of a transaction is told from that of the pool. */
  private asTx(manager: EntityManager): Tx {
    return Object.assign(manager, { at: this.clock.now() }) as unknown as Tx;
  }
}
